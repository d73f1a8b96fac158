import style from './allocation.module.css'

/** Requested, allocated and fair part on one scale; the figures stand in the columns beside it. */
export function AwardBar({
  requested,
  allocated,
  fair,
  most,
}: {
  requested: number
  allocated: number
  fair: number
  most: number
}) {
  const share = (count: number) => `${(100 * Math.min(count, most)) / most}%`
  return (
    <span className={style.bar} aria-hidden="true">
      <span className={style.wanted} style={{ width: share(requested) }} />
      <span className={style.given} style={{ width: share(allocated) }} />
      <span className={style.fair} style={{ left: share(fair) }} />
    </span>
  )
}
