import { loadDemo } from '../../src/demo/load-demo.use.ts'
import { writeSettings } from '../../src/platform/settings.server.ts'
import { startSystem, type TestSystem } from './system.ts'

/** The whole system with the demo company in it: made once for a file of journeys, about 15 seconds. */
export async function startDemoSystem(): Promise<TestSystem> {
  return startSystem(async ({ db, pool }, dataDirectory) => {
    await loadDemo({ db, pool, dataDirectory })
    await writeSettings(db, { demo: true })
  })
}

export const demoPeople = {
  administrator: 'demo-su-yan',
  head: 'demo-lin-zhiyuan',
  manager: 'demo-marcus-ong',
  backOffice: 'demo-tang-li',
  reader: 'demo-hendra-gunawan',
} as const
