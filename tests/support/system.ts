import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPerson } from '../../src/platform/people.use.ts'
import { ownRole } from '../../src/platform/portal-database.server.ts'
import { type Role, roles } from '../../src/platform/roles.ts'
import { writeSettings } from '../../src/platform/settings.server.ts'
import { type RunningServer, startServer } from '../../src/server.ts'
import { startWorker } from '../../src/worker.ts'
import { createTestDatabase, dropRole, type TestDatabase } from './database.ts'

/** What a system runs on, before it runs. */
export type Prepared = { database: TestDatabase; dataDirectory: string; people: Record<Role, string> }

export type TestSystem = TestDatabase & {
  url: string
  dataDirectory: string
  server: RunningServer
  people: Record<Role, string>
}

type Fill = (database: TestDatabase, dataDirectory: string) => Promise<void>

export const newDataDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'vitalfew-system-'))

/** A fresh database with one person in every role, one click to sign in. `fill` puts in what there is more. */
export async function prepareSystem(fill: Fill = async () => undefined): Promise<Prepared> {
  const database = await createTestDatabase()
  const dataDirectory = await newDataDirectory()
  await writeSettings(database.db, { demo: true, companyName: 'Test Switches' })
  const people = {} as Record<Role, string>
  for (const role of roles) {
    people[role] = await createPerson(database.db, {
      name: `The ${role}`,
      email: `${role.replaceAll(' ', '.')}@vitalfew.test`,
      role,
    })
  }
  await fill(database, dataDirectory)
  return { database, dataDirectory, people }
}

/** Server and worker on what was prepared, as a person meets them: a demo's clock is set when they start. */
export async function runSystem({ database, dataDirectory, people }: Prepared): Promise<TestSystem> {
  const worker = await startWorker({ databaseUrl: database.url, dataDirectory })
  const server = await startServer({ databaseUrl: database.url, dataDirectory, port: 0 })
  return {
    ...database,
    url: server.url,
    server,
    dataDirectory,
    people,
    close: async () => {
      await server.close()
      await worker.close()
      const role = await ownRole(database.pool)
      await database.close()
      await dropRole(role)
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

export const startSystem = async (fill?: Fill): Promise<TestSystem> => runSystem(await prepareSystem(fill))
