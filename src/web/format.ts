import type { Language } from '../platform/language.ts'

/**
 * Figures, days and amounts as people read them. Amounts come as exact decimal strings and never pass through a float:
 * Intl reads the string itself. A true minus (U+2212) is used throughout. Nothing here knows the clock or the browser.
 */

/** How an amount is shown: short for tiles, whole for tables, exact for what must agree with a document. */
export type AmountForm = 'compact' | 'whole' | 'exact'

/** ISO 4217 "no currency": the ledger has amounts but nobody has said in what. */
export const noCurrency = 'XXX'

const locales: Record<Language, string> = { en: 'en', 'zh-Hans': 'zh-Hans-CN' }
const formatters = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let format = formatters.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[language], options)
    formatters.set(key, format)
  }
  return format
}

function trueMinus(text: string): string {
  return text.replace(/-/g, '−')
}

/** Compact keeps three significant digits, or all of the whole part where it is longer: ¥12.4M, ¥1243万, ¥1.24亿. */
const compactDigits: Intl.NumberFormatOptions = {
  notation: 'compact',
  maximumFractionDigits: 0,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
}

const digitsOfForm: Record<AmountForm, Intl.NumberFormatOptions> = {
  compact: compactDigits,
  whole: { maximumFractionDigits: 0, minimumFractionDigits: 0 },
  exact: { minimumFractionDigits: 2, maximumFractionDigits: 20 },
}

/**
 * @param amount decimal string such as "-80487704.2043"
 * @param currency ISO 4217 code; 'XXX' or null shows no sign (also where the unit already stands in the header)
 */
export function formatAmount(amount: string, currency: string | null, form: AmountForm, language: Language): string {
  const unit: Intl.NumberFormatOptions =
    currency && currency !== noCurrency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {}
  const format = numberFormat(language, { ...unit, ...digitsOfForm[form], signDisplay: 'negative' })
  return trueMinus(format.format(amount as Intl.StringNumericLiteral))
}

/** A plain number (quantity, points): at most `digits` decimals. */
export function formatNumber(value: number | string, language: Language, digits = 2): string {
  const format = numberFormat(language, { maximumFractionDigits: digits, signDisplay: 'negative' })
  return trueMinus(format.format(value as number))
}

/** Points always with one decimal, so that a column of them lines up. */
export function formatPoints(value: number | string, language: Language): string {
  const format = numberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'negative',
  })
  return trueMinus(format.format(value as number))
}

/** A count in a tile: 60,919, or 1.2M from a million. */
export function formatCount(value: number, language: Language): string {
  return trueMinus(numberFormat(language, value >= 1_000_000 ? compactDigits : {}).format(value))
}

/** A share (0.6668) as per cent with one decimal: 66.7%. Growth takes `signed` to show its plus. */
export function formatShare(share: number | string, language: Language, signed = false): string {
  const format = numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
  return trueMinus(format.format(share as number))
}

function dayFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', ...options })
}

/** '2014-05-01' → "1 May 2014", "2014年5月1日". */
export function formatDay(day: string, language: Language): string {
  const month = language === 'en' ? 'short' : 'long'
  return dayFormat(language, { day: 'numeric', month, year: 'numeric' }).format(new Date(`${day}T00:00:00Z`))
}

/** '2014-05' or '2014-05-01' → "May 2014", "2014年5月". */
export function formatMonth(month: string, language: Language): string {
  const name = language === 'en' ? 'short' : 'long'
  return dayFormat(language, { month: name, year: 'numeric' }).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
}

/** Both ends included: "2 May 2013 – 1 May 2014". */
export function formatDays(from: string, to: string, language: Language): string {
  return from === to ? formatDay(from, language) : `${formatDay(from, language)} – ${formatDay(to, language)}`
}

/** An instant in the reader's own zone: "23 Nov 2026, 02:43". */
export function formatInstant(instant: string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant))
}

/** The hour of an instant in that zone: 14:05. */
export function formatTime(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )
}

/** How long ago, coarsely: "5 minutes ago", "3天前". */
export function formatAgo(instant: string, now: Date, language: Language): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
  const size = Math.abs(seconds)
  if (size < 45) return format.format(0, 'second')
  if (size < 3600) return format.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return format.format(Math.round(seconds / 3600), 'hour')
  return format.format(Math.round(seconds / 86_400), 'day')
}

/** A duration in seconds for progress: "40 s", "3 min 20 s", "1 h 5 min". */
export function formatDuration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds))
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const words = language === 'en' ? [' h', ' min', ' s'] : [' 小时', ' 分', ' 秒']
  if (h > 0) return min > 0 ? `${h}${words[0]} ${min}${words[1]}` : `${h}${words[0]}`
  if (min > 0) return s > 0 ? `${min}${words[1]} ${s}${words[2]}` : `${min}${words[1]}`
  return `${s}${words[2]}`
}

/** Bytes: "4.2 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return numberFormat(language, {
    style: 'unit',
    unit: units[unit]!,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 0 ? 0 : 1,
  }).format(size)
}

/** Below zero, read from the text alone: exact for any length. "-0.00" is not negative. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount)
}
