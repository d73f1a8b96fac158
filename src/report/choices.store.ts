import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

type Choice = { value: string; accounts: number }

/** The values that accounts can be filtered by, the most frequent first, 200 of each at most. */
export async function accountChoices(db: Db) {
  const by = async (column: 'country' | 'region' | 'salesperson'): Promise<Choice[]> => {
    const { rows } = await sql<Choice>`
      select ${sql.ref(column)} as value, count(*) as accounts from accounts.account
      where ${sql.ref(column)} is not null and merged_into is null group by 1 order by 2 desc, 1 limit 200`.execute(db)
    return rows
  }
  const [country, region, salesperson, owners] = await Promise.all([
    by('country'),
    by('region'),
    by('salesperson'),
    sql<{ id: string | null; name: string; accounts: number }>`
      select owned.owner_id as id, coalesce(u.name, owned.owner_id) as name, owned.accounts
      from (select owner_id, count(*) as accounts from accounts.account where merged_into is null group by owner_id) owned
      left join auth."user" u on u.id = owned.owner_id order by 2`.execute(db),
  ])
  return {
    country,
    region,
    salesperson,
    owner: owners.rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }])),
    ownerless: owners.rows.find(row => row.id === null)?.accounts ?? 0,
  }
}
