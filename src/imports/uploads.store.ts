import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type Upload = { id: string; name: string; size: number; received: number; actorId: string | null }

export async function insertUpload(db: Db, upload: Omit<Upload, 'received'>): Promise<void> {
  await sql`
    insert into imports.upload (id, name, size, actor_id)
    values (${upload.id}, ${upload.name}, ${upload.size}, ${upload.actorId})`.execute(db)
}

export async function findUpload(db: Db, id: string): Promise<Upload | undefined> {
  const { rows } = await sql<Upload>`
    select id, name, size, received, actor_id as "actorId" from imports.upload where id = ${id}`.execute(db)
  return rows[0]
}

export async function saveReceived(db: Db, id: string, received: number): Promise<void> {
  await sql`update imports.upload set received = ${received} where id = ${id}`.execute(db)
}

/** Uploads that no import waits for any more: older than a day and not of an unfinished import. */
export async function takeStaleUploads(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from imports.upload u where created_at < now() - interval '1 day'
      and not exists (select from imports.import i where i.upload_id = u.id
        and i.state in ('asking', 'waiting', 'running', 'failed', 'cancelled') and i.created_at > now() - interval '14 days')
    returning id`.execute(db)
  return rows.map(row => row.id)
}
