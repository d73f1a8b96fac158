import { recordChange } from '../platform/audit.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { currentDirectory } from './figures.server.ts'
import { mayJudge } from './identify-rights.ts'
import { addJudgement, type Judgement, judgementsOf } from './judgements.store.ts'
import type { JudgedMeasureKey } from './measures.ts'
import type { Acting } from './reviews.use.ts'

export interface NewJudgement {
  measure: JudgedMeasureKey
  /** 0 to 10. */
  value: number
  note: string | null
  /** Today without it. */
  judgedOn?: string
}

/** Enters a judged measure. Refused as `account_unknown`, `judging_not_yours`, `judged_in_future`. */
export async function judge(context: Acting, id: number, given: NewJudgement): Promise<Judgement> {
  const entry = (await currentDirectory(context)).byId.get(id)
  if (!entry) throw new Refusal('account_unknown', { id })
  if (!mayJudge(context.actor, entry)) throw new Refusal('judging_not_yours', { name: entry.name })
  const day = await businessDay(context)
  const judgedOn = given.judgedOn ?? day
  if (judgedOn > day) throw new Refusal('judged_in_future', { day: judgedOn })
  return context.db.transaction().execute(async transaction => {
    const before = (await judgementsOf(transaction, id)).find(each => each.measure === given.measure)
    const judgement = await addJudgement(transaction, context.actor, id, { ...given, judgedOn })
    await recordChange(transaction, context.actor, {
      room: 'identify',
      subject: 'judgement',
      subjectId: judgement.id,
      accountId: id,
      operation: 'judge',
      before: before ? { measure: before.measure, value: before.value, judgedOn: before.judgedOn } : null,
      after: { measure: judgement.measure, value: judgement.value, judgedOn, note: judgement.note },
    })
    return judgement
  })
}
