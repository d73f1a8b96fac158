import { Trans, useLingui } from '@lingui/react/macro'
import { Unknown } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './forecast.module.css'
import type { AdjustmentRead } from './forecast.web.ts'

/** Whether an adjustment brought the forecast nearer to what came, and by how much. */
export function WorthWords({ adjustment: { worth }, short }: { adjustment: AdjustmentRead; short?: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  if (!worth) return <Unknown reason={t`Said once it is over and its months are known`} />
  const pieces = (value: number) => format.count(Math.round(value))
  const gained = worth.baseMissed - worth.missed
  const helped = gained > 0
  const by = pieces(Math.abs(gained))
  const verdict = helped ? t`nearer by ${by} pieces` : t`further off by ${by} pieces`
  if (short) return <span className={helped ? style.better : style.worse}>{verdict}</span>
  return (
    <p className={style.verdict}>
      <Trans>
        Without it {pieces(worth.base)} were expected, with it {pieces(worth.expected)}; {pieces(worth.actual)} came.
        The forecast was <span className={helped ? style.better : style.worse}>{verdict}</span>.
      </Trans>
    </p>
  )
}
