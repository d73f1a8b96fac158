import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { ImportKind } from './fields.ts'

/** Days on which invoice lines of each source arrived, the newest first, the last ten. */
export async function arrivalDays(
  db: Db,
  timeZone: string,
  today: string,
): Promise<{ source: string; days: string[] }[]> {
  const { rows } = await sql<{ source: string; days: string[] }>`
    select source, (array_agg(day::text order by day desc))[1:10] as days
    from (
      select distinct source, (finished_at at time zone ${timeZone})::date as day from imports.import
      where state = 'finished' and kind = 'invoices' and parent_id is null) arrived
    where day <= ${today}::date
    group by source`.execute(db)
  return rows
}

/** An import that somebody should look at. */
export type TroubledImport = {
  id: number
  what: 'failed' | 'asking' | 'set aside'
  source: string
  fileName: string
  kind: ImportKind | null
  /** The person who began it. */
  actorId: string | null
  day: string
  /** Rows of the file, and those set aside and not settled yet. */
  rows: number
  setAside: number
  error: { code: string; values: Record<string, string | number | null> } | null
}

/**
 * Imports since a day that failed and were not followed by one of the same source that went well, that wait for an answer,
 * or whose set-aside rows nobody has settled.
 */
export async function troubledImports(db: Db, timeZone: string, since: string): Promise<TroubledImport[]> {
  const { rows } = await sql<TroubledImport>`
    select * from (
      select i.id, case i.state when 'finished' then 'set aside' else i.state end as what, i.source,
        i.file_name as "fileName", i.kind, i.actor_id as "actorId",
        (coalesce(i.finished_at, i.created_at) at time zone ${timeZone})::date as day, i.rows, i.error,
        (select count(*) from imports.set_aside s where s.import_id = i.id and s.state = 'open') as "setAside"
      from imports.import i
      where i.state = 'asking' or (i.state = 'finished' and i.set_aside > 0) or (i.state = 'failed' and not exists (
        select from imports.import later
        where later.source = i.source and later.id > i.id and later.state in ('finished', 'running', 'waiting')))
    ) troubled
    where day >= ${since}::date and (what <> 'set aside' or "setAside" > 0)
    order by id desc limit 200`.execute(db)
  return rows
}

/** Differs when an import came, ended or waits. */
export async function importsVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws(' ', max(id), max(finished_at), count(*) filter (where state = 'failed'),
      count(*) filter (where state = 'asking'), count(*) filter (where state = 'finished')) as version
    from imports.import`.execute(db)
  return rows[0]!.version
}
