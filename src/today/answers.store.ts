import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Role } from '../platform/roles.ts'
import type { SignalContent } from './newly-arisen.ts'

export type AnswerState = 'done' | 'snoozed' | 'delegated' | 'not useful'

/** A signal as it is answered: whose it is, and what the answer in force says. */
export type AnsweredSignal = SignalContent & {
  id: number
  kind: string
  accountId: number | null
  key: string
  personId: string | null
  role: Role | null
  answerId: number | null
  holderId: string | null
  senderId: string | null
  senderName: string | null
  senderNote: string | null
}

/** Locked until the transaction ends: of two who answer at once the second sees the first. */
export async function lockSignal(db: Db, id: number): Promise<AnsweredSignal | null> {
  const { rows } = await sql<AnsweredSignal>`
    select s.id, s.kind, s.about as "accountId", s.key, s.due, s.value::text, s."values", s.answer_id as "answerId",
      coalesce(s.holder_id, s.whose_id) as "personId", case when s.holder_id is null then s.whose_role end as role,
      s.holder_id as "holderId", a.sender_id as "senderId", a.sender_name as "senderName", a.sender_note as "senderNote"
    from today.signal s left join today.answer a on a.id = s.answer_id
    where s.id = ${id} for update of s`.execute(db)
  return rows[0] ?? null
}

export type NewAnswer = {
  state: AnswerState
  until: string | null
  note: string | null
  holderId: string | null
  senderId: string | null
  senderName: string | null
  senderNote: string | null
  person: { id: string | null; name: string }
  day: string
  at: Date
}

/** Remembers an answer and puts it in force. */
export async function addAnswer(db: Db, signal: AnsweredSignal, answer: NewAnswer): Promise<number> {
  const content: SignalContent = { due: signal.due, value: signal.value, values: signal.values }
  const { rows } = await sql<{ id: number }>`
    insert into today.answer (kind, account_id, key, state, until, note, holder_id, sender_id, sender_name, sender_note,
      content, previous_id, person_id, person_name, answered_on, answered_at)
    values (${signal.kind}, ${signal.accountId}, ${signal.key}, ${answer.state}, ${answer.until}, ${answer.note},
      ${answer.holderId}, ${answer.senderId}, ${answer.senderName}, ${answer.senderNote},
      ${JSON.stringify(content)}::jsonb, ${signal.answerId}, ${answer.person.id}, ${answer.person.name}, ${answer.day},
      ${answer.at})
    returning id`.execute(db)
  const { id } = rows[0]!
  await putInForce(db, signal.id, id)
  return id
}

async function putInForce(db: Db, signalId: number, answerId: number | null): Promise<void> {
  await sql`
    update today.signal set answer_id = ${answerId},
      holder_id = (select a.holder_id from today.answer a where a.id = ${answerId})
    where id = ${signalId}`.execute(db)
}

export type GivenAnswer = { id: number; state: AnswerState; personId: string | null; previousId: number | null }

export async function findAnswer(db: Db, id: number): Promise<GivenAnswer | null> {
  const { rows } = await sql<GivenAnswer>`
    select id, state, person_id as "personId", previous_id as "previousId" from today.answer
    where id = ${id} and taken_back_at is null`.execute(db)
  return rows[0] ?? null
}

/** The signal whose answer in force this is; null where another was given since, or the signal has gone. */
export async function signalOfAnswer(db: Db, answerId: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`select id from today.signal where answer_id = ${answerId}`.execute(db)
  return rows[0]?.id ?? null
}

/** The answer before is in force again. */
export async function takeBack(db: Db, signalId: number, answer: GivenAnswer, at: Date): Promise<void> {
  await sql`update today.answer set taken_back_at = ${at} where id = ${answer.id}`.execute(db)
  await putInForce(db, signalId, answer.previousId)
}

export type KindCount = {
  kind: string
  open: number
  value: string | null
  arisen: number
  done: number
  snoozed: number
  delegated: number
  notUseful: number
  ended: number
}

/** What became of each kind's signals from that day on, and what of it is open. */
export async function kindCounts(db: Db, since: string, today: string): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    with answered as (
      select kind, count(*) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'snoozed')::int as snoozed,
        count(*) filter (where state = 'delegated')::int as delegated,
        count(*) filter (where state = 'not useful')::int as not_useful
      from today.answer where answered_on >= ${since} and taken_back_at is null group by kind),
    counted as (
      select kind, sum(arisen)::int as arisen, sum(ended)::int as ended from today.tally
      where day >= ${since} group by kind),
    standing as (
      select s.kind, count(*)::int as open, trim_scale(sum(s.value))::text as value
      from today.signal s left join today.answer a on a.id = s.answer_id
      where a.id is null or a.state = 'delegated' or (a.state = 'snoozed' and a.until <= ${today}) group by s.kind)
    select kind, coalesce(open, 0) as open, value, coalesce(arisen, 0) as arisen, coalesce(done, 0) as done,
      coalesce(snoozed, 0) as snoozed, coalesce(delegated, 0) as delegated, coalesce(not_useful, 0) as "notUseful",
      coalesce(ended, 0) as ended
    from standing full join answered using (kind) full join counted using (kind) order by kind`.execute(db)
  return rows
}

/** Why signals of a kind were not useful, the latest first. */
export async function reasonsAgainst(db: Db, since: string): Promise<{ kind: string; reasons: string[] }[]> {
  const { rows } = await sql<{ kind: string; reasons: string[] }>`
    select kind, (array_agg(note order by id desc))[1:5] as reasons from today.answer
    where state = 'not useful' and note is not null and answered_on >= ${since} and taken_back_at is null
    group by kind`.execute(db)
  return rows
}
