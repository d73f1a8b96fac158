import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { mayEditAccount } from '../account-rights.ts'
import { lockAccounts } from '../accounts.store.ts'
import { type DuplicatePair, decidePair, findPair, knownOf, proposePair } from './duplicate-pairs.store.ts'
import type { Merging } from './merge-accounts.use.ts'
import { type Scored, scorePair } from './score-pair.ts'
import { readTraits } from './traits.ts'

/** How alike two accounts are as they stand now. Refused as `account_unknown`, `merge_same_account`. */
export async function scoreNow(db: Db, one: number, other: number): Promise<Scored> {
  if (one === other) throw new Refusal('merge_same_account')
  const known = await knownOf(db, [one, other])
  const missing = [one, other].find(id => !known.some(each => each.id === id))
  if (missing !== undefined) throw new Refusal('account_unknown', { id: missing })
  return scorePair(readTraits(known[0]!), readTraits(known[1]!))
}

async function record(db: Db, actor: Actor, pair: DuplicatePair, operation: string, reason: string | null) {
  await recordChanges(
    db,
    actor,
    [
      [pair.one, pair.other],
      [pair.other, pair.one],
    ].map(([account, twin]) => ({
      room: 'accounts',
      subject: 'duplicate pair',
      subjectId: pair.id,
      accountId: account!.id,
      operation,
      after: { with: `${twin!.code} ${twin!.name}`, reason },
    })),
  )
}

/**
 * Somebody says that two accounts are one company; a head decides. A manager proposes where one of the two is theirs.
 * Refused as `account_not_yours`, `account_unknown`, `merge_same_account`.
 */
export async function proposeDuplicates(
  { db, actor, clock }: Merging,
  given: { one: number; other: number; reason: string },
): Promise<number> {
  return db.transaction().execute(async transaction => {
    const scored = await scoreNow(transaction, given.one, given.other)
    const accounts = await lockAccounts(transaction, [given.one, given.other])
    if (!accounts.some(account => mayEditAccount(actor, account)))
      throw new Refusal('account_not_yours', { name: accounts[0]?.name })
    const id = await proposePair(transaction, actor, { ...scored, ...given, at: clock.now() })
    await record(transaction, actor, (await findPair(transaction, id))!, 'propose merge', given.reason)
    return id
  })
}

/** Remembered with who and why, through every later search. Refused as `duplicate_pair_unknown`. */
export async function decideDuplicates(
  { db, actor, clock }: Merging,
  decision: { id: number; state: 'open' | 'not duplicates'; reason: string | null },
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const pair = await findPair(transaction, decision.id)
    if (!pair) throw new Refusal('duplicate_pair_unknown', { id: decision.id })
    await decidePair(transaction, actor, { ...decision, at: clock.now() })
    const operation = decision.state === 'open' ? 'reopen duplicates' : 'not duplicates'
    await record(transaction, actor, pair, operation, decision.reason)
  })
}
