import type { ReactNode } from 'react'
import { Mark } from '../shell/Mark.tsx'
import { LanguageSwitch, ThemeSwitch } from '../shell/TopBar.tsx'
import style from './Doorstep.module.css'

/** The frame of the pages before sign-in: mark, company, one column, language and theme. */
export function Doorstep({ company, title, children }: { company?: string; title: ReactNode; children: ReactNode }) {
  return (
    <div className={style.page}>
      <header className={style.bar}>
        <Mark size={28} />
        <span className={style.company}>{company || 'Vitalfew'}</span>
        <span className={style.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main className={style.column}>
        <h1 className={style.title}>{title}</h1>
        {children}
      </main>
    </div>
  )
}
