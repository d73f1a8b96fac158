import { openDatabase } from '../src/platform/database.server.ts'
import { jobActor } from '../src/platform/roles.ts'
import { draftOrders, proposeOrders, reviewStock } from '../src/supply/reasonable/reasonable.server.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type WeekProposed = {
  items: number
  orders: number
  lines: number
  review: number
  plan: number
  /** Planned once more and written as drafts. */
  drafts: number
}

const { url, today } = asked<{ url: string; today: string }>()
const database = openDatabase(url)
const clock = { now: () => new Date(`${today}T01:00:00Z`) }
const review = await timed(() => reviewStock({ ...database, clock }, null))
const plan = await timed(() => draftOrders({ ...database, clock }, null))
const drafts = await timed(() => proposeOrders({ ...database, clock, actor: jobActor('Bench') }, null, 'draft'))
await database.close()
const made = drafts.result.filter(({ order }) => order !== null)
tell<WeekProposed>({
  items: review.result,
  orders: made.length,
  lines: made.reduce((sum, { lines }) => sum + lines.length, 0),
  review: review.milliseconds,
  plan: plan.milliseconds,
  drafts: drafts.milliseconds,
})
