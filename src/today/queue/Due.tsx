import { useFormat, useLanguage } from '../../web/use-format.ts'
import { dueWords } from '../due-words.ts'
import style from './SignalRow.module.css'

/** The day as it lies to today, the exact one below it. */
export function Due({ due, today }: { due: string | null; today: string }) {
  const format = useFormat()
  const language = useLanguage()
  const tone = due === null ? 'none' : due < today ? 'overdue' : due === today ? 'today' : undefined
  return (
    <div className={style.due} data-tone={tone}>
      <span>{dueWords(due, today, language)}</span>
      {due !== null && <span className={style.day}>{format.day(due)}</span>}
    </div>
  )
}
