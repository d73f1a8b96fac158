import { Decimal } from 'decimal.js'
import type { Standard } from './interchange/interchange-facts.ts'
import { type ActivityMeaning, type ActivityOverrides, readActivity } from './reports/activity.ts'
import type { Activity } from './reports/reported-item.ts'

/** What an item says under each meaning; decimals, absent where nothing is said. */
export type ItemQuantities = Partial<Record<Exclude<ActivityMeaning, 'ignored'>, string>>

export type QuantityProblem = {
  reason: 'activity_unmapped' | 'quantity_unreadable' | 'quantity_negative'
  code: string
}

/** Sales less returns may be below zero in a week, and counting may find less; nothing else can. */
const mayBeNegative: readonly ActivityMeaning[] = ['sold', 'adjusted']

/** Sums of a span add up when a line states a code twice; of counts the first is the total. */
const flows: readonly ActivityMeaning[] = ['sold', 'returned', 'received', 'adjusted', 'lost_sales']

/**
 * The quantities of one line by meaning. Where several codes mean the same (available and gross stock), the one that comes
 * first in the table counts, a partner's own before all.
 */
export function readQuantities(
  activities: readonly Activity[],
  standard: Standard,
  overrides: ActivityOverrides,
): ItemQuantities | QuantityProblem {
  const chosen = new Map<ActivityMeaning, { rank: number; code: string; quantity: string }>()
  for (const { code, quantity: text } of activities) {
    const read = readActivity(code, standard, overrides)
    if (!read) return { reason: 'activity_unmapped', code }
    const { meaning, rank } = read
    if (meaning === 'ignored') continue
    const quantity = readDecimal(text, standard)
    if (quantity === null) return { reason: 'quantity_unreadable', code }
    if (quantity.startsWith('-') && !mayBeNegative.includes(meaning)) return { reason: 'quantity_negative', code }
    const known = chosen.get(meaning)
    if (known && known.code === code) {
      if (flows.includes(meaning)) known.quantity = new Decimal(known.quantity).plus(quantity).toFixed()
    } else if (!known || rank < known.rank) chosen.set(meaning, { rank, code, quantity })
  }
  return Object.fromEntries([...chosen].map(([meaning, { quantity }]) => [meaning, quantity])) as ItemQuantities
}

/** A quantity as X12 (point) or EDIFACT (point or comma) writes it, up to 15 digits and 6 decimals; null where it is none. */
export function readDecimal(text: string, standard: Standard): string | null {
  const plain = standard === 'edifact' ? text.trim().replace(',', '.') : text.trim()
  if (!/^[+-]?(?:\d{1,15}(?:\.\d{0,9})?|\.\d{1,9})$/.test(plain)) return null
  return new Decimal(plain).toDecimalPlaces(6).toFixed()
}

/** Two lines of a message that speak of the same: their quantities together; what is no quantity is that of the first. */
export function addedUp<Row extends object>(one: Row, other: Row): Row {
  const sum: Record<string, unknown> = { ...(other as object), ...(one as object) }
  for (const [name, value] of Object.entries(other)) {
    const before = (one as Record<string, unknown>)[name]
    if (typeof value === 'string' && typeof before === 'string' && !/day/i.test(name))
      sum[name] = new Decimal(before).plus(value).toFixed()
  }
  return sum as Row
}
