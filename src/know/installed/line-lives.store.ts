import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type LineLife = { productLine: string; lifeMonths: number; version: number }

export async function lineLives(db: Db): Promise<LineLife[]> {
  const { rows } = await sql<LineLife>`
    select product_line as "productLine", life_months as "lifeMonths", version from know.line_life
    order by product_line collate "C"`.execute(db)
  return rows
}

/** The lines that items in force name, with or without a life of their own. */
export async function linesInstalled(db: Db): Promise<string[]> {
  const { rows } = await sql<{ productLine: string }>`
    select distinct product_line as "productLine" from know.installed
    where product_line is not null and hidden_by is null`.execute(db)
  return rows.map(row => row.productLine)
}

export async function lockLife(db: Db, productLine: string): Promise<LineLife | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('know.line_life'), hashtext(${productLine}))`.execute(db)
  return (await lineLives(db)).find(life => life.productLine === productLine)
}

export async function writeLife(
  db: Db,
  life: Omit<LineLife, 'version'> & { personId: string | null },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into know.line_life (product_line, life_months, person_id)
    values (${life.productLine}, ${life.lifeMonths}, ${life.personId})
    on conflict (product_line) do update set life_months = excluded.life_months, person_id = excluded.person_id,
      version = line_life.version + 1
    returning version`.execute(db)
  return rows[0]!.version
}

export async function deleteLife(db: Db, productLine: string): Promise<void> {
  await sql`delete from know.line_life where product_line = ${productLine}`.execute(db)
}
