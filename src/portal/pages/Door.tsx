import type { ReactNode } from 'react'
import { useLanguage, useShowLanguage } from './language.web.ts'
import style from './portal.module.css'

/** What stands before the pages: one box, and the other language. */
export function Door({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const language = useLanguage()
  const show = useShowLanguage()
  const other = language === 'en' ? 'zh-Hans' : 'en'
  return (
    <main className={style.door}>
      <div className={style.figure}>
        <button type="button" className={style.plain} lang={other} onClick={() => void show(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
      </div>
      <div className={style.doorBox}>
        <h1 className={style.title}>{title}</h1>
        {note && <p className={style.lead}>{note}</p>}
        {children}
      </div>
    </main>
  )
}
