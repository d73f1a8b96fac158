import { type ReactNode, useId } from 'react'
import style from './Section.module.css'

type Props = {
  title: ReactNode
  /** What the section shows, in which unit: one quiet line. */
  note?: ReactNode
  actions?: ReactNode
  /** A thin frame around the content; never put a framed section inside another. */
  framed?: boolean
  children: ReactNode
}

/** A titled part of a page: `<Section title={t`Guards`} note={t`Money at stake, last 12 months`}>…</Section>` */
export function Section({ title, note, actions, framed, children }: Props) {
  const id = useId()
  return (
    <section className={framed ? `${style.section} ${style.framed}` : style.section} aria-labelledby={id}>
      <div className={style.head}>
        <div>
          <h2 id={id} className={style.title}>
            {title}
          </h2>
          {note && <p className={style.note}>{note}</p>}
        </div>
        {actions && <div className={`${style.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
