import { useLingui } from '@lingui/react/macro'
import { Amount } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './season.module.css'
import { taskKinds } from './season.ts'
import type { Board } from './season.web.ts'
import { taskKindName } from './season-words.ts'

/** How far everything has come; of a closed season what came of it. */
export function SeasonStanding({ board }: { board: Board }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const result = board.result ?? board.standing
  return (
    <>
      <Tiles>
        {taskKinds.map(kind => {
          const { planned, done, dropped, inTime, share } = result.kinds[kind]
          return (
            <FigureTile
              key={kind}
              label={taskKindName(kind, language)}
              note={t`${done} of ${planned - dropped} done, ${inTime} in time`}
            >
              {format.share(share)}
            </FigureTile>
          )
        })}
        <FigureTile
          label={t`Stock-outs avoided`}
          hint={t`Contribution of the goods that stand at the accounts in time, as far as they have been placed`}
          note={t`${format.count(result.avoided.shelves)} products at accounts; ${format.amount(result.missed.contribution, 'compact')} not yet`}
        >
          <Amount value={result.avoided.contribution} form="compact" />
        </FigureTile>
      </Tiles>
      {board.lesson && <p className={style.lesson}>{board.lesson}</p>}
    </>
  )
}
