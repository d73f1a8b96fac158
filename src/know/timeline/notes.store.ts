import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { TimelineBound } from '../../platform/timeline.ts'

export type NoteFile = { id: string; name: string; mediaType: string; size: number }

export type Note = {
  id: number
  accountId: number
  text: string
  authorId: string | null
  authorName: string
  at: string
  editedAt: string | null
  version: number
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

const columns = sql`n.id, n.account_id as "accountId", n.text, n.author_id as "authorId", n.author_name as "authorName",
  ${instant('n.at')} as at, ${instant('n.edited_at')} as "editedAt", n.version`

export async function insertNote(
  db: Db,
  note: { accountId: number; text: string; authorId: string | null; authorName: string; at: Date; mentions: string[] },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into know.note (account_id, text, author_id, author_name, at, mentions)
    values (${note.accountId}, ${note.text}, ${note.authorId}, ${note.authorName}, ${note.at}, ${note.mentions})
    returning id
  `.execute(db)
  return rows[0]!.id
}

/** Locked until the transaction ends; removed ones too, so that removing can be undone. */
export async function lockNote(db: Db, id: number): Promise<(Note & { removed: boolean }) | null> {
  const { rows } = await sql<Note & { removed: boolean }>`
    select ${columns}, n.removed_at is not null as removed from know.note n where n.id = ${id} for update
  `.execute(db)
  return rows[0] ?? null
}

export async function rewriteNote(
  db: Db,
  id: number,
  change: { text: string; mentions: string[]; at: Date },
): Promise<void> {
  await sql`
    update know.note set text = ${change.text}, mentions = ${change.mentions}, edited_at = ${change.at}, version = version + 1
    where id = ${id}
  `.execute(db)
}

/** Null puts it back. */
export async function markRemoved(db: Db, id: number, at: Date | null): Promise<void> {
  await sql`update know.note set removed_at = ${at}, version = version + 1 where id = ${id}`.execute(db)
}

export async function setNoteFiles(db: Db, noteId: number, fileIds: readonly string[]): Promise<void> {
  await sql`delete from know.note_file where note_id = ${noteId} and file_id <> all(${fileIds}::uuid[])`.execute(db)
  await sql`
    insert into know.note_file (note_id, file_id) select ${noteId}, unnest(${fileIds}::uuid[]) on conflict do nothing
  `.execute(db)
}

export async function noteFileIds(db: Db, noteId: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select file_id as id from know.note_file where note_id = ${noteId}
  `.execute(db)
  return rows.map(row => row.id)
}

export async function findNotes(db: Db, ids: readonly number[]): Promise<(Note & { fileIds: string[] })[]> {
  const { rows } = await sql<Note & { fileIds: string[] }>`
    select ${columns}, array(select f.file_id::text from know.note_file f where f.note_id = n.id order by f.file_id) as "fileIds"
    from know.note n where n.id = any(${ids}::bigint[]) and n.removed_at is null
  `.execute(db)
  return rows
}

/** Latest first, below the bound. */
export async function notesBelow(
  db: Db,
  accountIds: readonly number[],
  bound: TimelineBound,
  limit: number,
): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns} from know.note n
    where n.account_id = any(${accountIds}::bigint[]) and n.removed_at is null
      and (n.at, lpad(n.id::text, 12, '0') collate "C") < (${bound.at}::timestamptz, ${bound.key})
    order by n.at desc, n.id desc limit ${limit}
  `.execute(db)
  return rows
}

/** Notes that mention somebody, written since then, of these accounts or of all. */
export async function notesWithMentions(
  db: Db,
  since: Date,
  accountIds: readonly number[] | null,
): Promise<(Note & { mentions: string[] })[]> {
  const { rows } = await sql<Note & { mentions: string[] }>`
    select ${columns}, n.mentions from know.note n
    where n.removed_at is null and n.mentions <> '{}' and n.at >= ${since}
      and (${accountIds === null} or n.account_id = any(${accountIds ?? []}::bigint[]))
  `.execute(db)
  return rows
}

/** Removed notes that nobody put back; returns the files that they had. */
export async function dropRemovedNotes(db: Db, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with gone as (select id from know.note where removed_at < ${before}),
      files as (delete from know.note_file where note_id in (select id from gone) returning file_id)
    select file_id as id from files
  `.execute(db)
  await sql`delete from know.note where removed_at < ${before}`.execute(db)
  return rows.map(row => row.id)
}
