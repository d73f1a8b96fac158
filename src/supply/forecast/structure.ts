import type { Tier } from '../../identify/tier.ts'
import type { Place } from './adjustment.ts'
import type { Sums } from './reconcile.ts'

export const levels = ['item', 'product', 'account', 'tier', 'total'] as const
export type Level = (typeof levels)[number]

/** A forecast that is kept: one account's product, or a sum of such. */
export type SeriesKey = {
  level: Level
  accountId: number | null
  productId: number | null
  tier: Tier | null
}

/** What the items add up to, in the order of `structure`'s sums. */
export type Structure = {
  sums: Sums
  /** One for each part of each sum, one sum after the other. */
  parts: readonly SeriesKey[]
}

/** Every account, product and tier that has an item, and the whole. */
export function structureOf(items: readonly Place[]): Structure {
  const parts: SeriesKey[] = []
  const sums = [
    sumBy(
      items,
      item => item.accountId,
      accountId => ({ level: 'account', accountId, productId: null, tier: null }),
    ),
    sumBy(
      items,
      item => item.productId,
      productId => ({ level: 'product', accountId: null, productId, tier: null }),
    ),
    sumBy(
      items,
      item => item.tier,
      tier => ({ level: 'tier', accountId: null, productId: null, tier }),
    ),
    sumBy(
      items,
      () => 0,
      () => ({ level: 'total', accountId: null, productId: null, tier: null }),
    ),
  ].map(({ keys, ...sum }) => {
    parts.push(...keys)
    return sum
  })
  return { sums, parts }
}

function sumBy<Key>(items: readonly Place[], keyOf: (item: Place) => Key, series: (key: Key) => SeriesKey) {
  const places = new Map<Key, number>()
  const partOf = Int32Array.from(items, item => {
    const key = keyOf(item)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, places.size)
    return places.size - 1
  })
  return { partOf, parts: places.size, keys: [...places.keys()].map(series) }
}

/** The courses of all parts, in their order: for each period the sum over its items. */
export function sumCourses(courses: readonly Float64Array[], { sums }: Structure): Float64Array[] {
  const length = courses[0]?.length ?? 0
  return sums.flatMap(({ partOf, parts }) => {
    const rows = Array.from({ length: parts }, () => new Float64Array(length))
    for (let item = 0; item < courses.length; item++) {
      const row = rows[partOf[item]!]!
      const course = courses[item]!
      for (let at = 0; at < length; at++) row[at]! += course[at]!
    }
    return rows
  })
}
