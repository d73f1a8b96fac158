import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../../platform/many-rows.server.ts'
import type { BuyingFact, BuyingField } from './buying-facts.contract.ts'
import type { ScoredFact } from './profile-score.ts'

export type FactRow = {
  accountId: number
  field: BuyingField
  value: BuyingFact['value']
  learnedOn: string
  contactId: number | null
  toldBy: string | null
  personId: string | null
  version: number
}

export async function factsOf(db: Db, accountId: number): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select account_id as "accountId", field, value, learned_on as "learnedOn", contact_id as "contactId",
      told_by as "toldBy", person_id as "personId", version
    from know.buying_fact where account_id = ${accountId}`.execute(db)
  return rows
}

/** What scoring needs of many accounts; of all of them where none are given. */
export async function scoredFacts(
  db: Db,
  accountIds: readonly number[] | null,
): Promise<(ScoredFact & { accountId: number })[]> {
  const query = sql`
    select account_id as "accountId", field, filled, learned_on as "learnedOn" from know.buying_fact
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])`
  return manyRows<ScoredFact & { accountId: number }>(db, query, {
    accountId: asNumber,
    field: text => text as BuyingField,
    filled: asNumber,
    learnedOn: asText,
  })
}

export type WrittenFact = Omit<FactRow, 'version'> & { filled: number }

/** Puts facts in the place of those that were there; a later version of each. */
export async function writeFacts(db: Db, facts: readonly WrittenFact[]): Promise<{ version: number }[]> {
  const { rows } = await sql<{ version: number }>`
    insert into know.buying_fact (account_id, field, value, filled, learned_on, contact_id, told_by, person_id)
    select "accountId", field, value, filled, "learnedOn", "contactId", "toldBy", "personId"
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f ("accountId" bigint, field text, value jsonb,
      filled double precision, "learnedOn" date, "contactId" bigint, "toldBy" text, "personId" text)
    on conflict (account_id, field) do update set value = excluded.value, filled = excluded.filled,
      learned_on = excluded.learned_on, contact_id = excluded.contact_id, told_by = excluded.told_by,
      person_id = excluded.person_id, version = buying_fact.version + 1
    returning version`.execute(db)
  return rows
}

export async function removeFact(db: Db, accountId: number, field: BuyingField): Promise<void> {
  await sql`delete from know.buying_fact where account_id = ${accountId} and field = ${field}`.execute(db)
}

/** How long an account takes to buy: the days of its steps, where any are known. */
export async function processDays(db: Db, accountIds: readonly number[] | null): Promise<Map<number, number>> {
  const { rows } = await sql<{ accountId: number; days: number }>`
    select account_id as "accountId", sum((step ->> 'days')::integer)::integer as days
    from know.buying_fact, jsonb_array_elements(value -> 'steps') step
    where field = 'process' and step ->> 'days' is not null
      and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    group by account_id`.execute(db)
  return new Map(rows.map(row => [row.accountId, row.days]))
}
