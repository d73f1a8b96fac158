import { accountNames } from '../../accounts/account-names.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { productNames } from '../../products/product-names.server.ts'
import type { Claiming } from '../stock/claims.store.ts'
import { claimDeliveries } from './deliveries.server.ts'
import { type DeliveryFilter, type DeliveryRead, findByKey, findDelivery, listDeliveries } from './deliveries.store.ts'
import { type DeliveryFields, deliveryKeys } from './delivery.ts'

type Acting = { db: Db; clock: Clock; actor: Actor }

const claimingOf = ({ actor, clock }: Acting, source: string): Claiming => ({
  via: actor.via === 'key' ? 'api' : 'hand',
  source,
  personId: actor.id,
  at: clock.now(),
})

/** A page of deliveries with the names of account and product. */
export async function readDeliveries(
  { db, clock }: { db: Db; clock: Clock },
  { cursor, limit, ...filter }: Omit<DeliveryFilter, 'after'> & { cursor?: string },
) {
  const [promisedOn, rowId] = cursor?.split('_') ?? []
  const after = rowId === undefined ? undefined : { promisedOn: promisedOn || null, rowId: Number(rowId) || 0 }
  const rows = await listDeliveries(db, { ...filter, after, limit: limit + 1 }, await businessDay({ db, clock }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await withNames(db, page),
    nextCursor: rows.length > limit && last ? `${last.promisedOn ?? ''}_${last.rowId}` : null,
  }
}

async function withNames(db: Db, rows: readonly DeliveryRead[]) {
  const accounts = await accountNames(db, [...new Set(rows.map(row => row.accountId))])
  const products = await productNames(db, [...new Set(rows.flatMap(row => row.productId ?? []))])
  return rows.map(({ rowId: _row, originId: _origin, source: _source, key: _key, accountId, productId, ...row }) => {
    const { id, code, name } = accounts.get(accountId)!
    const product = productId === null ? undefined : products.get(productId)
    return {
      ...row,
      account: { id, code, name },
      product: product === undefined ? null : { id: product.id, code: product.code, name: product.name },
    }
  })
}

/** A delivery that a person enters. Refused as `delivery_product_unknown`, `arrived_too_early`, `arrived_ahead`. */
export async function enterDelivery(
  context: Acting,
  { accountId, ...fields }: DeliveryFields & { accountId: number; productId: number },
) {
  return context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, mayEditContacts)
    if (!(await productNames(db, [fields.productId])).has(fields.productId))
      throw new Refusal('delivery_product_unknown', { product: fields.productId })
    const row = { ...fields, accountId }
    const [key] = deliveryKeys([row])
    await checkDays({ ...context, db }, fields, null)
    await claimDeliveries(db, claimingOf(context, 'hand'), [{ ...row, key: key! }])
    const entered = (await findByKey(db, accountId, 'hand', key!))!
    await record(db, context.actor, entered, 'enter', fields)
    return (await withNames(db, [entered]))[0]!
  })
}

/** What a person says of a delivery that is known. Refused as enterDelivery, `delivery_unknown`, `delivery_changed_meanwhile`. */
export async function tellOfDelivery(context: Acting, id: string, version: number, fields: DeliveryFields) {
  return context.db.transaction().execute(async db => {
    const known = await findDelivery(db, id)
    if (!known) throw new Refusal('delivery_unknown')
    await lockEditable(db, context.actor, known.accountId, mayEditContacts)
    if (known.version !== version) throw new Refusal('delivery_changed_meanwhile', { reference: known.reference ?? '' })
    await checkDays({ ...context, db }, fields, known)
    await claimDeliveries(db, claimingOf(context, known.source), [
      { ...fields, accountId: known.originId, key: known.key },
    ])
    await record(db, context.actor, known, 'tell', fields)
    return (await withNames(db, [(await findDelivery(db, id))!]))[0]!
  })
}

async function checkDays(context: Acting, fields: DeliveryFields, known: DeliveryRead | null): Promise<void> {
  const shipped = fields.shippedOn ?? known?.shippedOn
  const arrived = fields.arrivedOn ?? known?.arrivedOn
  if (!arrived) return
  if (shipped && arrived < shipped) throw new Refusal('arrived_too_early', { shipped, arrived })
  if (arrived > (await businessDay(context))) throw new Refusal('arrived_ahead', { day: arrived })
}

async function record(db: Db, actor: Actor, { id, accountId }: DeliveryRead, operation: string, after: DeliveryFields) {
  await recordChange(db, actor, { room: 'supply', subject: 'delivery', subjectId: id, accountId, operation, after })
}
