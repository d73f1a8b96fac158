import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { allocationPolicyInForce, insertAllocationPolicy, lockAllocationPolicies } from './allocation-policies.store.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { Acting } from './run-inputs.server.ts'

/** For runs drawn up from now on. @throws Refusal allocation_policy_changed_meanwhile */
export async function changeAllocationPolicy(
  acting: Acting,
  said: { policy: AllocationPolicy; note: string | null; version: number },
): Promise<void> {
  const since = await businessDay(acting)
  await acting.db.transaction().execute(async db => {
    await lockAllocationPolicies(db)
    const before = await allocationPolicyInForce(db)
    if (before.version !== said.version) throw new Refusal('allocation_policy_changed_meanwhile')
    await insertAllocationPolicy(db, acting.actor, {
      policy: said.policy,
      note: said.note,
      since,
      at: acting.clock.now(),
    })
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'allocation policy',
      subjectId: 'department',
      operation: 'change',
      before: before.policy,
      after: said.policy,
    })
  })
}
