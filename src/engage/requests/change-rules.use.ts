import { Decimal } from 'decimal.js'
import { recordChange } from '../../platform/audit.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { RequestRules } from './approval-path.ts'
import type { Acting } from './ask-request.use.ts'
import { readRules, writeRules } from './requests.store.ts'

/** For requests asked from now on; a path once made stays. */
export async function changeRules({ db: outer, actor }: Acting, rules: RequestRules, version: number) {
  if (new Decimal(rules.freeBelow).gt(rules.executiveFrom)) throw new Refusal('request_rules_invalid')
  return outer.transaction().execute(async db => {
    const before = await readRules(db)
    if (before.version !== version || !(await writeRules(db, rules, version))) {
      throw new Refusal('request_rules_changed_meanwhile')
    }
    await recordChange(db, actor, {
      room: 'engage',
      subject: 'request rules',
      subjectId: 'department',
      operation: 'change',
      before: before.rules,
      after: rules,
    })
    const after = await readRules(db)
    return { ...after.rules, version: after.version }
  })
}
