import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type SavedView = { id: number; page: string; name: string; search: Record<string, unknown> }

export async function listSavedViews(db: Db, ownerId: string, page: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, page, name, search from accounts.saved_view
    where owner_id = ${ownerId} and page = ${page} order by name`.execute(db)
  return rows
}

/** The same owner, page and name replaces what it held. */
export async function saveView(db: Db, ownerId: string, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  const { rows } = await sql<SavedView>`
    insert into accounts.saved_view (owner_id, page, name, search)
    values (${ownerId}, ${view.page}, ${view.name}, ${JSON.stringify(view.search)}::jsonb)
    on conflict (owner_id, page, name) do update set search = excluded.search
    returning id, page, name, search`.execute(db)
  return rows[0]!
}

/** Only the owner's own; false where there is none. */
export async function deleteSavedView(db: Db, ownerId: string, id: number): Promise<boolean> {
  const { rows } = await sql`
    delete from accounts.saved_view where id = ${id} and owner_id = ${ownerId} returning id`.execute(db)
  return rows.length > 0
}
