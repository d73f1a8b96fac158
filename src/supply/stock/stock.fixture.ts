import type { TestDatabase } from '../../../tests/support/database.ts'

/** Accounts C1, C2, C3 and products P1, P2, P3, by code. */
export async function dealersAndGoods({ pool }: TestDatabase): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ code: string; id: number }>(
    `with a as (insert into accounts.account (code, name) values ('C1', 'Alpha'), ('C2', 'Beta'), ('C3', 'Gamma') returning code, id),
     p as (insert into products.product (code, name) values ('P1', 'One'), ('P2', 'Two'), ('P3', 'Three') returning code, id)
     select * from a union all select * from p`,
  )
  return Object.fromEntries(rows.map(row => [row.code, row.id]))
}
