import { useLanguage } from '../../web/use-format.ts'

/** The days of the week for a select: ISO numbers with their names in the reader's language. */
export function useWeekdays(): { value: string; label: string }[] {
  const language = useLanguage()
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map(day => ({ value: String(day), label: format.format(Date.UTC(2024, 0, day)) }))
}
