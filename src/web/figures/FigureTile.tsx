import type { ReactNode } from 'react'
import { Bar } from '../page/Skeletons.tsx'
import style from './FigureTile.module.css'

type Props = {
  label: ReactNode
  /** The figure itself: usually `<Amount form="compact" …/>`. */
  children: ReactNode
  /** What to compare it with, or what it rests on. */
  note?: ReactNode
  /** Explains the measure on hover of the label. */
  hint?: string
  loading?: boolean
}

/** A row of tiles, divided by hairlines: `<Tiles><FigureTile label={t`Revenue`}>…</FigureTile>…</Tiles>` */
export function Tiles({ children }: { children: ReactNode }) {
  return <dl className={style.tiles}>{children}</dl>
}

/** One figure with its name and what it rests on. Keeps its size while loading. */
export function FigureTile({ label, children, note, hint, loading }: Props) {
  return (
    <div className={style.tile}>
      <dt className={style.label} data-hint={hint}>
        {label}
      </dt>
      <dd className={style.figure}>{loading ? <Bar width="60%" height={22} /> : children}</dd>
      <dd className={style.note}>{loading ? <Bar width="45%" /> : (note ?? ' ')}</dd>
    </div>
  )
}
