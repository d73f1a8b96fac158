import { sql } from 'kysely'
import { dropOwnSchemas } from './catalogue.store.ts'
import type { Database } from './database.server.ts'
import { Refusal } from './refusal.ts'
import { writeSettings } from './settings.server.ts'

export type Company = 'own' | 'demo' | 'demo to load'

type Question = {
  wish: 'demo' | 'empty' | undefined
  directory: string
  holdsBusiness: () => Promise<boolean>
}

/**
 * What the database is for. The first start of an empty one decides it and writes it down (the setting `demo`):
 * the demo unless told `empty`. Afterwards it stays what it is; a contrary wish is refused.
 */
export async function decideCompany(database: Database, question: Question): Promise<Company> {
  const { wish, directory } = question
  const said = await readDemoSetting(database)
  if (said === null) {
    const used = (await question.holdsBusiness()) || (await hasHistory(database))
    if (used && wish === 'demo') throw new Refusal('demo_refused', { directory })
    if (!used && wish !== 'empty') return 'demo to load'
    await writeSettings(database.db, { demo: false })
    return 'own'
  }
  if (said && wish === 'empty') throw new Refusal('empty_refused', { directory })
  if (!said && wish === 'demo') throw new Refusal('demo_refused', { directory })
  return said ? 'demo' : 'own'
}

const loading = 'demo loading'

/** Loads the demo as a whole: what a load that was cut short left behind is cleared away at the next start. */
export async function loadWhole(database: Database, load: () => Promise<void>): Promise<void> {
  await sql`insert into platform.setting (name, value) values (${loading}, 'true')`.execute(database.db)
  await load()
  await database.db.transaction().execute(async db => {
    await writeSettings(db, { demo: true })
    await sql`delete from platform.setting where name = ${loading}`.execute(db)
  })
}

/** Takes a database whose demo was loaded in part back to nothing; every other database stays untouched. */
export async function clearHalfDemo(database: Database): Promise<boolean> {
  const { rows } = await sql<{ half: boolean }>`
    select exists (select 1 from platform.setting where name = ${loading}) as half
  `.execute(database.db)
  if (!rows[0]!.half) return false
  await dropOwnSchemas(database.pool)
  return true
}

async function readDemoSetting(database: Database): Promise<boolean | null> {
  const { rows } = await sql<{ value: boolean }>`select value from platform.setting where name = 'demo'`.execute(
    database.db,
  )
  return rows[0]?.value ?? null
}

async function hasHistory(database: Database): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from platform.change) or exists (select 1 from auth."user") as used
  `.execute(database.db)
  return rows[0]!.used
}
