import { accountNames } from '../../accounts/account-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { productNames } from '../../products/product-names.server.ts'
import { addCrossReference } from '../stock/cross-reference.server.ts'
import { type Acting, lockEditable } from './edit-partner.use.ts'
import { deleteMappedCode } from './mapped-codes.store.ts'
import type { Partner } from './partner.ts'
import { updatePartner } from './partners.store.ts'
import type { ActivityMeaning } from './reports/activity.ts'
import { markMapped } from './unmapped-codes.store.ts'

/** What a person says that a code of a partner means. */
export type Mapping = { code: string } & (
  | { kind: 'product'; productId: number }
  | { kind: 'site'; siteId: number }
  | { kind: 'party'; accountId: number }
  | { kind: 'activity'; meaning: ActivityMeaning }
)

/**
 * Keeps what a code means for this partner; rows that wait for it come in once they are taken in again. A party of a partner
 * without an account makes the partner that account. Refused as partner_not_found, account_not_yours,
 * partner_without_account, mapping_target_unknown, site_not_of_account_invalid.
 */
export async function mapCode(context: Acting, id: number, mapping: Mapping): Promise<void> {
  await context.db.transaction().execute(async db => {
    const partner = await lockEditable(db, context.actor, id)
    const accountId = await keepMapping(db, context, partner, mapping)
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'EDI partner',
      subjectId: id,
      accountId,
      operation: 'map code',
      after: mapping,
    })
  })
}

async function keepMapping(
  db: Db,
  { actor, clock }: Acting,
  partner: Partner,
  mapping: Mapping,
): Promise<number | null> {
  const { id, accountId } = partner
  const unknown = new Refusal('mapping_target_unknown', { code: mapping.code })
  const { id: _id, standard: _standard, version: _version, ...fields } = partner
  if (mapping.kind === 'activity') {
    const activityOverrides = { ...partner.activityOverrides, [mapping.code]: mapping.meaning }
    await updatePartner(db, id, { ...fields, activityOverrides }, clock.now())
    await markMapped(db, id, 'activity', mapping.code)
    return accountId
  }
  if (mapping.kind === 'party') {
    if (!(await accountNames(db, [mapping.accountId])).has(mapping.accountId)) throw unknown
    if (accountId === null) {
      await updatePartner(db, id, { ...fields, accountId: mapping.accountId }, clock.now())
      await markMapped(db, id, 'party', null)
      return mapping.accountId
    }
  }
  if (accountId === null) throw new Refusal('partner_without_account', { name: partner.name })
  const { code } = mapping
  if (mapping.kind === 'product') {
    if (!(await productNames(db, [mapping.productId])).has(mapping.productId)) throw unknown
    await addCrossReference(
      db,
      { partnerAccountId: accountId, code, kind: 'product', productId: mapping.productId },
      actor.id,
    )
  } else if (mapping.kind === 'site') {
    const site = (await sitesById(db, [mapping.siteId])).get(mapping.siteId)
    if (!site) throw unknown
    if (site.accountId !== accountId) throw new Refusal('site_not_of_account_invalid')
    await addCrossReference(db, { partnerAccountId: accountId, code, kind: 'site', siteId: mapping.siteId }, actor.id)
  } else
    await addCrossReference(
      db,
      { partnerAccountId: accountId, code, kind: 'account', accountId: mapping.accountId },
      actor.id,
    )
  await markMapped(db, id, mapping.kind, code)
  return accountId
}

/** Forgets what a code means; what came in by it stays. Refused as partner_not_found, account_not_yours, mapped_code_not_found. */
export async function unmapCode(context: Acting, id: number, codeId: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const { accountId } = await lockEditable(db, context.actor, id)
    const gone = accountId === null ? undefined : await deleteMappedCode(db, accountId, codeId)
    if (!gone) throw new Refusal('mapped_code_not_found', { id: codeId })
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'EDI partner',
      subjectId: id,
      accountId,
      operation: 'forget code',
      before: gone,
    })
  })
}
