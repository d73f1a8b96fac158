import type { Language } from '../../platform/language.ts'
import { noCurrency } from '../format.ts'

/** Every currency the browser knows, as "CNY Chinese Yuan"; the unknown one first, with the given words. */
export function currencyChoices(language: Language, unknown: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language === 'en' ? 'en' : 'zh-CN', { type: 'currency' })
  const choices = Intl.supportedValuesOf('currency').map(code => ({ value: code, label: `${code} ${names.of(code)}` }))
  return [{ value: noCurrency, label: unknown }, ...choices.filter(choice => choice.value !== noCurrency)]
}

/** The names of the months, January first, as options with their number. */
export function monthChoices(language: Language): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(new Date(Date.UTC(2026, index, 1))),
  }))
}
