import { useLingui } from '@lingui/react/macro'
import style from './Skeletons.module.css'

/** A grey bar in the place of a word or figure: `<Bar width={96} />`; height defaults to a line of text. */
export function Bar({ width, height = 12 }: { width: number | string; height?: number }) {
  return <span className={style.bar} style={{ width, height }} aria-hidden="true" />
}

/** In the place of a row of figure tiles. */
export function TilesSkeleton({ tiles = 4 }: { tiles?: number }) {
  return (
    <div className={style.tiles} aria-hidden="true">
      {Array.from({ length: tiles }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div className={style.tile} key={index}>
          <Bar width="40%" />
          <Bar width="65%" height={22} />
          <Bar width="50%" />
        </div>
      ))}
    </div>
  )
}

/** In the place of a chart of that height. */
export function ChartSkeleton({ height }: { height: number }) {
  return <div className={style.chart} style={{ height }} aria-hidden="true" />
}

/** In the place of paragraphs and lists. */
export function LinesSkeleton({ lines = 4 }: { lines?: number }) {
  const widths = ['82%', '64%', '73%', '48%', '69%', '57%']
  return (
    <div className={style.lines} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Bar key={index} width={widths[index % widths.length]!} />
      ))}
    </div>
  )
}

/** A whole page while its code or first data arrives. */
export function PageSkeleton() {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`Loading the page`}>
      <div className={style.head}>
        <Bar width={180} height={20} />
        <Bar width={300} />
      </div>
      <TilesSkeleton />
      <ChartSkeleton height={300} />
    </div>
  )
}
