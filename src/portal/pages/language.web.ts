import { useLingui } from '@lingui/react'
import { createContext, useContext, useMemo } from 'react'
import type { Language } from '../../platform/language.ts'
import * as format from '../../web/format.ts'

/** Switches every string of the portal. */
export const LanguageContext = createContext<(language: Language) => Promise<void>>(async () => undefined)

export const useShowLanguage = () => useContext(LanguageContext)

export function useLanguage(): Language {
  return useLingui().i18n.locale === 'zh-Hans' ? 'zh-Hans' : 'en'
}

/** Days, quantities and money as the reader writes them. */
export function useWriting() {
  const language = useLanguage()
  return useMemo(
    () => ({
      day: (day: string) => format.formatDay(day, language),
      instant: (instant: string) => format.formatInstant(instant, language),
      quantity: (quantity: string) => format.formatNumber(quantity, language, 6),
      money: (amount: string, currency: string) => format.formatAmount(amount, currency, 'exact', language),
    }),
    [language],
  )
}
