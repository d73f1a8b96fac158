import type { Language } from '../platform/language.ts'
import { dueWords } from './due-words.ts'

/** What decides a place in the queue (rank.ts). */
export type Weighed = {
  value: string | null
  confidence: number
  due: string | null
  /** What an unknown value is taken for; urgency 0 to 1.5, more on the day of what has an hour. */
  weight: { stake: string; urgency: number }
}

type Formats = {
  amount: (amount: string, form: 'compact') => string
  number: (value: number, digits: number) => string
}

/** “¥240K at stake × 70% sure × due tomorrow (urgency 0.88)”. */
export function weightWords(signal: Weighed, today: string, language: Language, format: Formats): string {
  const { value, confidence, due, weight } = signal
  const money = format.amount(weight.stake, 'compact')
  const sure = `${Math.round(confidence * 100)}%`
  const urgency = format.number(weight.urgency, 2)
  const when = dueWords(due, today, language)
  if (language === 'zh-Hans') {
    const stake = value === null ? `金额未知，按 ${money} 计` : `涉及 ${money}`
    return `${stake} × 把握 ${sure} × ${when}（紧迫度 ${urgency}）`
  }
  const stake = value === null ? `value unknown, taken as ${money}` : `${money} at stake`
  const day = due === null ? when : when.endsWith('overdue') ? when : `due ${when}`
  return `${stake} × ${sure} sure × ${day} (urgency ${urgency})`
}
