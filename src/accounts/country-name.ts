import type { Language } from '../platform/language.ts'

const names: Partial<Record<Language, Intl.DisplayNames>> = {}

/** "CN" → "China", "中国"; anything that is no ISO 3166 code stays as the ledger writes it. */
export function countryName(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  names[language] ??= new Intl.DisplayNames(language === 'en' ? 'en' : 'zh-Hans-CN', { type: 'region' })
  return names[language].of(country) ?? country
}
