import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { type FactRow, factsOf, removeFact, writeFacts } from './buying.store.ts'
import type { BuyingFact, BuyingField } from './buying-facts.contract.ts'
import { overfullLine } from './competitor-shares.ts'
import { filledShare } from './profile-score.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** When it was heard, from whom: a contact or anybody else in words. */
export type Heard = { learnedOn: string; contactId: number | null; toldBy: string | null }

/**
 * Writes one fact in the place of what was known. Refused as `buying_fact_changed_meanwhile` when it is not the version
 * that was read, `learned_ahead` for a day to come, `shares_above_hundred` when competitors hold more than all of it.
 */
export async function sayFact(
  { db, actor, clock }: Acting,
  accountId: number,
  fact: BuyingFact,
  heard: Heard,
  version: number | null,
): Promise<{ version: number }> {
  return db.transaction().execute(async transaction => {
    const known = await openFact(transaction, actor, accountId, fact.field, version)
    await checkHeard(transaction, clock, accountId, heard, contactsIn(fact))
    const line = fact.field === 'competitors' ? overfullLine(fact.value.shares) : undefined
    if (line !== undefined) throw new Refusal('shares_above_hundred', { line })
    const written = await write(transaction, actor, accountId, fact, heard)
    await recordChange(transaction, actor, {
      ...subjectOf(accountId, fact.field),
      operation: known ? 'edit' : 'add',
      before: known && trailOf(known.value, known),
      after: trailOf(fact.value, heard),
    })
    return written
  })
}

/** The fact was heard again and still holds: fresh from that day, told by whoever said so. */
export async function confirmFact(
  { db, actor, clock }: Acting,
  accountId: number,
  field: BuyingField,
  heard: Heard,
  version: number,
): Promise<{ version: number }> {
  return db.transaction().execute(async transaction => {
    const known = (await openFact(transaction, actor, accountId, field, version))!
    await checkHeard(transaction, clock, accountId, heard, [])
    const written = await write(transaction, actor, accountId, { field, value: known.value } as BuyingFact, heard)
    await recordChange(transaction, actor, {
      ...subjectOf(accountId, field),
      operation: 'confirm',
      before: sourceOf(known),
      after: sourceOf(heard),
    })
    return written
  })
}

/** Takes a fact back: what was known stands in the trail. */
export async function forgetFact(
  { db, actor }: Acting,
  accountId: number,
  field: BuyingField,
  version: number,
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const known = (await openFact(transaction, actor, accountId, field, version))!
    await removeFact(transaction, accountId, field)
    await recordChange(transaction, actor, {
      ...subjectOf(accountId, field),
      operation: 'remove',
      before: trailOf(known.value, known),
    })
  })
}

/** Many facts of many accounts at once, as one person's: for loading, where nothing is known yet and rights are settled. */
export async function enterFacts(
  db: Db,
  actor: Actor,
  facts: readonly (Heard & { accountId: number; fact: BuyingFact })[],
): Promise<void> {
  await writeFacts(
    db,
    facts.map(({ fact, ...heard }) => ({ ...heard, ...fact, filled: filledShare(fact), personId: actor.id })),
  )
  await recordChanges(
    db,
    actor,
    facts.map(({ accountId, fact, ...heard }) => ({
      ...subjectOf(accountId, fact.field),
      operation: 'add',
      after: trailOf(fact.value, heard),
    })),
  )
}

async function openFact(
  db: Db,
  actor: Actor,
  accountId: number,
  field: BuyingField,
  version: number | null,
): Promise<FactRow | undefined> {
  const account = await lockEditable(db, actor, accountId, mayEditContacts)
  const known = (await factsOf(db, accountId)).find(row => row.field === field)
  if ((known?.version ?? null) !== version) {
    throw new Refusal('buying_fact_changed_meanwhile', { name: account.name })
  }
  return known
}

async function checkHeard(
  db: Db,
  clock: Clock,
  accountId: number,
  { learnedOn, contactId }: Heard,
  others: readonly number[],
): Promise<void> {
  if (learnedOn > (await businessDay({ db, clock }))) throw new Refusal('learned_ahead', { day: learnedOn })
  const named = contactId === null ? others : [contactId, ...others]
  if (named.length === 0) return
  const known = new Set((await contactsOfAccounts(db, [accountId])).map(contact => contact.id))
  const stranger = named.find(id => !known.has(id))
  if (stranger !== undefined) throw new Refusal('contact_unknown', { id: stranger })
}

const contactsIn = (fact: BuyingFact): number[] =>
  fact.field === 'process' ? fact.value.steps.flatMap(step => step.contactId ?? []) : []

async function write(db: Db, actor: Actor, accountId: number, fact: BuyingFact, heard: Heard) {
  const [written] = await writeFacts(db, [
    { accountId, ...fact, filled: filledShare(fact), ...sourceOf(heard), personId: actor.id },
  ])
  return written!
}

const subjectOf = (accountId: number, field: BuyingField) => ({
  room: 'know',
  subject: 'buying fact',
  subjectId: `${accountId} ${field}`,
  accountId,
})

const sourceOf = ({ learnedOn, contactId, toldBy }: Heard): Heard => ({ learnedOn, contactId, toldBy })

const trailOf = (value: BuyingFact['value'], heard: Heard) => ({ ...value, ...sourceOf(heard) })
