import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { AlertState } from './alert-state.ts'
import type { CapMessage } from './cap.ts'
import type { Hazard } from './hazard.ts'

export type Alert = {
  id: number
  kind: 'message' | 'storm'
  hazard: Hazard
  title: string
  stormKey: string | null
  state: AlertState
  severity: string | null
  certainty: string | null
  beginsAt: Date | null
  endsAt: Date | null
  refreshedAt: Date | null
  receivedAt: Date
}

/** What changes as more is said of it. */
export type AlertFacts = Pick<Alert, 'hazard' | 'title' | 'state' | 'severity' | 'certainty' | 'beginsAt' | 'endsAt'>

const alertColumns = sql`
  id, kind, hazard, title, storm_key as "stormKey", state, severity, certainty, begins_at as "beginsAt",
  ends_at as "endsAt", refreshed_at as "refreshedAt", received_at as "receivedAt"`

export async function insertAlert(
  db: Db,
  { kind, stormKey, receivedAt, ...facts }: AlertFacts & Pick<Alert, 'kind' | 'stormKey' | 'receivedAt'>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.risk_alert (kind, hazard, title, storm_key, state, severity, certainty, begins_at, ends_at, received_at)
    values (${kind}, ${facts.hazard}, ${facts.title}, ${stormKey}, ${facts.state}, ${facts.severity}, ${facts.certainty},
      ${facts.beginsAt}, ${facts.endsAt}, ${receivedAt})
    returning id`.execute(db)
  return rows[0]!.id
}

export async function updateAlert(db: Db, id: number, facts: AlertFacts): Promise<void> {
  await sql`
    update engage.risk_alert set hazard = ${facts.hazard}, title = ${facts.title}, state = ${facts.state},
      severity = ${facts.severity}, certainty = ${facts.certainty}, begins_at = ${facts.beginsAt},
      ends_at = ${facts.endsAt}, version = version + 1
    where id = ${id}`.execute(db)
}

/** `endsAt` undefined: as it was. */
export async function setState(db: Db, id: number, state: AlertState, refreshedAt: Date, endsAt?: Date): Promise<void> {
  await sql`
    update engage.risk_alert set state = ${state}, refreshed_at = ${refreshedAt},
      ends_at = coalesce(${endsAt ?? null}::timestamptz, ends_at), version = version + (state <> ${state})::integer
    where id = ${id}`.execute(db)
}

export async function findAlert(db: Db, id: number): Promise<Alert | undefined> {
  const { rows } = await sql<Alert>`select ${alertColumns} from engage.risk_alert where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockAlert(db: Db, id: number): Promise<Alert | undefined> {
  const { rows } = await sql<Alert>`
    select ${alertColumns} from engage.risk_alert where id = ${id} for update`.execute(db)
  return rows[0]
}

/** Alerts arrive one after the other: two messages of a chain must not both begin one. */
export async function lockArrivals(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('engage.risk_alert'))`.execute(db)
}

export async function stormAlert(db: Db, stormKey: string): Promise<Alert | undefined> {
  const { rows } = await sql<Alert>`
    select ${alertColumns} from engage.risk_alert where storm_key = ${stormKey} for update`.execute(db)
  return rows[0]
}

export async function activeAlertIds(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from engage.risk_alert where state = 'active' order by id`.execute(db)
  return rows.map(row => row.id)
}

/** Those that still matter first, of these the ones that reach sites, then the newest. */
export async function listAlerts(
  db: Db,
  {
    states,
    exposed,
    limit,
    offset,
  }: { states: readonly AlertState[]; exposed: boolean; limit: number; offset: number },
): Promise<{ alerts: Alert[]; total: number }> {
  const { rows } = await sql<Alert & { total: number }>`
    select ${alertColumns}, count(*) over ()::integer as total
    from engage.risk_alert a
    left join lateral (
      select count(*) as sites from engage.exposure e where e.alert_id = a.id and e.state <> 'cleared') n on true
    where state = any(${states}::text[]) and (not ${exposed} or n.sites > 0)
    order by (state = 'active') desc, (n.sites > 0) desc, coalesce(begins_at, received_at) desc, id desc
    limit ${limit} offset ${offset}`.execute(db)
  return { alerts: rows.map(({ total: _, ...alert }) => alert), total: rows[0]?.total ?? 0 }
}

export type StoredMessage = { id: number; alertId: number; message: CapMessage; receivedAt: Date }

const messageColumns = sql`id, alert_id as "alertId", message, received_at as "receivedAt"`

/** Answers false where the message is known already. */
export async function insertMessage(db: Db, alertId: number, message: CapMessage, receivedAt: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into engage.risk_message (alert_id, sender, identifier, sent, message, received_at)
    values (${alertId}, ${message.sender}, ${message.identifier}, ${message.sent}, ${JSON.stringify(message)}::jsonb,
      ${receivedAt})
    on conflict (sender, identifier, sent) do nothing returning id`.execute(db)
  return rows.length > 0
}

export async function messagesOf(db: Db, alertIds: readonly number[]): Promise<StoredMessage[]> {
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from engage.risk_message where alert_id = any(${alertIds}::bigint[])
    order by sent desc, id desc`.execute(db)
  return rows
}

/** Messages that may belong to one chain with this: named by it, naming it, or itself. */
export async function relatedMessages(db: Db, message: CapMessage): Promise<StoredMessage[]> {
  const identifiers = [message.identifier, ...message.references.map(reference => reference.identifier)]
  const { rows } = await sql<StoredMessage>`
    select ${messageColumns} from engage.risk_message
    where identifier = any(${identifiers}::text[])
      or message -> 'references' @> ${JSON.stringify([{ identifier: message.identifier }])}::jsonb
    order by id`.execute(db)
  return rows
}

/** What two alerts said becomes one. */
export async function moveMessages(db: Db, from: readonly number[], to: number): Promise<void> {
  await sql`
    update engage.risk_message set alert_id = ${to} where alert_id = any(${from}::bigint[])`.execute(db)
}
