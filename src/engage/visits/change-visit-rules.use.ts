import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { makeVisits } from './make-visits.use.ts'
import { type KeptRules, readVisitRules, writeVisitRules } from './visit-rules.store.ts'
import type { VisitRules } from './visit-rules.ts'

/** Changes the version that was read; visits ahead follow a new region, week or horizon. */
export async function changeVisitRules(
  { db, actor, clock }: Pick<ActorContext, 'db' | 'actor'> & { clock: Clock },
  version: number,
  edit: Partial<VisitRules>,
): Promise<KeptRules> {
  return db.transaction().execute(async transaction => {
    const kept = await readVisitRules(transaction)
    const changed = Object.entries(edit).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(kept.rules[field as keyof VisitRules]),
    )
    if (kept.version !== version) throw new Refusal('visit_rules_changed_meanwhile')
    if (changed.length === 0) return kept
    const rules = { ...kept.rules, ...Object.fromEntries(changed) } as VisitRules
    if (rules.dayEnd <= rules.dayStart) throw new Refusal('visit_day_invalid')
    if (!(await writeVisitRules(transaction, rules, version))) throw new Refusal('visit_rules_changed_meanwhile')
    const before = Object.fromEntries(changed.map(([field]) => [field, kept.rules[field as keyof VisitRules]]))
    const after = Object.fromEntries(changed)
    await recordChange(transaction, actor, {
      ...{ room: 'engage', subject: 'visit rules', subjectId: 1, operation: 'change', before, after },
    })
    await makeVisits({ db: transaction, clock })
    return readVisitRules(transaction)
  })
}
