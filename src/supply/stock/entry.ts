import { addDays, weekOf } from '../../engage/visits/wall-clock.ts'

/** Monday and Sunday of the last week that is over. */
export function lastFullWeek(today: string): { from: string; to: string } {
  const monday = addDays(weekOf(today), -7)
  return { from: monday, to: addDays(monday, 6) }
}

/** A quantity as a person types it on a phone (12, 12.5 or 12,5) as a decimal; null where it is none. */
export function quantityOf(text: string): string | null {
  const plain = text.trim().replace(',', '.')
  return /^\d{1,12}(?:\.\d{1,3})?$/.test(plain) ? plain : null
}
