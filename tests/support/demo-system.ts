import { existsSync } from 'node:fs'
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadDemo } from '../../src/demo/load-demo.use.ts'
import type { Role } from '../../src/platform/roles.ts'
import { writeSettings } from '../../src/platform/settings.server.ts'
import { createTestDatabase, keepDatabase } from './database.ts'
import { newDataDirectory, type Prepared, prepareSystem, runSystem, type TestSystem } from './system.ts'

/** A folder for the run, made and cleared by kept-demo.setup.ts; journeys come one at a time, so nobody else writes it. */
const folder = process.env.VITALFEW_KEPT_DEMO

type Kept = { database: string; people: Record<Role, string> }

/** The whole system with the demo company in it: loaded once for a run of journeys (about 15 seconds), then copied. */
export async function startDemoSystem(): Promise<TestSystem> {
  if (!folder) return runSystem(await loadedDemo())
  const note = join(folder, 'kept.json')
  const data = join(folder, 'data')
  if (!existsSync(note)) {
    const loaded = await loadedDemo()
    const kept: Kept = { database: await keepDatabase(loaded.database), people: loaded.people }
    await rename(loaded.dataDirectory, data)
    await writeFile(note, JSON.stringify(kept))
  }
  const kept: Kept = JSON.parse(await readFile(note, 'utf8'))
  const dataDirectory = await newDataDirectory()
  await cp(data, dataDirectory, { recursive: true })
  return runSystem({ database: await createTestDatabase(kept.database), dataDirectory, people: kept.people })
}

const loadedDemo = (): Promise<Prepared> =>
  prepareSystem(async ({ db, pool }, dataDirectory) => {
    await loadDemo({ db, pool, dataDirectory })
    await writeSettings(db, { demo: true })
  })

export const demoPeople = {
  administrator: 'demo-su-yan',
  head: 'demo-lin-zhiyuan',
  manager: 'demo-marcus-ong',
  backOffice: 'demo-tang-li',
  reader: 'demo-hendra-gunawan',
} as const
