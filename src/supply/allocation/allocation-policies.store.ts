import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { type AllocationPolicy, usualPolicy } from './allocation-policy.ts'

export type PolicyVersion = {
  /** 0: nobody has changed anything yet. */
  version: number
  policy: AllocationPolicy
  note: string | null
  since: string | null
  changedByName: string | null
}

export async function allocationPolicyInForce(db: Db): Promise<PolicyVersion> {
  return (
    (await allocationPolicies(db, 1))[0] ?? {
      version: 0,
      policy: usualPolicy,
      note: null,
      since: null,
      changedByName: null,
    }
  )
}

/** The newest first. */
export async function allocationPolicies(db: Db, limit: number): Promise<PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select id as version, policy, note, since, changed_by_name as "changedByName"
    from supply.allocation_policy order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Whoever changes the policy waits here for whoever does so at the same moment. */
export async function lockAllocationPolicies(db: Db): Promise<void> {
  await sql`lock table supply.allocation_policy in share row exclusive mode`.execute(db)
}

export async function insertAllocationPolicy(
  db: Db,
  actor: Actor,
  said: { policy: AllocationPolicy; note: string | null; since: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into supply.allocation_policy (policy, note, since, changed_by, changed_by_name, changed_at)
    values (${JSON.stringify(said.policy)}::jsonb, ${said.note}, ${said.since}, ${actor.id}, ${actor.name}, ${said.at})
    returning id`.execute(db)
  return rows[0]!.id
}
