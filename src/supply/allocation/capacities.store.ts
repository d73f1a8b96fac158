import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** What several products share, so much of its unit a week; decimal strings. */
export type WeeklyCapacity = {
  id: number
  name: string
  kind: 'line' | 'load'
  unit: string
  aWeek: string
  uses: { productId: number; perUnit: string }[]
  version: number
}

export async function listCapacities(db: Db): Promise<WeeklyCapacity[]> {
  const { rows } = await sql<WeeklyCapacity>`
    select c.id, c.name, c.kind, c.unit, trim_scale(c.a_week)::text as "aWeek", c.version,
      coalesce((select jsonb_agg(jsonb_build_object('productId', u.product_id, 'perUnit', trim_scale(u.per_unit)::text)
        order by u.product_id) from supply.capacity_use u where u.capacity_id = c.id), '[]') as uses
    from supply.capacity c order by c.name collate "C"`.execute(db)
  return rows
}

export type CapacitySaid = Omit<WeeklyCapacity, 'id' | 'version'>

/** Its id; null where somebody was quicker or the name is taken. Without `id` it is a new one. */
export async function writeCapacity(
  db: Db,
  said: CapacitySaid,
  known: { id: number; version: number } | null,
): Promise<number | null> {
  const { rows } = await (known
    ? sql<{ id: number }>`
        update supply.capacity set name = ${said.name}, kind = ${said.kind}, unit = ${said.unit}, a_week = ${said.aWeek},
          version = version + 1
        where id = ${known.id} and version = ${known.version} returning id`
    : sql<{ id: number }>`
        insert into supply.capacity (name, kind, unit, a_week) values (${said.name}, ${said.kind}, ${said.unit}, ${said.aWeek})
        on conflict (name) do nothing returning id`
  ).execute(db)
  const id = rows[0]?.id
  if (id === undefined) return null
  await sql`delete from supply.capacity_use where capacity_id = ${id}`.execute(db)
  await sql`
    insert into supply.capacity_use (capacity_id, product_id, per_unit)
    select ${id}, u."productId", u."perUnit"
    from jsonb_to_recordset(${JSON.stringify(said.uses)}::jsonb) as u ("productId" bigint, "perUnit" numeric)`.execute(
    db,
  )
  return id
}

/** Whether another capacity has this name. */
export async function capacityNamed(db: Db, name: string, butId: number | null): Promise<boolean> {
  const { rows } = await sql`
    select from supply.capacity where name = ${name} and id is distinct from ${butId}::bigint`.execute(db)
  return rows.length > 0
}

/** False where it is gone or somebody was quicker. */
export async function deleteCapacity(db: Db, id: number, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from supply.capacity where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}
