import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { EventKind } from './event.ts'

export type AccountEvent = {
  id: number
  accountId: number
  contactId: number | null
  kind: EventKind
  title: string
  day: string
  yearly: boolean
  leadDays: number
  ownerId: string | null
  whatWeDo: string | null
  cost: string | null
  version: number
}

export type EventFields = Omit<AccountEvent, 'id' | 'accountId' | 'version'>

export type Settlement = {
  eventId: number
  day: string
  state: 'done' | 'skipped'
  note: string | null
  cost: string | null
  settledByName: string
  settledOn: string
}

const columns = sql`
  id, account_id as "accountId", contact_id as "contactId", kind, title, day, yearly, lead_days as "leadDays",
  owner_id as "ownerId", what_we_do as "whatWeDo", trim_scale(cost)::text as cost, version`

const settlementColumns = sql`
  event_id as "eventId", day, state, note, trim_scale(cost)::text as cost, settled_by_name as "settledByName",
  settled_on as "settledOn"`

export async function insertEvents(
  db: Db,
  events: readonly (EventFields & { accountId: number })[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.event (account_id, contact_id, kind, title, day, yearly, lead_days, owner_id, what_we_do, cost)
    select e."accountId", e."contactId", e.kind, e.title, e.day, e.yearly, e."leadDays", e."ownerId", e."whatWeDo", e.cost
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e ("accountId" bigint, "contactId" bigint, kind text,
      title text, day date, yearly boolean, "leadDays" integer, "ownerId" text, "whatWeDo" text, cost numeric)
    returning id
  `.execute(db)
  return rows.map(row => row.id)
}

export async function lockEvent(db: Db, id: number): Promise<(AccountEvent & { removed: boolean }) | null> {
  const { rows } = await sql<AccountEvent & { removed: boolean }>`
    select ${columns}, removed_at is not null as removed from engage.event where id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

export async function updateEvent(db: Db, id: number, fields: EventFields): Promise<void> {
  await sql`
    update engage.event set contact_id = ${fields.contactId}, kind = ${fields.kind}, title = ${fields.title},
      day = ${fields.day}, yearly = ${fields.yearly}, lead_days = ${fields.leadDays}, owner_id = ${fields.ownerId},
      what_we_do = ${fields.whatWeDo}, cost = ${fields.cost}, version = version + 1
    where id = ${id}
  `.execute(db)
}

/** Null puts it back. */
export async function markEventRemoved(db: Db, id: number, at: Date | null): Promise<void> {
  await sql`update engage.event set removed_at = ${at}, version = version + 1 where id = ${id}`.execute(db)
}

export async function eventsOf(db: Db, accountIds: readonly number[] | null): Promise<AccountEvent[]> {
  const { rows } = await sql<AccountEvent>`
    select ${columns} from engage.event
    where removed_at is null and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    order by day, id
  `.execute(db)
  return rows
}

/** What was said of occurrences from that day on. */
export async function settlementsOf(db: Db, eventIds: readonly number[], from: string): Promise<Settlement[]> {
  const { rows } = await sql<Settlement>`
    select ${settlementColumns} from engage.event_settlement
    where event_id = any(${eventIds}::bigint[]) and day >= ${from}::date order by day desc, event_id
  `.execute(db)
  return rows
}

export async function putSettlement(db: Db, settlement: Settlement): Promise<void> {
  await sql`
    insert into engage.event_settlement (event_id, day, state, note, cost, settled_by_name, settled_on)
    values (${settlement.eventId}, ${settlement.day}, ${settlement.state}, ${settlement.note}, ${settlement.cost},
      ${settlement.settledByName}, ${settlement.settledOn})
    on conflict (event_id, day) do update set state = excluded.state, note = excluded.note, cost = excluded.cost,
      settled_by_name = excluded.settled_by_name, settled_on = excluded.settled_on
  `.execute(db)
}

/** What had been said of it, if anything. */
export async function takeSettlement(db: Db, eventId: number, day: string): Promise<Settlement | null> {
  const { rows } = await sql<Settlement>`
    delete from engage.event_settlement where event_id = ${eventId} and day = ${day}::date returning ${settlementColumns}
  `.execute(db)
  return rows[0] ?? null
}

/** Occurrences that were seen to, latest first, for the timeline. */
export async function settledBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<(Settlement & { accountId: number; title: string; kind: EventKind })[]> {
  const { rows } = await sql<Settlement & { accountId: number; title: string; kind: EventKind }>`
    select s.event_id as "eventId", s.day, s.state, s.note, trim_scale(s.cost)::text as cost,
      s.settled_by_name as "settledByName", s.settled_on as "settledOn", e.account_id as "accountId", e.title, e.kind
    from engage.event_settlement s join engage.event e on e.id = s.event_id
    where e.account_id = any(${accountIds}::bigint[]) and s.state = 'done'
      and (to_char(s.day, 'YYYY-MM-DD"T12:00:00Z"') collate "C", lpad(s.event_id::text, 12, '0') collate "C")
        < (${bound.at}, ${bound.key})
    order by s.day desc, s.event_id desc limit ${limit}
  `.execute(db)
  return rows
}
