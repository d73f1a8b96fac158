import type { Kysely } from 'kysely'
import { accountNames } from '../../accounts/account-names.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { DB } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Standard } from './interchange/interchange-facts.ts'
import { longestId, type Partner, type PartnerFields, versionsOf } from './partner.ts'
import { insertPartner, lockPartner, partnerNamed, updatePartner } from './partners.store.ts'
import { mayEditPartner, readPartners } from './read-partners.use.ts'
import { markMapped } from './unmapped-codes.store.ts'

export type Acting = { db: Kysely<DB>; actor: Actor; clock: Clock }

/** The account is there and the actor may keep its partner. Refused as account_unknown, account_not_yours. */
async function checkAccount(db: Db, actor: Actor, accountId: number | null): Promise<void> {
  const account = accountId === null ? undefined : (await accountNames(db, [accountId])).get(accountId)
  if (accountId !== null && !account) throw new Refusal('account_unknown', { id: accountId })
  if (!mayEditPartner(actor, account)) throw new Refusal('account_not_yours', { id: accountId ?? 0 })
}

async function checkFields(db: Db, standard: Standard, fields: PartnerFields, id: number | null): Promise<void> {
  const { messageVersion, theirId, theirQualifier, ourId } = fields
  if (!versionsOf[standard].includes(messageVersion))
    throw new Refusal('partner_version_invalid', { version: messageVersion })
  for (const each of [theirId, ourId])
    if (each.length > longestId[standard])
      throw new Refusal('partner_id_too_long_invalid', { id: each, longest: longestId[standard] })
  const named = await partnerNamed(db, standard, { qualifier: theirQualifier, id: theirId })
  if (named && named.id !== id) throw new Refusal('partner_name_taken', { id: theirId })
}

/** Refused as account_unknown, account_not_yours, partner_version_invalid, partner_id_too_long_invalid, partner_name_taken. */
export async function addPartner(
  context: Acting,
  given: Partial<PartnerFields> &
    Pick<Partner, 'standard' | 'name' | 'theirId' | 'theirQualifier' | 'accountId' | 'messageVersion'>,
) {
  const id = await context.db.transaction().execute(async db => {
    const { standard, ...said } = given
    const fields: PartnerFields = {
      ourQualifier: '',
      ourId: '',
      test: false,
      sendsOrders: false,
      activityOverrides: {},
      ...said,
    }
    await checkAccount(db, context.actor, fields.accountId)
    await checkFields(db, standard, fields, null)
    const made = await insertPartner(db, { standard, ...fields }, context.clock.now())
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'EDI partner',
      subjectId: made,
      accountId: fields.accountId,
      operation: 'add',
      after: { standard, ...fields },
    })
    return made
  })
  return (await readPartners(context)).find(each => each.id === id)!
}

/** The partner, locked, for somebody who may edit it. Refused as partner_not_found, account_not_yours. */
export async function lockEditable(db: Db, actor: Actor, id: number): Promise<Partner> {
  const partner = await lockPartner(db, id)
  if (!partner) throw new Refusal('partner_not_found', { id })
  await checkAccount(db, actor, partner.accountId)
  return partner
}

/** Refused as addPartner; partner_not_found, partner_changed_meanwhile. */
export async function editPartner(context: Acting, id: number, version: number, said: Partial<PartnerFields>) {
  await context.db.transaction().execute(async db => {
    const before = await lockEditable(db, context.actor, id)
    if (before.version !== version) throw new Refusal('partner_changed_meanwhile', { id })
    const { id: _id, standard, version: _version, ...fields } = before
    const after: PartnerFields = { ...fields, ...said }
    await checkAccount(db, context.actor, after.accountId)
    await checkFields(db, standard, after, id)
    await updatePartner(db, id, after, context.clock.now())
    if (before.accountId !== after.accountId) await markMapped(db, id, 'party', null)
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'EDI partner',
      subjectId: id,
      accountId: after.accountId ?? before.accountId,
      operation: 'edit',
      before: Object.fromEntries(Object.keys(said).map(name => [name, fields[name as keyof PartnerFields]])),
      after: said,
    })
  })
  return (await readPartners(context)).find(each => each.id === id)!
}
