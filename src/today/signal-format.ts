import type { Language } from '../platform/language.ts'
import type { SignalFormat } from '../platform/signal.ts'
import { formatAmount, formatDay, formatShare } from '../web/format.ts'

/** How figures stand in a reason: money short, in the company's base currency ('XXX': without a sign). */
export const signalFormat = (language: Language, currency: string): SignalFormat => ({
  language,
  money: amount => formatAmount(amount, currency, 'compact', language),
  day: day => formatDay(day, language),
  percent: share => formatShare(share, language),
})
