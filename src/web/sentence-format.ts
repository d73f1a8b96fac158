import type { Language } from '../platform/language.ts'
import type { SignalFormat } from '../platform/signal.ts'
import { formatAmount, formatDay } from './format.ts'

const wholePercent = new Intl.NumberFormat('en', {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'negative',
})

/**
 * How figures stand in sentences that the server says (signals, timeline, brief, mails), as the pages write them: money short, in
 * the company's base currency ('XXX': without a sign).
 */
export const sentenceFormat = (language: Language, currency: string): SignalFormat => ({
  language,
  money: amount => formatAmount(amount, currency, 'compact', language),
  day: day => formatDay(day, language),
  // Whole per cents: a sentence is read once.
  percent: share => wholePercent.format(share).replace('-', '−'),
})
