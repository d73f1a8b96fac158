import { sql } from 'kysely'
import type { Db } from '../database.server.ts'

export type FileRow = { id: string; name: string; mediaType: string; size: number; sha256: string }

const columns = sql`id, name, media_type as "mediaType", size, sha256`

export async function insertFile(
  db: Db,
  file: FileRow & { uploadedBy: string | null; uploadedAt: Date },
): Promise<void> {
  await sql`
    insert into platform.file (id, name, media_type, size, sha256, uploaded_by, uploaded_at)
    values (${file.id}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.uploadedBy}, ${file.uploadedAt})
  `.execute(db)
}

export async function findFile(db: Db, id: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`select ${columns} from platform.file where id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function findFiles(db: Db, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`select ${columns} from platform.file where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** Says that something refers to these files now. Returns those that are there. */
export async function keepFiles(db: Db, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`
    update platform.file set kept = true where id = any(${ids}::uuid[]) returning ${columns}
  `.execute(db)
  return rows
}

/** Says that nothing refers to them any more; the nightly job removes them. */
export async function letFilesGo(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`update platform.file set kept = false, uploaded_at = ${at} where id = any(${ids}::uuid[])`.execute(db)
}

/** Takes out what nobody keeps since then; answers with the content that no other file shares. */
export async function takeLooseFiles(db: Db, before: Date): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    delete from platform.file where not kept and uploaded_at < ${before} returning sha256
  `.execute(db)
  if (rows.length === 0) return []
  const gone = [...new Set(rows.map(row => row.sha256))]
  const { rows: shared } = await sql<{ sha256: string }>`
    select distinct sha256 from platform.file where sha256 = any(${gone}::text[])
  `.execute(db)
  const still = new Set(shared.map(row => row.sha256))
  return gone.filter(sha256 => !still.has(sha256))
}
