/** The two languages of the product. */
export type Language = 'en' | 'zh-Hans'

export const languages: readonly Language[] = ['en', 'zh-Hans']

/** The first supported language of an Accept-Language header; English where none fits. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.split(';')[0]!.trim().toLowerCase()
    if (tag.startsWith('zh')) return 'zh-Hans'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}

/** A fixed text in both languages, for the words of kinds and the like. */
export const inLanguage =
  (english: string, chinese: string) =>
  (language: Language): string =>
    language === 'en' ? english : chinese
