import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** What an account may owe us, what it owes, and what it will spend a month; decimal strings in the base currency. */
export type Credit = {
  accountId: number
  /** Null: no limit. */
  creditLimit: string | null
  open: string
  /** A calendar month; null: none agreed. */
  budget: string | null
  /** The day of `open`. */
  asOf: string
  version: number
}

export async function readCredits(db: Db, accountIds: readonly number[] | null): Promise<Map<number, Credit>> {
  const { rows } = await sql<Credit>`
    select account_id as "accountId", trim_scale(credit_limit)::text as "creditLimit", trim_scale(open)::text as open,
      trim_scale(budget)::text as budget, as_of as "asOf", version
    from supply.credit where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.accountId, row]))
}

/** False where somebody was quicker. */
export async function writeCredit(db: Db, credit: Credit): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into supply.credit (account_id, credit_limit, open, budget, as_of)
    values (${credit.accountId}, ${credit.creditLimit}, ${credit.open}, ${credit.budget}, ${credit.asOf})
    on conflict (account_id) do update set credit_limit = excluded.credit_limit, open = excluded.open,
      budget = excluded.budget, as_of = excluded.as_of, version = credit.version + 1
      where credit.version = ${credit.version}`.execute(db)
  return numAffectedRows === 1n
}

/** Credit of accounts that have none yet, in bulk. */
export async function addCredits(db: Db, credits: readonly Omit<Credit, 'version'>[]): Promise<void> {
  await sql`
    insert into supply.credit (account_id, credit_limit, open, budget, as_of)
    select "accountId", "creditLimit", open, budget, "asOf"
    from jsonb_to_recordset(${JSON.stringify(credits)}::jsonb) as c ("accountId" bigint, "creditLimit" numeric,
      open numeric, budget numeric, "asOf" date)
    on conflict (account_id) do nothing`.execute(db)
}
