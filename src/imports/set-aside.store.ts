import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../platform/database.server.ts'

export type SetAsideRow = { row: number; reason: string; field: string | null; raw: string }

export type SetAsideRead = SetAsideRow & { state: 'open' | 'left' | 'booked' }

/** PostgreSQL keeps no zero characters in text; half a surrogate pair is no character either. */
function copyText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\u0000', '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}

/** Writes set-aside rows by COPY on the caller's transaction. */
export async function copySetAside(
  client: pg.ClientBase,
  importId: number,
  rows: readonly SetAsideRow[],
): Promise<void> {
  const stream = client.query(copyFrom('copy imports.set_aside (import_id, row, reason, field, raw) from stdin'))
  const done = finished(stream)
  done.catch(() => undefined)
  for (let at = 0; at < rows.length; at += 1000) {
    const piece = rows
      .slice(at, at + 1000)
      .map(row => `${importId}\t${row.row}\t${row.reason}\t${row.field ?? '\\N'}\t${copyText(row.raw)}\n`)
    if (!stream.write(piece.join(''))) await Promise.race([once(stream, 'drain'), done])
  }
  stream.end()
  await done
}

export async function clearSetAside(db: Db, importId: number): Promise<void> {
  await sql`delete from imports.set_aside where import_id = ${importId}`.execute(db)
}

/** In the order of the file; `after` is the row to go on from. */
export async function listSetAside(
  db: Db,
  importId: number,
  filter: { reason?: string; state?: string; after?: number; limit: number },
): Promise<SetAsideRead[]> {
  const { rows } = await sql<SetAsideRead>`
    select row, reason, field, raw, state from imports.set_aside
    where import_id = ${importId} and row > ${filter.after ?? -1}
      and (${filter.reason ?? null}::text is null or reason = ${filter.reason ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
    order by row limit ${filter.limit}`.execute(db)
  return rows
}

export type SetAsideCount = { reason: string; state: 'open' | 'left' | 'booked'; rows: number }

export async function countSetAside(db: Db, importId: number): Promise<SetAsideCount[]> {
  const { rows } = await sql<SetAsideCount>`
    select reason, state, count(*) as rows from imports.set_aside where import_id = ${importId}
    group by reason, state order by count(*) desc, reason`.execute(db)
  return rows
}

/** Closes the open rows of a reason, or of those given; returns how many. */
export async function closeSetAside(
  db: Db,
  importId: number,
  reason: string,
  to: 'left' | 'booked',
  settledBy: number | null = null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update imports.set_aside set state = ${to}, settled_by = ${settledBy}
    where import_id = ${importId} and reason = ${reason} and state = 'open'`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Closes all open rows but those that still cannot be taken, for which it notes the reason of now. */
export async function closeTaken(
  db: Db,
  importId: number,
  settledBy: number,
  left: readonly { row: number; reason: string; field: string | null }[],
): Promise<void> {
  await sql`
    with still as (
      select * from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as n ("row" bigint, reason text, field text))
    update imports.set_aside s set state = case when n.row is null then 'booked' else 'open' end,
      settled_by = case when n.row is null then ${settledBy}::bigint end,
      reason = coalesce(n.reason, s.reason), field = case when n.row is null then s.field else n.field end
    from imports.set_aside o left join still n on n.row = o.row
    where s.import_id = ${importId} and o.import_id = s.import_id and o.row = s.row and s.state = 'open'`.execute(db)
}

/** The rows that a settling import had booked are open again when it is undone. */
export async function reopenSettledBy(db: Db, settledBy: number): Promise<void> {
  await sql`update imports.set_aside set state = 'open', settled_by = null where settled_by = ${settledBy}`.execute(db)
}
