import { standsInFor } from '../platform/absences.store.ts'
import { recordChange } from '../platform/audit.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import type { Db } from '../platform/database.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { findPerson, listPeople } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import {
  type AnsweredSignal,
  type AnswerState,
  addAnswer,
  findAnswer,
  lockSignal,
  type NewAnswer,
  signalOfAnswer,
  takeBack,
} from './answers.store.ts'
import { whoseQueue } from './whose-queue.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type Answer =
  | { answer: 'done'; note?: string }
  | { answer: 'snoozed'; until: string; note?: string }
  | { answer: 'not useful'; note: string }

/**
 * Answers a signal of one's own queue; head and administrator answer anybody's. What it was delegated for stays with whom it
 * was delegated to. Refused as `signal_unknown` (it has gone), `signal_not_yours`, `snooze_over`.
 */
export async function answerSignal(context: Acting, id: number, given: Answer): Promise<number> {
  return inAnswer(context, id, async ({ db, signal, day }) => {
    const until = given.answer === 'snoozed' ? given.until : null
    if (until !== null && until <= day) throw new Refusal('snooze_over', { until, today: day })
    const { holderId, senderId, senderName, senderNote } = signal
    return keep(db, context, signal, day, {
      state: given.answer,
      until,
      note: given.note ?? null,
      holderId,
      senderId,
      senderName,
      senderNote,
    })
  })
}

/** Gives it to somebody else, who sees from whom it came. Refused also as `delegate_unfit`. */
export async function delegateSignal(context: Acting, id: number, personId: string, note?: string): Promise<number> {
  return inAnswer(context, id, async ({ db, signal, day }) => {
    const person = await findPerson(db, personId)
    if (!person || person.disabled || person.role === 'reader' || person.id === signal.personId)
      throw new Refusal('delegate_unfit', { name: person?.name ?? '' })
    return keep(db, context, signal, day, {
      state: 'delegated',
      until: null,
      note: null,
      holderId: personId,
      senderId: context.actor.id,
      senderName: context.actor.name,
      senderNote: note ?? null,
    })
  })
}

/**
 * Takes back the answer in force; what was answered before holds again. By whom it was given, by head and administrator.
 * Refused as `answer_unknown`, `answer_not_yours`, `answer_changed_meanwhile` (another was given since, or it has gone).
 */
export async function takeAnswerBack({ db, actor, clock }: Acting, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    const answer = await findAnswer(transaction, id)
    if (!answer) throw new Refusal('answer_unknown')
    if (!leads(actor) && (actor.id === null || answer.personId !== actor.id)) throw new Refusal('answer_not_yours')
    const signalId = await signalOfAnswer(transaction, id)
    const signal = signalId === null ? null : await lockSignal(transaction, signalId)
    if (signal?.answerId !== id) throw new Refusal('answer_changed_meanwhile')
    await takeBack(transaction, signal.id, answer, clock.now())
    await record(transaction, actor, signal, 'take back', { answer: answer.state }, undefined)
  })
}

const leads = (actor: Actor): boolean => actor.role === 'administrator' || actor.role === 'head'

async function inAnswer(
  { db, actor, clock }: Acting,
  id: number,
  answer: (given: { db: Db; signal: AnsweredSignal; day: string }) => Promise<number>,
): Promise<number> {
  return db.transaction().execute(async transaction => {
    const signal = await lockSignal(transaction, id)
    if (!signal) throw new Refusal('signal_unknown')
    const day = await businessDay({ db: transaction, clock })
    if (!(await isIn(transaction, actor, signal, day))) throw new Refusal('signal_not_yours')
    return answer({ db: transaction, signal, day })
  })
}

/** Whether it stands in the actor's queue, or they lead the department. */
async function isIn(db: Db, actor: Actor, signal: AnsweredSignal, day: string): Promise<boolean> {
  if (leads(actor)) return true
  if (actor.id === null) return false
  const { people, roles } = whoseQueue(actor, await standsInFor(db, actor.id, day), await listPeople(db))
  return signal.personId === null
    ? signal.role !== null && roles.includes(signal.role)
    : people.includes(signal.personId)
}

async function keep(
  db: Db,
  { actor, clock }: Acting,
  signal: AnsweredSignal,
  day: string,
  answer: Omit<NewAnswer, 'person' | 'day' | 'at'>,
): Promise<number> {
  const { id, name } = actor
  const answerId = await addAnswer(db, signal, { ...answer, person: { id, name }, day, at: clock.now() })
  const { state, until, note, holderId, senderNote } = answer
  await record(db, actor, signal, operations[state], undefined, {
    ...(until !== null && { until }),
    ...(note !== null && { note }),
    ...(state === 'delegated' && { personId: holderId, note: senderNote }),
  })
  return answerId
}

const operations: Record<AnswerState, string> = {
  done: 'done',
  snoozed: 'snooze',
  delegated: 'delegate',
  'not useful': 'not useful',
}

const record = (
  db: Db,
  actor: Actor,
  { kind, key, accountId }: AnsweredSignal,
  operation: string,
  before: unknown,
  after: unknown,
) =>
  recordChange(db, actor, {
    room: 'today',
    subject: 'signal',
    subjectId: `${kind} ${key}`.trim(),
    accountId,
    operation,
    before,
    after,
  })
