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

/** Of a person named twice the later place counts. */
export async function savePlaces(db: Db, { accountId, wide }: MapKey, places: readonly Place[]): Promise<void> {
  const rows = JSON.stringify([...new Map(places.map(place => [nodeOf(place), place])).values()])
  await sql`
    insert into know.map_position (account_id, wide, contact_id, x, y)
    select ${accountId}, ${wide}, "contactId", x, y
    from jsonb_to_recordset(${rows}::jsonb) as p ("contactId" bigint, x integer, y integer) where "contactId" is not null
    on conflict (account_id, wide, contact_id) where contact_id is not null
    do update set x = excluded.x, y = excluded.y`.execute(db)
  await sql`
    insert into know.map_position (account_id, wide, person_id, x, y)
    select ${accountId}, ${wide}, "personId", x, y
    from jsonb_to_recordset(${rows}::jsonb) as p ("personId" text, x integer, y integer) where "personId" is not null
    on conflict (account_id, wide, person_id) where person_id is not null
    do update set x = excluded.x, y = excluded.y`.execute(db)
}

/** A text that tells one node of a map from every other. */
export const nodeOf = ({ contactId, personId }: Pick<Place, 'contactId' | 'personId'>): string =>
  contactId === null ? `ours ${personId}` : String(contactId)

export async function removePlaces(db: Db, { accountId, wide }: MapKey): Promise<Place[]> {
  const { rows } = await sql<Place>`
    delete from know.map_position where account_id = ${accountId} and wide = ${wide}
    returning contact_id as "contactId", person_id as "personId", x, y`.execute(db)
  return rows
}
