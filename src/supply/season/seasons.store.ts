import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Season, SeasonResult, SeasonSettings } from './season.ts'

const columns = sql`
  id, public_id as "publicId", name, from_week as "fromWeek", until_week as "untilWeek", state, settings,
  planned_on as "plannedOn", closed_on as "closedOn", closed_by_name as "closedByName", result, lesson, version`

export async function listSeasons(db: Db): Promise<Season[]> {
  const { rows } = await sql<Season>`
    select ${columns} from supply.season order by state desc, from_week desc, id desc limit 100`.execute(db)
  return rows
}

export async function findSeason(db: Db, publicId: string): Promise<Season | null> {
  const { rows } = await sql<Season>`select ${columns} from supply.season where public_id = ${publicId}`.execute(db)
  return rows[0] ?? null
}

export async function lockSeason(db: Db, publicId: string): Promise<Season | null> {
  const { rows } = await sql<Season>`
    select ${columns} from supply.season where public_id = ${publicId} for update`.execute(db)
  return rows[0] ?? null
}

export async function insertSeason(
  db: Db,
  said: { name: string; fromWeek: string; untilWeek: string; settings: SeasonSettings; plannedOn: string },
): Promise<Season> {
  const { rows } = await sql<Season>`
    insert into supply.season (name, from_week, until_week, settings, planned_on)
    values (${said.name}, ${said.fromWeek}, ${said.untilWeek}, ${JSON.stringify(said.settings)}::jsonb, ${said.plannedOn})
    returning ${columns}`.execute(db)
  return rows[0]!
}

export async function replanned(db: Db, id: number, settings: SeasonSettings, plannedOn: string): Promise<void> {
  await sql`
    update supply.season set settings = ${JSON.stringify(settings)}::jsonb, planned_on = ${plannedOn}, version = version + 1
    where id = ${id}`.execute(db)
}

/** Closes it with its result; null opens it again. */
export async function closeSeason(
  db: Db,
  id: number,
  closing: { on: string; byName: string; result: SeasonResult; lesson: string | null } | null,
): Promise<void> {
  await sql`
    update supply.season set state = ${closing ? 'closed' : 'open'}, closed_on = ${closing?.on ?? null},
      closed_by_name = ${closing?.byName ?? null}, result = ${closing ? JSON.stringify(closing.result) : null}::jsonb,
      lesson = ${closing ? closing.lesson : null}, version = version + 1
    where id = ${id}`.execute(db)
}
