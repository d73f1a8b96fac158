import { sql } from 'kysely'
import type { Db } from '../database.server.ts'
import type { KeptEvent } from './event-source.server.ts'
import type { DeliveryState, WebhookFormat } from './webhook.ts'

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

export type EndpointFields = {
  name: string
  url: string
  /** Empty: every type. */
  eventTypes: string[]
  format: WebhookFormat
  enabled: boolean
  allowPrivate: boolean
}

export type Endpoint = EndpointFields & {
  id: number
  createdByName: string
  createdAt: string
  /** Until when the secret before this one signs as well; null: it does not. */
  previousSecretUntil: string | null
  version: number
}

const endpointColumns = sql`
  e.id, e.name, e.url, e.event_types as "eventTypes", e.format, e.enabled, e.allow_private as "allowPrivate",
  e.created_by_name as "createdByName", ${instant('e.created_at')} as "createdAt",
  ${instant('e.previous_secret_until')} as "previousSecretUntil", e.version`

export async function listEndpoints(db: Db): Promise<Endpoint[]> {
  const { rows } = await sql<Endpoint>`
    select ${endpointColumns} from platform.webhook_endpoint e order by e.name, e.id`.execute(db)
  return rows
}

export async function lockEndpoint(db: Db, id: number): Promise<Endpoint | null> {
  const { rows } = await sql<Endpoint>`
    select ${endpointColumns} from platform.webhook_endpoint e where e.id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

export async function insertEndpoint(
  db: Db,
  endpoint: EndpointFields & { secret: string; createdByName: string; createdAt: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into platform.webhook_endpoint (name, url, event_types, format, enabled, allow_private, secret, created_by_name, created_at)
    values (${endpoint.name}, ${endpoint.url}, ${endpoint.eventTypes}::text[], ${endpoint.format}, ${endpoint.enabled},
      ${endpoint.allowPrivate}, ${endpoint.secret}, ${endpoint.createdByName}, ${endpoint.createdAt})
    returning id`.execute(db)
  return rows[0]!.id
}

export async function updateEndpoint(db: Db, id: number, endpoint: EndpointFields): Promise<void> {
  await sql`
    update platform.webhook_endpoint set name = ${endpoint.name}, url = ${endpoint.url}, event_types = ${endpoint.eventTypes}::text[],
      format = ${endpoint.format}, enabled = ${endpoint.enabled}, allow_private = ${endpoint.allowPrivate}, version = version + 1
    where id = ${id}`.execute(db)
}

/** The secret in force goes on signing until the given instant. */
export async function rotateSecret(db: Db, id: number, secret: string, until: Date): Promise<void> {
  await sql`
    update platform.webhook_endpoint set previous_secret = secret, previous_secret_until = ${until}, secret = ${secret},
      version = version + 1
    where id = ${id}`.execute(db)
}

export async function deleteEndpoint(db: Db, id: number): Promise<void> {
  await sql`delete from platform.webhook_endpoint where id = ${id}`.execute(db)
}

/** What waits for it will not be sent. */
export async function stopWaiting(db: Db, endpointId: number, at: Date): Promise<void> {
  await sql`
    update platform.webhook_delivery set state = 'stopped', next_at = null, done_at = ${at}
    where endpoint_id = ${endpointId} and state = 'waiting'`.execute(db)
}

/** An event for one endpoint alone: the queue of all others is not asked. */
export async function insertEventFor(db: Db, endpointId: number, event: { type: string; payload: object; at: Date }) {
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into platform.event (type, payload, at) values (${event.type}, ${JSON.stringify(event.payload)}::jsonb, ${event.at}) returning id
    )
    insert into platform.webhook_delivery (event_id, endpoint_id, next_at)
    select id, ${endpointId}, ${event.at} from made returning id`.execute(db)
  return rows[0]!.id
}

export type DueDelivery = {
  id: number
  attempts: number
  event: KeptEvent
  endpointId: number
  url: string
  format: WebhookFormat
  allowPrivate: boolean
  secret: string
  previousSecret: string | null
}

/**
 * Takes what is due and puts its next try to the end of the lease: a worker that dies in the middle loses nothing, and no
 * second one sends the same meanwhile.
 */
export async function takeDue(db: Db, now: Date, leaseUntil: Date, most: number): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    with due as (
      select d.id from platform.webhook_delivery d
      where d.state = 'waiting' and d.next_at <= ${now} order by d.next_at, d.id limit ${most} for update skip locked
    ), taken as (
      update platform.webhook_delivery d set next_at = ${leaseUntil} from due where d.id = due.id
      returning d.id, d.attempts, d.event_id, d.endpoint_id
    )
    select t.id, t.attempts, t.endpoint_id as "endpointId", e.url, e.format, e.allow_private as "allowPrivate", e.secret,
      case when e.previous_secret_until > ${now} then e.previous_secret end as "previousSecret",
      json_build_object('id', v.id, 'publicId', v.public_id, 'type', v.type, 'accountId', v.about_account,
        'subjectId', v.subject_id, 'payload', v.payload, 'at', ${instant('v.at')}) as event
    from taken t join platform.webhook_endpoint e on e.id = t.endpoint_id join platform.event v on v.id = t.event_id
    order by t.id`.execute(db)
  return rows
}

