import type { Language } from '../platform/language.ts'
import { daysBetween } from './rank.ts'

/** How a due day lies to today, in words: “yesterday”, “3 days overdue”, “Thursday”, “in 5 weeks”; null: “no day”. */
export function dueWords(due: string | null, today: string, language: Language): string {
  const chinese = language === 'zh-Hans'
  if (due === null) return chinese ? '不限日期' : 'no day'
  const days = daysBetween(today, due)
  if (days < -1) return chinese ? `逾期 ${-days} 天` : `${-days} days overdue`
  if (days === -1) return chinese ? '逾期 1 天' : '1 day overdue'
  if (days === 0) return chinese ? '今天' : 'today'
  if (days === 1) return chinese ? '明天' : 'tomorrow'
  if (days < 7) return weekday(due, language)
  if (days < 21) return chinese ? `${days} 天后` : `in ${days} days`
  if (days < 70) return chinese ? `${Math.round(days / 7)} 周后` : `in ${Math.round(days / 7)} weeks`
  return chinese ? `${Math.round(days / 30.4)} 个月后` : `in ${Math.round(days / 30.4)} months`
}

const weekday = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
