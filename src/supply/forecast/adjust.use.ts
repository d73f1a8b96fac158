import { accountNames } from '../../accounts/account-names.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { categorisedProducts, productNames } from '../../products/product-names.server.ts'
import { mayAdjust } from './adjustment-rights.ts'
import {
  type Adjustment,
  insertAdjustments,
  listAdjustments,
  lockAdjustment,
  type NewAdjustment,
  removeAdjustment,
  updateAdjustment,
  writeActual,
} from './adjustments.store.ts'
import { askForForecasts } from './run-forecasts.use.ts'
import { shownAdjustments } from './shown-adjustments.server.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type AdjustmentSaid = Omit<NewAdjustment, 'actual' | 'actualNote' | 'madeBy' | 'madeByName' | 'madeOn'>

/** The scope's product says its category by itself. */
async function checkScope(db: Db, actor: Actor, said: AdjustmentSaid): Promise<AdjustmentSaid> {
  const { accountId, productId, category } = said
  if (accountId === null) {
    if (!mayAdjust(actor, null)) throw new Refusal('adjustment_needs_account')
  } else await lockEditable(db, actor, accountId, mayEditContacts)
  if (productId !== null && !(await productNames(db, [productId])).has(productId)) throw new Refusal('product_unknown')
  if (category !== null && !(await categorisedProducts(db)).some(product => product.category === category))
    throw new Refusal('adjustment_category_unknown', { category })
  return { ...said, category: productId === null ? category : null }
}

/**
 * Says what the past does not know; forecasts are then made anew. Refused as account_unknown, account_not_yours,
 * adjustment_needs_account, product_unknown, adjustment_category_unknown.
 */
export async function adjustForecast({ db, actor, clock }: Acting, said: AdjustmentSaid): Promise<string> {
  const madeOn = await businessDay({ db, clock })
  return db.transaction().execute(async transaction => {
    const checked = await checkScope(transaction, actor, said)
    const made = { madeBy: actor.id, madeByName: actor.name, madeOn }
    const [inserted] = await insertAdjustments(transaction, [{ ...checked, ...made }])
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'adjustment',
      subjectId: inserted!.id,
      accountId: said.accountId,
      operation: 'adjust',
      after: checked,
    })
    await askForForecasts(transaction, actor, clock.now())
    return inserted!.publicId
  })
}

const fields = [
  'accountId',
  'productId',
  'category',
  'tier',
  'kind',
  'title',
  'reason',
  'fromDay',
  'toDay',
  'quantity',
  'percent',
] as const

/** Refused as adjustForecast, and as adjustment_unknown, adjustment_changed_meanwhile. */
export async function editAdjustment(
  { db, actor, clock }: Acting,
  publicId: string,
  version: number,
  said: AdjustmentSaid,
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const found = await lockOwn(transaction, actor, publicId, version)
    const checked = await checkScope(transaction, actor, said)
    const before = Object.fromEntries(fields.map(field => [field, found[field]])) as AdjustmentSaid
    const changed = changedFields<AdjustmentSaid>(before, checked)
    if (Object.keys(changed.after).length === 0) return
    await updateAdjustment(transaction, found.id, checked)
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'adjustment',
      subjectId: found.id,
      accountId: found.accountId,
      operation: 'edit',
      ...changed,
    })
    await askForForecasts(transaction, actor, clock.now())
  })
}

/** Says what it really brought: that is then taken out of the past. Refused as adjustment_not_begun too. */
export async function settleAdjustment(
  { db, actor, clock }: Acting,
  publicId: string,
  version: number,
  { actual, note }: { actual: string | null; note: string | null },
): Promise<void> {
  const today = await businessDay({ db, clock })
  await db.transaction().execute(async transaction => {
    const found = await lockOwn(transaction, actor, publicId, version)
    if (found.fromDay > today) throw new Refusal('adjustment_not_begun', { day: found.fromDay })
    await writeActual(transaction, found.id, actual, note)
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'adjustment',
      subjectId: found.id,
      accountId: found.accountId,
      operation: 'settle',
      before: { actual: found.actual, actualNote: found.actualNote },
      after: { actual, actualNote: note },
    })
    await askForForecasts(transaction, actor, clock.now())
  })
}

/** Takes an adjustment back: forecasts are made as if it had not been said. */
export async function withdrawAdjustment({ db, actor, clock }: Acting, publicId: string): Promise<void> {
  await db.transaction().execute(async transaction => {
    const found = await lockOwn(transaction, actor, publicId)
    await removeAdjustment(transaction, found.id, clock.now())
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'adjustment',
      subjectId: found.id,
      accountId: found.accountId,
      operation: 'remove',
      before: Object.fromEntries(fields.map(field => [field, found[field]])),
    })
    await askForForecasts(transaction, actor, clock.now())
  })
}

async function lockOwn(db: Db, actor: Actor, publicId: string, version?: number): Promise<Adjustment> {
  const found = await lockAdjustment(db, publicId)
  if (!found) throw new Refusal('adjustment_unknown')
  const account = found.accountId === null ? null : (await accountNames(db, [found.accountId])).get(found.accountId)!
  if (!mayAdjust(actor, account)) {
    if (account) throw new Refusal('account_not_yours', { id: account.id, name: account.name })
    throw new Refusal('adjustment_needs_account')
  }
  if (version !== undefined && version !== found.version)
    throw new Refusal('adjustment_changed_meanwhile', { title: found.title })
  return found
}

/** One adjustment as shown. */
export async function readAdjustment(context: Acting, publicId: string) {
  const rows = await listAdjustments(context.db, {
    accountIds: null,
    touching: null,
    when: 'all',
    today: await businessDay(context),
    publicId,
    limit: 1,
    after: null,
  })
  const [shown] = await shownAdjustments(context, rows)
  if (!shown) throw new Refusal('adjustment_unknown')
  return shown
}

type Listed = { when: 'ahead' | 'over' | 'all'; accountId?: number; limit: number; cursor?: string }

/** Latest beginning first. */
export async function readAdjustments(context: Acting, { when, accountId, limit, cursor }: Listed) {
  const [fromDay, id] = cursor?.split(' ') ?? []
  const rows = await listAdjustments(context.db, {
    accountIds: accountId === undefined ? null : [accountId],
    touching: null,
    when,
    today: await businessDay(context),
    limit: limit + 1,
    after:
      fromDay && Number.isSafeInteger(Number(id)) && /^\d{4}-\d\d-\d\d$/.test(fromDay)
        ? { fromDay, id: Number(id) }
        : null,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await shownAdjustments(context, page),
    nextCursor: rows.length > limit && last ? `${last.fromDay} ${last.id}` : null,
  }
}
