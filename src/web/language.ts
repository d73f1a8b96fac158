import { i18n } from '@lingui/core'
import { type Language, languageOf } from '../platform/language.ts'

type Catalog = { messages: Record<string, string> }

const catalogs: Record<Language, () => Promise<Catalog>> = {
  en: () => import('./locales/en.ts'),
  'zh-Hans': () => import('./locales/zh-hans.ts'),
}

const memory = 'vitalfew.language'

/** Loads the catalog and switches every string at once; remembered for the sign-in page of the next visit. */
export async function showLanguage(language: Language): Promise<void> {
  const { messages } = await catalogs[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans'
  localStorage.setItem(memory, language)
}

/** The person's own setting, then what this browser showed last, then what the browser asks for. */
export function languageToShow(setting: Language | null): Language {
  if (setting) return setting
  const last = localStorage.getItem(memory)
  if (last === 'en' || last === 'zh-Hans') return last
  return languageOf(navigator.languages.join(','))
}
