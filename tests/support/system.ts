import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPerson } from '../../src/platform/people.use.ts'
import { type Role, roles } from '../../src/platform/roles.ts'
import { writeSettings } from '../../src/platform/settings.server.ts'
import { type RunningServer, startServer } from '../../src/server.ts'
import { startWorker } from '../../src/worker.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export type TestSystem = TestDatabase & {
  url: string
  dataDirectory: string
  server: RunningServer
  people: Record<Role, string>
}

/**
 * Server and worker on a fresh database, as a person meets them; one person in every role, one click to sign in.
 * `fill` comes before they start, as at a first start: a demo's clock is set when they do.
 */
export async function startSystem(
  fill: (database: TestDatabase, dataDirectory: string) => Promise<void> = async () => undefined,
): Promise<TestSystem> {
  const database = await createTestDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'vitalfew-system-'))
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
      await database.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
