import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import type { Language } from '../platform/language.ts'
import * as format from './format.ts'
import { useCompany } from './session.ts'

/**
 * The pure formats of format.ts bound to the reader's language and the company's currency:
 *
 *     const format = useFormat()
 *     format.amount('12434567.89')            "¥12,434,568"     (whole units; second argument 'compact' or 'exact')
 *     format.share(0.6668)  format.day('2014-05-01')  format.points(71.25)
 */
export function useFormat() {
  const language = useLanguage()
  const { baseCurrency, timeZone } = useCompany()
  return useMemo(
    () => ({
      language,
      amount: (amount: string, form: format.AmountForm = 'whole', currency: string | null = baseCurrency) =>
        format.formatAmount(amount, currency, form, language),
      number: (value: number | string, digits?: number) => format.formatNumber(value, language, digits),
      points: (value: number | string) => format.formatPoints(value, language),
      count: (value: number) => format.formatCount(value, language),
      share: (value: number | string, signed?: boolean) => format.formatShare(value, language, signed),
      day: (day: string) => format.formatDay(day, language),
      days: (from: string, to: string) => format.formatDays(from, to, language),
      month: (month: string) => format.formatMonth(month, language),
      instant: (instant: string) => format.formatInstant(instant, language),
      time: (instant: string) => format.formatTime(instant, language, timeZone),
      ago: (instant: string) => format.formatAgo(instant, new Date(), language),
      duration: (seconds: number) => format.formatDuration(seconds, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
    }),
    [language, baseCurrency, timeZone],
  )
}

/** The language on screen now. */
export function useLanguage(): Language {
  return useLingui().i18n.locale === 'zh-Hans' ? 'zh-Hans' : 'en'
}
