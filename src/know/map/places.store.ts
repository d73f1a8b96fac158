import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** Where a person of the account, or one of ours, stands on a map: left and upper edge in its pixels. */
export type Place = { contactId: number | null; personId: string | null; x: number; y: number }

/** A map with the subsidiaries (`wide`) has places of its own. */
export type MapKey = { accountId: number; wide: boolean }

export async function placesOf(db: Db, { accountId, wide }: MapKey): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select contact_id as "contactId", person_id as "personId", x, y from know.map_position
    where account_id = ${accountId} and wide = ${wide} order by id`.execute(db)
  return rows
}

export async function savePlaces(db: Db, { accountId, wide }: MapKey, places: readonly Place[]): Promise<void> {
  const rows = JSON.stringify(places)
  const given = sql`
    select distinct on (p."contactId", p."personId") p.* from jsonb_to_recordset(${rows}::jsonb) with ordinality
      as p ("contactId" bigint, "personId" text, x integer, y integer, at bigint)
    order by p."contactId", p."personId", p.at desc`
  await sql`
    insert into know.map_position as m (account_id, wide, contact_id, x, y)
    select ${accountId}, ${wide}, g."contactId", g.x, g.y from (${given}) g where g."contactId" is not null
    on conflict (account_id, wide, contact_id) where contact_id is not null do update set x = excluded.x, y = excluded.y`.execute(
    db,
  )
  await sql`
    insert into know.map_position as m (account_id, wide, person_id, x, y)
    select ${accountId}, ${wide}, g."personId", g.x, g.y from (${given}) g where g."personId" is not null
    on conflict (account_id, wide, person_id) where person_id is not null do update set x = excluded.x, y = excluded.y`.execute(
    db,
  )
}

export async function removePlaces(db: Db, { accountId, wide }: MapKey): Promise<Place[]> {
  const { rows } = await sql<Place>`
    delete from know.map_position where account_id = ${accountId} and wide = ${wide}
    returning contact_id as "contactId", person_id as "personId", x, y`.execute(db)
  return rows
}
