import { i18n } from '@lingui/core'
import { type Language, languageOf } from '../../platform/language.ts'

/** The portal's own catalog alone. */
const catalogs = import.meta.glob<Record<string, string>>('../locales/portal/*.po', { import: 'messages' })

const memory = 'vitalfew.portal.language'

/** Remembered for the sign-in page of the next visit. */
export async function showPortalLanguage(language: Language): Promise<void> {
  const messages = await catalogs[`../locales/portal/${language}.po`]!()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  localStorage.setItem(memory, language)
}

/** What this browser showed last, else what it asks for. */
export function portalLanguage(): Language {
  const last = localStorage.getItem(memory)
  return last === 'en' || last === 'zh-Hans' ? last : languageOf(navigator.languages.join(','))
}
