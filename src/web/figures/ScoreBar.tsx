// biome-ignore-all lint/a11y/useSemanticElements: <meter> cannot be styled alike in all browsers
import { useFormat } from '../use-format.ts'
import style from './ScoreBar.module.css'

type Props = {
  /** Points reached. */
  points: number
  /** Points that could be had. */
  of: number
  /** Where the next tier begins, in points; a tick on the bar. */
  threshold?: number
  label: string
}

/** Points out of the possible: `<ScoreBar points={22.5} of={30} label={t`Contribution`} />` */
export function ScoreBar({ points, of, threshold, label }: Props) {
  const format = useFormat()
  const part = of > 0 ? Math.min(1, Math.max(0, points / of)) : 0
  return (
    <span className={style.whole}>
      <span
        className={style.track}
        role="meter"
        aria-label={label}
        aria-valuenow={points}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuetext={`${format.points(points)} / ${format.number(of)}`}
      >
        <span className={style.fill} style={{ width: `${part * 100}%` }} />
        {threshold !== undefined && of > 0 && (
          <span className={style.tick} style={{ left: `${Math.min(100, (threshold / of) * 100)}%` }} />
        )}
      </span>
      <span className={`figures ${style.words}`}>
        {format.points(points)} <span className={style.of}>/ {format.number(of)}</span>
      </span>
    </span>
  )
}
