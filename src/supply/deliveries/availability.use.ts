import { addDays, weekOf } from '../../engage/visits/wall-clock.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { productNames } from '../../products/product-names.server.ts'
import { type AvailabilityRow, availabilityByWeek, claimAvailability } from './deliveries.server.ts'

/** Products by code, with what is available in each of the weeks. */
export async function readAvailability(
  { db, clock }: { db: Db; clock: Clock },
  given: { from?: string; weeks: number; productId?: number },
) {
  const first = weekOf(given.from ?? (await businessDay({ db, clock })))
  const productIds = given.productId === undefined ? null : [given.productId]
  const rows = await availabilityByWeek(db, { from: first, weeks: given.weeks, productIds })
  const byProduct = Map.groupBy(rows, row => row.productId)
  const products = await productNames(db, [...byProduct.keys()])
  const weeks = Array.from({ length: given.weeks }, (_, at) => addDays(first, 7 * at))
  return {
    weeks,
    items: [...byProduct]
      .map(([productId, own]) => {
        const { id, code, name } = products.get(productId)!
        const quantities = new Map(own.map(row => [row.week, row.quantity]))
        return { product: { id, code, name }, quantities: weeks.map(week => quantities.get(week) ?? null) }
      })
      .sort((one, other) => (one.product.code < other.product.code ? -1 : 1)),
  }
}

/** Refused as `availability_product_unknown`, `availability_repeated`. */
export async function setAvailability(
  { db, clock, actor }: { db: Db; clock: Clock; actor: Actor },
  rows: readonly AvailabilityRow[],
) {
  return db.transaction().execute(async inside => {
    const products = await productNames(
      inside,
      rows.map(row => row.productId),
    )
    const unknown = rows.find(row => !products.has(row.productId))
    if (unknown) throw new Refusal('availability_product_unknown', { product: unknown.productId })
    const via = actor.via === 'key' ? ('api' as const) : ('hand' as const)
    const claiming = { via, source: via, personId: actor.id, at: clock.now() }
    const { refused, ...counts } = await claimAvailability(inside, claiming, rows)
    const first = refused[0] && rows[refused[0].at]!
    if (first)
      throw new Refusal('availability_repeated', { product: products.get(first.productId)!.name, week: first.week })
    await recordChange(inside, actor, {
      room: 'supply',
      subject: 'availability',
      subjectId: 'production',
      operation: 'set availability',
      after: { rows: rows.length, ...counts },
    })
    return counts
  })
}
