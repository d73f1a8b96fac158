import { recordChange } from '../platform/audit.server.ts'
import type { Language } from '../platform/language.ts'
import { Refusal } from '../platform/refusal.ts'
import { currentDirectory, type Figures, figuresAsOf, type Reading } from './figures.server.ts'
import { policyInForce } from './policy.use.ts'
import type { Acting } from './reviews.use.ts'
import { type ValueType, type ValueTypeAdviser, valueTypeAdviser } from './value-type.ts'
import { valueTypePlay, valueTypeReasonWords } from './value-type-words.ts'
import { addValueType, decidedValueType } from './value-types.store.ts'

const advisers = new WeakMap<Figures, ValueTypeAdviser>()

/** Comparisons are sorted once for all accounts of the same figures. */
function adviserOf(figures: Figures): ValueTypeAdviser {
  let adviser = advisers.get(figures)
  if (!adviser) {
    adviser = valueTypeAdviser(figures.scorer.table)
    advisers.set(figures, adviser)
  }
  return adviser
}

/** What people decided, what the figures suggest and why, and the play that fits. */
export async function accountValueType(
  { db, language }: Reading & { language: Language },
  figures: Figures,
  row: number,
) {
  const decision = await decidedValueType(db, figures.scorer.table.accounts[row]!)
  const { suggested, reasons } = adviserOf(figures).suggest(row)
  const decided = decision?.valueType ?? null
  const playFor = decided ?? suggested
  return {
    decided,
    decidedBy: decided ? decision!.author : null,
    decidedAt: decided ? decision!.decidedAt.toISOString() : null,
    reason: decided ? decision!.reason : null,
    suggested,
    reasons: reasons.map(reason => valueTypeReasonWords(reason, language)),
    play: playFor ? valueTypePlay(playFor, language) : null,
  }
}

/** A person decides; null takes the decision back. Refused as `account_unknown`. */
export async function decideValueType(
  context: Acting,
  id: number,
  valueType: ValueType | null,
  reason: string | null,
): Promise<void> {
  const directory = await currentDirectory(context)
  if (!directory.byId.has(id)) throw new Refusal('account_unknown', { id })
  const { policy } = await policyInForce(context.db)
  const figures = await figuresAsOf(context, policy.windowMonths)
  const row = figures?.rowOf.get(id)
  const suggested = figures && row !== undefined ? adviserOf(figures).suggest(row).suggested : null
  await context.db.transaction().execute(async transaction => {
    const before = await decidedValueType(transaction, id)
    await addValueType(transaction, context.actor, id, { valueType, suggested, reason })
    await recordChange(transaction, context.actor, {
      room: 'identify',
      subject: 'value type',
      subjectId: id,
      accountId: id,
      operation: 'decide value type',
      before: { valueType: before?.valueType ?? null, reason: before?.reason ?? null },
      after: { valueType, suggested, reason },
    })
  })
}
