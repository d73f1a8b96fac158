import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Line } from './line.ts'

const columns = sql`
  id, from_contact_id as "fromContactId", to_contact_id as "toContactId", kind, strength, note, version`

/** Two new reporting lines at once could close a ring that neither sees: they take turns. Take it after the account. */
export async function lockLines(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('know.line'))`.execute(db)
}

/** Lines with both ends among these people. */
export async function linesAmong(db: Db, contactIds: readonly number[]): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select ${columns} from know.line
    where from_contact_id = any(${contactIds}::bigint[]) and to_contact_id = any(${contactIds}::bigint[])
    order by id`.execute(db)
  return rows
}

/** Reporting lines upwards from a person, as far as they lead. */
export async function reportingAbove(
  db: Db,
  contactId: number,
): Promise<Pick<Line, 'fromContactId' | 'toContactId'>[]> {
  const { rows } = await sql<Pick<Line, 'fromContactId' | 'toContactId'>>`
    with recursive up as (
      select from_contact_id, to_contact_id from know.line where kind = 'reports to' and from_contact_id = ${contactId}
      union
      select l.from_contact_id, l.to_contact_id from up join know.line l on l.from_contact_id = up.to_contact_id
      where l.kind = 'reports to'
    )
    select from_contact_id as "fromContactId", to_contact_id as "toContactId" from up`.execute(db)
  return rows
}

export async function findLine(db: Db, id: number): Promise<Line | undefined> {
  const { rows } = await sql<Line>`select ${columns} from know.line where id = ${id}`.execute(db)
  return rows[0]
}

/** Undefined where the same line is there already. */
export async function insertLine(db: Db, line: Omit<Line, 'id' | 'version'>): Promise<Line | undefined> {
  const { rows } = await sql<Line>`
    insert into know.line (from_contact_id, to_contact_id, kind, strength, note)
    values (${line.fromContactId}, ${line.toContactId}, ${line.kind}, ${line.strength}, ${line.note})
    on conflict (from_contact_id, to_contact_id, kind) do nothing
    returning ${columns}`.execute(db)
  return rows[0]
}

/** Many at once, for a first load; lines that are there already stay as they are. */
export async function insertLines(db: Db, lines: readonly Omit<Line, 'id' | 'version'>[]): Promise<void> {
  await sql`
    insert into know.line (from_contact_id, to_contact_id, kind, strength, note)
    select l."fromContactId", l."toContactId", l.kind, l.strength, l.note
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l ("fromContactId" bigint, "toContactId" bigint, kind text, strength smallint, note text)
    on conflict (from_contact_id, to_contact_id, kind) do nothing`.execute(db)
}

/** Undefined where the version is no longer that. */
export async function updateLine(
  db: Db,
  { id, version, strength, note }: Pick<Line, 'id' | 'version' | 'strength' | 'note'>,
): Promise<Line | undefined> {
  const { rows } = await sql<Line>`
    update know.line set strength = ${strength}, note = ${note}, version = version + 1
    where id = ${id} and version = ${version} returning ${columns}`.execute(db)
  return rows[0]
}

export async function deleteLine(db: Db, id: number): Promise<void> {
  await sql`delete from know.line where id = ${id}`.execute(db)
}
