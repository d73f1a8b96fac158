import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { type RequestRules, type Step, usualRules } from './approval-path.ts'
import type { RequestKind, RequestState } from './request.ts'

export type SpecialRequest = {
  id: number
  accountId: number
  contactId: number | null
  kind: RequestKind
  what: string
  reason: string
  wantedOn: string
  worth: string | null
  cost: string | null
  executiveId: string | null
  askedBy: string | null
  askedByName: string
  askedOn: string
  state: RequestState
  outcome: string | null
  outcomeOn: string | null
  costInTheEnd: string | null
  visitId: number | null
  version: number
}

export type RequestStep = Step & {
  requestId: number
  decidedBy: string | null
  decidedByName: string | null
  decidedAs: 'own' | 'deputy' | 'escalation' | 'administrator' | null
  decidedOn: string | null
  note: string | null
}

const columns = sql`
  id, account_id as "accountId", contact_id as "contactId", kind, what, reason, wanted_on as "wantedOn",
  trim_scale(worth)::text as worth, trim_scale(cost)::text as cost, executive_id as "executiveId",
  asked_by as "askedBy", asked_by_name as "askedByName", asked_on as "askedOn", state, outcome,
  outcome_on as "outcomeOn", trim_scale(cost_in_the_end)::text as "costInTheEnd", visit_id as "visitId", version`

const stepColumns = sql`
  request_id as "requestId", place, person_id as "personId", role, because, due, state, decided_by as "decidedBy",
  decided_by_name as "decidedByName", decided_as as "decidedAs", decided_on as "decidedOn", note`

export type NewRequest = Omit<SpecialRequest, 'id' | 'outcome' | 'outcomeOn' | 'costInTheEnd' | 'visitId' | 'version'>

export async function insertRequest(db: Db, request: NewRequest): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.request (account_id, contact_id, kind, what, reason, wanted_on, worth, cost, executive_id, asked_by,
      asked_by_name, asked_on, state)
    values (${request.accountId}, ${request.contactId}, ${request.kind}, ${request.what}, ${request.reason},
      ${request.wantedOn}, ${request.worth}, ${request.cost}, ${request.executiveId}, ${request.askedBy},
      ${request.askedByName}, ${request.askedOn}, ${request.state})
    returning id
  `.execute(db)
  return rows[0]!.id
}

export async function insertSteps(db: Db, requestId: number, steps: readonly Step[]): Promise<void> {
  await sql`
    insert into engage.request_step (request_id, place, person_id, role, because, due)
    select ${requestId}, s.place, s."personId", s.role, s.because, s.due
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s (place smallint, "personId" text, role text, because text, due date)
  `.execute(db)
}

export async function findRequest(db: Db, id: number): Promise<SpecialRequest | null> {
  const { rows } = await sql<SpecialRequest>`select ${columns} from engage.request where id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function lockRequest(db: Db, id: number): Promise<SpecialRequest | null> {
  const { rows } = await sql<SpecialRequest>`
    select ${columns} from engage.request where id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

/** Steps of these requests, in their order. */
export async function stepsOf(db: Db, requestIds: readonly number[]): Promise<RequestStep[]> {
  const { rows } = await sql<RequestStep>`
    select ${stepColumns} from engage.request_step where request_id = any(${requestIds}::bigint[]) order by request_id, place
  `.execute(db)
  return rows
}

export async function decideStep(
  db: Db,
  step: Pick<
    RequestStep,
    'requestId' | 'place' | 'state' | 'decidedBy' | 'decidedByName' | 'decidedAs' | 'decidedOn' | 'note'
  >,
): Promise<void> {
  await sql`
    update engage.request_step set state = ${step.state}, decided_by = ${step.decidedBy},
      decided_by_name = ${step.decidedByName}, decided_as = ${step.decidedAs}, decided_on = ${step.decidedOn}, note = ${step.note}
    where request_id = ${step.requestId} and place = ${step.place}
  `.execute(db)
}

/** Moves it on; what is not named stays. */
export async function moveRequest(
  db: Db,
  id: number,
  to: {
    state: RequestState
    outcome?: string | null
    outcomeOn?: string | null
    costInTheEnd?: string | null
    visitId?: number
  },
): Promise<void> {
  const settles = to.outcomeOn !== undefined
  await sql`
    update engage.request set state = ${to.state}, version = version + 1,
      outcome = case when ${settles} then ${to.outcome ?? null} else outcome end,
      outcome_on = case when ${settles} then ${to.outcomeOn ?? null}::date else outcome_on end,
      cost_in_the_end = case when ${settles} then ${to.costInTheEnd ?? null}::numeric else cost_in_the_end end,
      visit_id = coalesce(${to.visitId ?? null}::bigint, visit_id)
    where id = ${id}
  `.execute(db)
}

export type RequestsAsked = {
  accountIds: readonly number[] | null
  askedBy: string | null
  states: readonly RequestState[]
  limit: number
  /** The last of the page before. */
  after: { wantedOn: string; id: number } | null
}

/** The soonest wanted first. */
export async function listRequests(db: Db, asked: RequestsAsked): Promise<SpecialRequest[]> {
  const { rows } = await sql<SpecialRequest>`
    select ${columns} from engage.request
    where state = any(${asked.states}::text[])
      and (${asked.accountIds}::bigint[] is null or account_id = any(${asked.accountIds}::bigint[]))
      and (${asked.askedBy}::text is null or asked_by = ${asked.askedBy})
      and (${asked.after?.wantedOn ?? null}::date is null
        or (wanted_on, id) > (${asked.after?.wantedOn ?? null}::date, ${asked.after?.id ?? 0}::bigint))
    order by wanted_on, id limit ${asked.limit}
  `.execute(db)
  return rows
}

/** Requests that were asked or settled, latest first, for the timeline. */
export async function requestsBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<SpecialRequest[]> {
  const { rows } = await sql<SpecialRequest>`
    select ${columns} from engage.request
    where account_id = any(${accountIds}::bigint[])
      and (to_char(asked_on, 'YYYY-MM-DD"T12:00:00Z"') collate "C", lpad(id::text, 12, '0') collate "C")
        < (${bound.at}, ${bound.key})
    order by asked_on desc, id desc limit ${limit}
  `.execute(db)
  return rows
}

export async function readRules(db: Db): Promise<{ rules: RequestRules; version: number }> {
  const { rows } = await sql<{ rules: RequestRules; version: number }>`
    select rules, version from engage.request_rules`.execute(db)
  return rows[0] ?? { rules: usualRules, version: 0 }
}

/** False where somebody was quicker. */
export async function writeRules(db: Db, rules: RequestRules, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into engage.request_rules (rules) values (${JSON.stringify(rules)}::jsonb)
    on conflict (only_one) do update set rules = excluded.rules, version = request_rules.version + 1
      where request_rules.version = ${version}
  `.execute(db)
  return numAffectedRows === 1n
}
