import { sql } from 'kysely'
import type { Absence } from './absence.ts'
import type { Db } from './database.server.ts'

const columns = sql`
  id, person_id as "personId", deputy_id as "deputyId", from_day as "from", to_day as "to", note`

/** Absences that end on that day or later, the earliest first. */
export async function absencesFrom(db: Db, day: string): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select ${columns} from platform.absence where to_day >= ${day} order by from_day, id`.execute(db)
  return rows
}

/** Whom this person stands in for on that day. A deputy's deputy stands in for the deputy alone. */
export async function standsInFor(db: Db, deputyId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from platform.absence
    where deputy_id = ${deputyId} and ${day}::date between from_day and to_day order by 1`.execute(db)
  return rows.map(row => row.personId)
}

/** Who stands in for this person on that day; null where they are there. */
export async function deputyOf(db: Db, personId: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ deputyId: string }>`
    select deputy_id as "deputyId" from platform.absence
    where person_id = ${personId} and ${day}::date between from_day and to_day order by from_day desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]?.deputyId ?? null
}

export async function findAbsence(db: Db, id: number): Promise<Absence | null> {
  const { rows } = await sql<Absence>`select ${columns} from platform.absence where id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

/** Absences of a person that share a day with this stretch. */
export async function absencesWithin(
  db: Db,
  { personId, from, to }: Pick<Absence, 'personId' | 'from' | 'to'>,
): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select ${columns} from platform.absence
    where person_id = ${personId} and from_day <= ${to} and to_day >= ${from}`.execute(db)
  return rows
}

export async function addAbsence(db: Db, absence: Omit<Absence, 'id'>): Promise<Absence> {
  const { rows } = await sql<Absence>`
    insert into platform.absence (person_id, deputy_id, from_day, to_day, note)
    values (${absence.personId}, ${absence.deputyId}, ${absence.from}, ${absence.to}, ${absence.note})
    returning ${columns}`.execute(db)
  return rows[0]!
}

export async function removeAbsence(db: Db, id: number): Promise<void> {
  await sql`delete from platform.absence where id = ${id}`.execute(db)
}
