import type { Language } from '../../platform/language.ts'

/** Fixed words of the brief, which the printed page says as well as the screen. */
const words = {
  brief: ['Brief', '拜访简报'],
  topics: ['Suggested topics', '建议话题'],
  now: ['Now', '本期'],
  before: ['A year before', '上年同期'],
  change: ['Change', '增减'],
  firstVisit: ['First visit on record', '首次记录的拜访'],
  notes: ['Notes', '笔记'],
} as const satisfies Record<string, readonly [string, string]>

export const briefWord = (word: keyof typeof words, language: Language): string =>
  words[word][language === 'en' ? 0 : 1]

export const lastVisitWords = (day: string, language: Language): string =>
  language === 'en' ? `last visit ${day}` : `上次拜访 ${day}`

export const asOfWords = (day: string, language: Language): string =>
  language === 'en' ? `as of ${day}` : `截至 ${day}`

export const moreWords = (count: number, language: Language): string =>
  language === 'en' ? `and ${count} more on screen` : `另有 ${count} 条见系统页面`

export const pageWords = (page: number, pages: number, language: Language): string =>
  language === 'en' ? `Page ${page} of ${pages}` : `第 ${page} 页，共 ${pages} 页`

/** "Tue, 3 Nov 2026, 14:00–15:30" on the clock of that zone. */
export function hoursWords(startsAt: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    ...(language === 'en'
      ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
      : { dateStyle: 'long' }),
    ...(language === 'en' ? { hour: '2-digit', minute: '2-digit' } : { timeStyle: 'short' }),
    hourCycle: 'h23',
  }).format(new Date(startsAt))
}

/** By how much an amount differs from that before, as a share; null where there was nothing to compare with. */
export function changeOf(amount: string | null, before: string | null): number | null {
  const [now, then] = [Number(amount), Number(before)]
  // Shares are shown in whole percent: a float holds them well enough.
  return amount === null || before === null || then <= 0 ? null : now / then - 1
}
