import { mayEditContacts } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { enteredPotentials, type Potential, removePotential, writePotentials } from './potentials.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type PotentialEntry = Pick<Potential, 'accountId' | 'productLine' | 'amount' | 'source' | 'asOf'>

/**
 * Enters what an account could buy of a line in a year. Refused as `potential_changed_meanwhile` when it is not the
 * version that was read, `learned_ahead` for a day to come.
 */
export async function setPotential(
  { db, actor, clock }: Acting,
  entry: PotentialEntry,
  version: number | null,
): Promise<{ version: number }> {
  return db.transaction().execute(async transaction => {
    const known = await open(transaction, actor, entry, version)
    if (entry.asOf > (await businessDay({ db: transaction, clock })))
      throw new Refusal('learned_ahead', { day: entry.asOf })
    const [written] = await writePotentials(transaction, [{ ...entry, personId: actor.id }])
    await recordChange(transaction, actor, {
      ...subjectOf(entry),
      operation: known ? 'edit' : 'add',
      before: known && trailOf(known),
      after: trailOf(entry),
    })
    return written!
  })
}

/** Takes an entered potential back: the estimate holds again. */
export async function takeBackPotential(
  { db, actor }: Acting,
  entry: Pick<Potential, 'accountId' | 'productLine'>,
  version: number,
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const known = (await open(transaction, actor, entry, version))!
    await removePotential(transaction, entry.accountId, entry.productLine)
    await recordChange(transaction, actor, { ...subjectOf(entry), operation: 'remove', before: trailOf(known) })
  })
}

/** Many at once, as one person's: for loading, where rights are settled. */
export async function enterPotentials(db: Db, actor: Actor, entries: readonly PotentialEntry[]): Promise<void> {
  await writePotentials(
    db,
    entries.map(entry => ({ ...entry, personId: actor.id })),
  )
  await recordChanges(
    db,
    actor,
    entries.map(entry => ({ ...subjectOf(entry), operation: 'add', after: trailOf(entry) })),
  )
}

async function open(
  db: Db,
  actor: Actor,
  { accountId, productLine }: Pick<Potential, 'accountId' | 'productLine'>,
  version: number | null,
): Promise<Potential | undefined> {
  const account = await lockEditable(db, actor, accountId, mayEditContacts)
  const known = (await enteredPotentials(db, [accountId])).find(each => each.productLine === productLine)
  if ((known?.version ?? null) !== version)
    throw new Refusal('potential_changed_meanwhile', { name: account.name, line: productLine })
  return known
}

const subjectOf = ({ accountId, productLine }: Pick<Potential, 'accountId' | 'productLine'>) => ({
  room: 'know',
  subject: 'potential',
  subjectId: `${accountId} ${productLine}`,
  accountId,
})

const trailOf = ({ productLine, amount, source, asOf }: PotentialEntry) => ({ productLine, amount, source, asOf })
