import { recordChange } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { jobActor } from '../platform/roles.ts'
import { addPolicy, findPolicy, lockPolicies, newestPolicy, type PolicyVersion } from './policy.store.ts'
import type { Policy } from './policy.ts'
import { readyPolicies, readyPolicyName } from './ready-policies.ts'

/** The policy in force. Before anybody has made one, the ready policy for manufacturers becomes version 1. */
export async function policyInForce(db: Db): Promise<PolicyVersion> {
  const newest = await newestPolicy(db)
  if (newest) return newest
  const made = { name: readyPolicyName('manufacturer', 'en'), note: null, policy: readyPolicies.manufacturer }
  if (db.isTransaction) {
    await lockPolicies(db)
    return (await newestPolicy(db)) ?? (await findPolicy(db, await addPolicy(db, jobActor('Vitalfew'), made)))!
  }
  return db.transaction().execute(transaction => policyInForce(transaction))
}

/**
 * Puts a new version in force; it moves nobody before the next review is confirmed. Refused as
 * `policy_changed_meanwhile` where another version came into force, `policy_unchanged` where nothing differs.
 */
export async function changePolicy(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  { basedOn, name, note, policy }: { basedOn: number; name: string; note: string | null; policy: Policy },
): Promise<PolicyVersion> {
  return db.transaction().execute(async transaction => {
    await lockPolicies(transaction)
    const before = await policyInForce(transaction)
    if (before.version !== basedOn) throw new Refusal('policy_changed_meanwhile', { basedOn, inForce: before.version })
    if (before.name === name && canonical(before.policy) === canonical(policy)) throw new Refusal('policy_unchanged')
    const version = await addPolicy(transaction, actor, { name, note, policy })
    await recordChange(transaction, actor, {
      room: 'identify',
      subject: 'policy',
      subjectId: version,
      operation: 'change policy',
      before: { version: before.version, name: before.name, policy: before.policy },
      after: { version, name, note, policy },
    })
    return (await findPolicy(transaction, version))!
  })
}

/** The same text whatever the order of keys, which jsonb does not keep. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  )
}
