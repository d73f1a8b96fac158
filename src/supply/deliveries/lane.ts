import type { Mode } from './delivery.ts'

/** A way by which goods travel: to one account, else to a country, else anywhere. Decimals are strings. */
export type LaneFields = {
  name: string
  fromPlace: string
  toPlace: string | null
  /** Two letters, as accounts have it. Excludes an account. */
  country: string | null
  accountId: number | null
  mode: Mode
  /** Usual days to the door, and those within which nine of ten arrive. */
  days: string
  daysP90: string | null
  /** In base currency. */
  costPerKg: string | null
  /** Freight as a share of the value of the goods, 0 to 1. */
  costShare: string | null
  isActive: boolean
  note: string | null
}

export type Lane = LaneFields & { id: number; version: number }
