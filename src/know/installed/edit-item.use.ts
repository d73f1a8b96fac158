import { Decimal } from 'decimal.js'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { sitesOf } from '../sites/sites.server.ts'
import { deleteItem, findItem, type ItemFields, type ItemRow, insertItems, updateItem } from './installed.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** Base currency for one unit of a currency by the newest rate; null where none is known. */
export type NewestRate = (db: Db, currency: string) => Promise<string | null>

/** Adds an item to what an account has installed. Refused as `bought_ahead`, `site_unknown`. */
export async function addItem(
  context: Acting,
  newestRate: NewestRate,
  accountId: number,
  fields: ItemFields,
): Promise<{ id: number }> {
  return context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, mayEditContacts)
    await check({ ...context, db }, accountId, fields)
    const basePrice = await inBase(db, newestRate, fields, (await readSettings(db)).baseCurrency)
    const [id] = await insertItems(db, [{ ...fields, accountId, basePrice, personId: context.actor.id }])
    await record(db, context.actor, { id: id!, accountId }, 'add', undefined, fields)
    return { id: id! }
  })
}

/** Many items of many accounts at once, as one person's: for loading, where rights are settled. */
export async function enterItems(
  db: Db,
  actor: Actor,
  newestRate: NewestRate,
  items: readonly (ItemFields & { accountId: number })[],
): Promise<void> {
  const rates = new Map<string, Promise<string | null>>()
  const rateOnce: NewestRate = (_db, currency) => {
    const rate = rates.get(currency) ?? newestRate(db, currency)
    rates.set(currency, rate)
    return rate
  }
  const { baseCurrency } = await readSettings(db)
  const priced = await Promise.all(
    items.map(async item => ({
      ...item,
      basePrice: await inBase(db, rateOnce, item, baseCurrency),
      personId: actor.id,
    })),
  )
  const ids = await insertItems(db, priced)
  await recordChanges(
    db,
    actor,
    items.map(({ accountId, ...after }, index) => ({
      ...{ room: 'know', subject: 'installed item', subjectId: ids[index]!, accountId },
      operation: 'add',
      after,
    })),
  )
}

/** A person's edit of the version they read; the item is theirs from then on. Refused as `item_changed_meanwhile`. */
export async function editItem(
  context: Acting,
  newestRate: NewestRate,
  id: number,
  version: number,
  edit: Partial<ItemFields>,
): Promise<{ version: number }> {
  return context.db.transaction().execute(async db => {
    const item = await openItem(db, context.actor, id, version)
    const { before, after } = changedFields<Partial<ItemFields>>(item, edit)
    if (Object.keys(after).length === 0) return { version }
    const fields = { ...item, ...after }
    await check({ ...context, db }, item.accountId, fields)
    const basePrice = await inBase(db, newestRate, fields, (await readSettings(db)).baseCurrency)
    const written = await updateItem(db, { ...fields, basePrice, importId: null, personId: context.actor.id })
    await record(db, context.actor, item, 'edit', before, after)
    return { version: written }
  })
}

/** The item has been replaced or taken out: it is demand no more. What it was stands in the trail. */
export async function removeItem({ db, actor }: Acting, id: number, version: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    const item = await openItem(transaction, actor, id, version)
    await deleteItem(transaction, id)
    const { brand, model, productLine, quantity, boughtOn } = item
    await record(transaction, actor, item, 'remove', { brand, model, productLine, quantity, boughtOn })
  })
}

async function openItem(db: Db, actor: Actor, id: number, version: number): Promise<ItemRow> {
  const seen = await findItem(db, id)
  if (!seen) throw new Refusal('item_unknown', { id })
  await lockEditable(db, actor, seen.accountId, mayEditContacts)
  const item = await findItem(db, id)
  if (item?.version !== version) throw new Refusal('item_changed_meanwhile', { brand: seen.brand })
  return item
}

async function check(
  { db, clock }: Pick<Acting, 'clock'> & { db: Db },
  accountId: number,
  { boughtOn, siteId }: ItemFields,
): Promise<void> {
  if (boughtOn !== null && boughtOn > (await businessDay({ db, clock })))
    throw new Refusal('bought_ahead', { day: boughtOn })
  if (siteId !== null && !(await sitesOf(db, [accountId])).some(site => site.id === siteId))
    throw new Refusal('site_unknown', { id: siteId })
}

async function inBase(
  db: Db,
  newestRate: NewestRate,
  { unitPrice, currency }: Pick<ItemFields, 'unitPrice' | 'currency'>,
  baseCurrency: string | null,
): Promise<string | null> {
  if (unitPrice === null) return null
  if (currency === null || currency === baseCurrency) return unitPrice
  const rate = await newestRate(db, currency)
  return rate === null ? null : new Decimal(unitPrice).times(rate).toDecimalPlaces(4).toFixed()
}

async function record(
  db: Db,
  actor: Actor,
  { id, accountId }: { id: number; accountId: number },
  operation: string,
  before?: unknown,
  after?: unknown,
) {
  await recordChange(db, actor, {
    room: 'know',
    subject: 'installed item',
    subjectId: id,
    accountId,
    operation,
    before,
    after,
  })
}
