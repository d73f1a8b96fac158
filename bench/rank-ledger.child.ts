import { rank } from '../src/identify/rank.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type RankFound = { first: number; again: number; revenue: string; accounts: number; peak: number }

const { url } = asked<{ url: string }>()
const database = openDatabase(url)
const reading = { ...database, clock: { now: () => new Date() } }
const first = await timed(() => rank(reading, { limit: 20 }))
const again = await timed(() => rank(reading, { limit: 20 }))
await database.close()
const { totals, curve } = first.result
tell<RankFound>({
  first: first.milliseconds,
  again: again.milliseconds,
  revenue: totals.revenue,
  accounts: totals.accounts,
  peak: curve.peak?.accounts ?? 0,
})
