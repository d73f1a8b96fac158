import type { Language } from './language.ts'
import type { SignalFormat } from './signal.ts'

const locales: Record<Language, string> = { en: 'en', 'zh-Hans': 'zh-Hans-CN' }

/**
 * How figures stand in sentences that the server says (signals, timeline, mails): compact money with three significant
 * digits ('¥12.4M', '¥1240万'), days written out, a true minus. `currency` is ISO 4217; 'XXX' shows no sign.
 */
export function sentenceFormat(language: Language, currency: string): SignalFormat {
  const locale = locales[language]
  const money = new Intl.NumberFormat(locale, {
    ...(currency === 'XXX' ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    notation: 'compact',
    maximumFractionDigits: 0,
    maximumSignificantDigits: 3,
    roundingPriority: 'morePrecision',
    signDisplay: 'negative',
  })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'negative' })
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    ...(language === 'en'
      ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }
      : { dateStyle: 'long' }),
  })
  const trueMinus = (text: string) => text.replace(/-/g, '−')
  return {
    language,
    money: amount => trueMinus(money.format(amount as Intl.StringNumericLiteral)),
    day: text => day.format(new Date(`${text}T00:00:00Z`)),
    percent: share => trueMinus(percent.format(share)),
  }
}
