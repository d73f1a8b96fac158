import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Potential = {
  accountId: number
  productLine: string
  amount: string
  source: string
  asOf: string
  personId: string | null
  version: number
}

/** What people have entered; of all accounts where none are given. */
export async function enteredPotentials(db: Db, accountIds: readonly number[] | null): Promise<Potential[]> {
  const { rows } = await sql<Potential>`
    select account_id as "accountId", product_line as "productLine", trim_scale(amount) as amount, source,
      as_of as "asOf", person_id as "personId", version
    from know.potential
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])`.execute(db)
  return rows
}

/** Puts potentials in the place of those that were there. */
export async function writePotentials(
  db: Db,
  potentials: readonly Omit<Potential, 'version'>[],
): Promise<{ version: number }[]> {
  const { rows } = await sql<{ version: number }>`
    insert into know.potential (account_id, product_line, amount, source, as_of, person_id)
    select "accountId", "productLine", amount, source, "asOf", "personId"
    from jsonb_to_recordset(${JSON.stringify(potentials)}::jsonb) as p ("accountId" bigint, "productLine" text,
      amount numeric, source text, "asOf" date, "personId" text)
    on conflict (account_id, product_line) do update set amount = excluded.amount, source = excluded.source,
      as_of = excluded.as_of, person_id = excluded.person_id, version = potential.version + 1
    returning version`.execute(db)
  return rows
}

export async function removePotential(db: Db, accountId: number, productLine: string): Promise<void> {
  await sql`delete from know.potential where account_id = ${accountId} and product_line = ${productLine}`.execute(db)
}