export async function insertAttempt(
  db: Db,
  deliveryId: number,
  attempt: { at: Date; status: number | null; response: string | null; error: string | null; tookMs: number },
): Promise<void> {
  await sql`
    insert into platform.webhook_attempt (delivery_id, at, status, response, error, took_ms)
    values (${deliveryId}, ${attempt.at}, ${attempt.status}, ${attempt.response}, ${attempt.error}, ${attempt.tookMs})
  `.execute(db)
}

export async function markDelivery(
  db: Db,
  id: number,
  state: DeliveryState,
  attempts: number,
  nextAt: Date | null,
  at: Date,
): Promise<void> {
  await sql`
    update platform.webhook_delivery set state = ${state}, attempts = ${attempts}, next_at = ${nextAt},
      done_at = case when ${nextAt}::timestamptz is null then ${at}::timestamptz end
    where id = ${id}`.execute(db)
}

/** From the log, as if it had never been tried; null: there is none. */
export async function replayDelivery(
  db: Db,
  id: number,
  at: Date,
): Promise<{ endpointId: number; type: string } | null> {
  const { rows } = await sql<{ endpointId: number; type: string }>`
    update platform.webhook_delivery d set state = 'waiting', attempts = 0, replays = replays + 1, next_at = ${at}, done_at = null
    from platform.event v where d.id = ${id} and v.id = d.event_id
    returning d.endpoint_id as "endpointId", v.type`.execute(db)
  return rows[0] ?? null
}

export type LoggedDelivery = {
  id: number
  eventId: string
  type: string
  at: string
  endpointId: number
  endpointName: string
  state: DeliveryState
  attempts: number
  replays: number
  nextAt: string | null
  lastStatus: number | null
  lastError: string | null
}

/** Newest first. */
export async function listDeliveries(
  db: Db,
  asked: {
    endpointId: number | null
    state: DeliveryState | null
    id: number | null
    before: number | null
    limit: number
  },
): Promise<LoggedDelivery[]> {
  const { rows } = await sql<LoggedDelivery>`
    select d.id, v.public_id as "eventId", v.type, ${instant('v.at')} as at, d.endpoint_id as "endpointId",
      e.name as "endpointName", d.state, d.attempts, d.replays, ${instant('d.next_at')} as "nextAt",
      a.status as "lastStatus", a.error as "lastError"
    from platform.webhook_delivery d join platform.event v on v.id = d.event_id
    join platform.webhook_endpoint e on e.id = d.endpoint_id
    left join lateral (
      select status, error from platform.webhook_attempt a where a.delivery_id = d.id order by a.id desc limit 1
    ) a on true
    where (${asked.endpointId}::bigint is null or d.endpoint_id = ${asked.endpointId})
      and (${asked.state}::text is null or d.state = ${asked.state})
      and (${asked.id}::bigint is null or d.id = ${asked.id})
      and (${asked.before}::bigint is null or d.id < ${asked.before})
    order by d.id desc limit ${asked.limit}`.execute(db)
  return rows
}

export type Attempt = {
  at: string
  status: number | null
  response: string | null
  error: string | null
  tookMs: number
}

export async function attemptsOf(db: Db, deliveryId: number): Promise<Attempt[]> {
  const { rows } = await sql<Attempt>`
    select ${instant('at')} as at, status, response, error, took_ms as "tookMs"
    from platform.webhook_attempt where delivery_id = ${deliveryId} order by id`.execute(db)
  return rows
}

export async function payloadOf(db: Db, deliveryId: number): Promise<unknown> {
  const { rows } = await sql<{ payload: unknown }>`
    select v.payload from platform.event v join platform.webhook_delivery d on d.event_id = v.id
    where d.id = ${deliveryId}`.execute(db)
  return rows[0]?.payload ?? null
}

/** Events before that instant, with their log; what still waits is kept. */
export async function forgetEvents(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.event v where v.at < ${before} and not exists (
      select from platform.webhook_delivery d where d.event_id = v.id and d.state = 'waiting')`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export async function updateEnabled(db: Db, id: number, enabled: boolean): Promise<void> {
  await sql`update platform.webhook_endpoint set enabled = ${enabled}, version = version + 1 where id = ${id}`.execute(
    db,
  )
}

export type PastDelivery = {
  type: string
  at: string
  payload: object
  state: 'delivered' | 'failed'
  tries: { status: number; response: string; tookMs: number }[]
}

/** Enters what an endpoint was told before, oldest first; each try counts as made at the time of the event. */
export async function enterPastDeliveries(db: Db, endpointId: number, past: readonly PastDelivery[]): Promise<void> {
  const rows = past.map((each, at) => ({ ...each, place: at }))
  await sql`
    with given as (
      select g.*, gen_random_uuid() as public_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (place integer, type text, at timestamptz, payload jsonb, state text, tries jsonb)
    ), made as (
      insert into platform.event (public_id, type, payload, at)
      select public_id, type, payload, at from given order by place returning id, public_id
    ), sent as (
      insert into platform.webhook_delivery (event_id, endpoint_id, state, attempts, done_at)
      select made.id, ${endpointId}, given.state, jsonb_array_length(given.tries), given.at
      from given join made using (public_id) order by given.place returning id, event_id
    )
    insert into platform.webhook_attempt (delivery_id, at, status, response, took_ms)
    select sent.id, given.at, (tried ->> 'status')::integer, tried ->> 'response', (tried ->> 'tookMs')::integer
    from given join made using (public_id) join sent on sent.event_id = made.id
    cross join jsonb_array_elements(given.tries) with ordinality as t (tried, nth) order by given.place, nth`.execute(
    db,
  )
}
