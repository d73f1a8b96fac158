import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type FoundAccount = { id: number; code: string; name: string; city: string | null; country: string | null }

/** Makes typed text mean itself in a LIKE pattern. */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, character => `\\${character}`)
}

/**
 * Accounts whose code (own or in another system) or name begins with the text, then those that contain it.
 * Each beginning is a short walk along an index; only too few of them cost a scan for the text inside.
 */
export async function searchAccounts(db: Db, text: string, limit: number): Promise<FoundAccount[]> {
  return living(db, await findAccounts(db, text, limit))
}

/** The account that lives for each that was merged; each once, in the order found. */
async function living(db: Db, found: readonly FoundAccount[]): Promise<FoundAccount[]> {
  const { rows } = await sql<FoundAccount>`
    select s.id, s.code, s.name, s.city, s.country
    from unnest(${found.map(each => each.id)}::bigint[]) with ordinality given (id, place)
    join accounts.account a on a.id = given.id join accounts.account s on s.id = coalesce(a.merged_into, a.id)
    group by s.id order by min(given.place)`.execute(db)
  return rows
}

async function findAccounts(db: Db, text: string, limit: number): Promise<FoundAccount[]> {
  const literal = likeLiteral(text.toLowerCase())
  const { rows: beginning } = await sql<FoundAccount>`
    select id, code, name, city, country from (
      select distinct on (id) * from (
        (select id, code, name, city, country, 0 as rank from accounts.account
         where lower(code) collate "C" like ${`${literal}%`} order by lower(code) collate "C" limit ${limit})
        union all
        (select a.id, a.code, a.name, a.city, a.country, 1 from accounts.code c join accounts.account a on a.id = c.account_id
         where lower(c.code) collate "C" like ${`${literal}%`} order by lower(c.code) collate "C" limit ${limit})
        union all
        (select id, code, name, city, country, 2 from accounts.account
         where lower(name) collate "C" like ${`${literal}%`} order by lower(name) collate "C" limit ${limit})
      ) every order by id, rank
    ) found order by rank, length(code), code limit ${limit}`.execute(db)
  if (beginning.length >= limit) return beginning
  const { rows: inside } = await sql<FoundAccount>`
    select id, code, name, city, country from accounts.account
    where search_text like ${`%${literal}%`} and id <> all(${beginning.map(row => row.id)}::bigint[])
    limit ${limit - beginning.length}`.execute(db)
  return [...beginning, ...inside]
}
