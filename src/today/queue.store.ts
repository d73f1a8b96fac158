import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Role } from '../platform/roles.ts'
import type { Group } from './group.ts'
import type { Whose } from './whose-queue.ts'

/** A signal in a queue, with the answer in force. */
export type QueueRow = {
  id: number
  kind: string
  accountId: number | null
  key: string
  due: string | null
  value: string | null
  confidence: number
  values: Record<string, string | number | null>
  arisenOn: string
  /** Whose it is now: the person it was delegated to, else whose it is; null: everybody of the role. */
  personId: string | null
  role: Role | null
  answerId: number | null
  state: 'done' | 'snoozed' | 'delegated' | 'not useful' | null
  until: string | null
  note: string | null
  answeredBy: string | null
  senderName: string | null
  senderNote: string | null
}

export type QueueFilter = {
  whose: Whose
  today: string
  /** open: to be looked at. answered: done, put off or not useful, for as long as the answer holds. */
  show: 'open' | 'answered'
  kind?: string
  accountId?: number
  group?: Group
}

/** Whose it is now, as the index has it. */
const person = sql`coalesce(s.holder_id, s.whose_id)`
const from = sql`from today.signal s left join today.answer a on a.id = s.answer_id`

/** Monday to Sunday: this week ends on the Sunday after, or on, today. */
const groupOf = (today: string): RawBuilder<Group> => sql`
  case when s.due < ${today}::date then 'overdue' when s.due = ${today}::date then 'today'
    when s.due <= (date_trunc('week', ${today}::date) + interval '6 days')::date then 'week' else 'later' end`

function fitting({ whose, today, show, kind, accountId, group }: QueueFilter): RawBuilder<boolean> {
  const open = sql`(a.id is null or a.state = 'delegated' or (a.state = 'snoozed' and a.until <= ${today}::date))`
  const parts = [show === 'open' ? open : sql`not ${open}`]
  if (whose)
    parts.push(sql`(${person} = any(${[...whose.people]}::text[])
      or (s.holder_id is null and s.whose_role = any(${[...whose.roles]}::text[])))`)
  if (kind !== undefined) parts.push(sql`s.kind = ${kind}`)
  if (accountId !== undefined) parts.push(sql`s.about = ${accountId}`)
  if (group !== undefined) parts.push(sql`${groupOf(today)} = ${group}`)
  return sql`${sql.join(parts, sql` and `)}`
}

/** Best first; ties by the earlier day, then by kind, account and key. */
export async function readQueue(
  db: Db,
  filter: QueueFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select s.id, s.kind, s.about as "accountId", s.key, s.due, s.value::text, s.confidence, s."values",
      s.arisen_on as "arisenOn", ${person} as "personId", case when s.holder_id is null then s.whose_role end as role,
      a.id as "answerId", a.state, a.until, a.note, a.person_name as "answeredBy", a.sender_name as "senderName",
      a.sender_note as "senderNote"
    ${from} where ${fitting(filter)}
    order by s.score desc, s.due nulls last, s.kind collate "C", s.about nulls first, s.key collate "C"
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export type GroupSum = { group: Group; kind: string; signals: number; value: string | null }

/** Counted and summed by group and kind; a sum leaves out unknown values, null where all are. */
export async function queueSums(db: Db, filter: QueueFilter): Promise<GroupSum[]> {
  const { rows } = await sql<GroupSum>`
    select ${groupOf(filter.today)} as "group", s.kind, count(*)::int as signals, trim_scale(sum(s.value))::text as value
    ${from} where ${fitting(filter)} group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type Holding = {
  personId: string | null
  role: Role | null
  signals: number
  overdue: number
  value: string | null
}

/** What lies with whom, most money first. */
export async function queueByPerson(db: Db, filter: QueueFilter): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select ${person} as "personId", case when s.holder_id is null then s.whose_role end as role,
      count(*)::int as signals, (count(*) filter (where s.due < ${filter.today}::date))::int as overdue,
      trim_scale(sum(s.value))::text as value
    ${from} where ${fitting(filter)} group by 1, 2 order by sum(s.value) desc nulls last, 1, 2`.execute(db)
  return rows
}

export type AccountHolding = { accountId: number; signals: number; overdue: number; value: string | null }

/** The accounts with most to lose in the queue. The value is the largest of one signal: several may speak of the same money. */
export async function queueByAccount(db: Db, filter: QueueFilter, limit: number): Promise<AccountHolding[]> {
  const { rows } = await sql<AccountHolding>`
    select s.about as "accountId", count(*)::int as signals,
      (count(*) filter (where s.due < ${filter.today}::date))::int as overdue, trim_scale(max(s.value))::text as value
    ${from} where s.about is not null and ${fitting(filter)}
    group by 1 order by max(s.value) desc nulls last, 1 limit ${limit}`.execute(db)
  return rows
}
