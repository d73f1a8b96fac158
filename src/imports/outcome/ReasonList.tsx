import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { capital } from '../capital.ts'
import type { Import } from '../ImportState.tsx'
import type { SettledState } from '../import-search.ts'
import { type Reason, reasonSentence } from '../reasons.ts'
import { BookRows } from './BookRows.tsx'
import { LeaveAside } from './LeaveAside.tsx'
import style from './ReasonList.module.css'
import { isBookable, type ReasonCount, sumByReason } from './reason-counts.ts'

type Props = {
  import: Import
  counts: { reason: string; state: SettledState; rows: number }[] | undefined
  may: boolean
  reason: Reason | undefined
  onReason: (reason: Reason | undefined) => void
}

/** Every reason with its rows, and the answers that settle all of them at once. */
export function ReasonList({ import: shown, counts, may, reason, onReason }: Props) {
  const { t } = useLingui()
  if (!counts) return <LinesSkeleton lines={3} />
  const reasons = sumByReason(counts)
  const largest = Math.max(...reasons.map(each => each.rows), 1)
  return (
    <ul className={style.reasons} aria-label={t`Reasons`}>
      {reasons.map(each => (
        <ReasonRow
          key={each.reason}
          import={shown}
          count={each}
          share={each.rows / largest}
          may={may}
          chosen={each.reason === reason}
          onChoose={() => onReason(each.reason === reason ? undefined : (each.reason as Reason))}
        />
      ))}
    </ul>
  )
}

type RowProps = {
  import: Import
  count: ReasonCount
  /** Of the largest reason. */
  share: number
  may: boolean
  chosen: boolean
  onChoose: () => void
}

function ReasonRow({ import: shown, count, share, may, chosen, onChoose }: RowProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const [asked, setAsked] = useState<'leave' | 'book' | null>(null)
  const settled = [
    count.booked > 0 && t`${format.number(count.booked, 0)} booked`,
    count.left > 0 && t`${format.number(count.left, 0)} left aside`,
  ].filter(Boolean)
  const sentence = capital(reasonSentence(count.reason, language))
  return (
    <li className={style.reason} data-chosen={chosen || undefined}>
      <button type="button" className={style.choose} aria-pressed={chosen} onClick={onChoose}>
        <span className={style.words}>
          {sentence}
          <code className={style.code}>{count.reason}</code>
        </span>
        <span className={style.bar} aria-hidden="true">
          <span className={style.fill} style={{ width: `${Math.max(share * 100, 1)}%` }} />
        </span>
        <span className={style.rows}>{format.number(count.rows, 0)}</span>
        <span className={style.settled}>{settled.length > 0 ? settled.join(' · ') : null}</span>
      </button>
      {may && count.open > 0 && (
        <span className={style.answers}>
          {isBookable(count.reason) && (
            <Button size="compact-sm" variant="light" onClick={() => setAsked('book')}>
              <Trans>Book to an account</Trans>
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setAsked('leave')}>
            <Trans>Leave aside</Trans>
          </Button>
        </span>
      )}
      <LeaveAside import={shown} count={count} opened={asked === 'leave'} onClose={() => setAsked(null)} />
      {isBookable(count.reason) && (
        <BookRows
          import={shown}
          reason={count.reason}
          rows={count.open}
          opened={asked === 'book'}
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  )
}
