import { findDuplicates, type SearchOutcome } from '../src/accounts/merge/find-duplicates.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type DuplicatesFound = { milliseconds: number; steps: Record<string, number>; outcome: SearchOutcome }

const { url } = asked<{ url: string }>()
const database = openDatabase(url)
const steps: Record<string, number> = {}
let since = performance.now()
let step = 'reading'
const { result, milliseconds } = await timed(() =>
  findDuplicates(database.pool, new Date(), async progress => {
    if (progress.step === step) return
    steps[step] = performance.now() - since
    since = performance.now()
    step = progress.step
  }),
)
steps[step] = performance.now() - since
await database.close()
tell<DuplicatesFound>({ milliseconds, steps, outcome: result })
