import type { Language } from '../platform/language.ts'
import { formatAmount } from '../web/format.ts'
import { dueWords } from './due-words.ts'

type Listed = {
  title: string
  account: { code: string; name: string } | null
  due: string | null
  value: string | null
  reason: string
  personName: string | null
}

/** A queue for a terminal: what, when, for how much, of whom, and below it why. */
export function queueLines(
  items: readonly Listed[],
  { today, currency, language }: { today: string; currency: string; language: Language },
): string {
  if (items.length === 0) return language === 'zh-Hans' ? '没有待办事项。' : 'Nothing is waiting.'
  return items
    .map(({ title, account, due, value, reason, personName }, index) => {
      const day = due === null ? '' : ` (${due})`
      const head = [
        title,
        account && `${account.name} ${account.code}`,
        value && formatAmount(value, currency, 'whole', language),
        `${dueWords(due, today, language)}${day}`,
        personName,
      ]
      return `${String(index + 1).padStart(3)}. ${head.filter(Boolean).join(' · ')}\n     ${reason}`
    })
    .join('\n')
}
