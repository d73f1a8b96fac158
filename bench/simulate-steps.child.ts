import { policyInForce } from '../src/identify/policy.use.ts'
import { simulatePolicy } from '../src/identify/simulate.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type StepsFound = { first: number; steps: number[]; computing: number[]; accounts: number }

const { url } = asked<{ url: string }>()
const database = openDatabase(url)
const reading = { ...database, clock: { now: () => new Date() } }
const { policy } = await policyInForce(database.db)

/** A slider on each weight in turn, a new place with every step. */
const weighted = (step: number) => ({
  ...policy,
  criteria: policy.criteria.map((criterion, at) =>
    at === step % policy.criteria.length ? { ...criterion, weight: 1 + ((step * 7) % 60) } : criterion,
  ),
})
const run = (step: number) =>
  timed(() => simulatePolicy(reading, { policy: weighted(step), mode: 'next review', moves: 20 }))

const first = await run(0)
const steps: number[] = []
const computing: number[] = []
for (let step = 1; step <= 200; step += 1) {
  const { result, milliseconds } = await run(step)
  steps.push(milliseconds)
  computing.push(result.milliseconds)
}
await database.close()
tell<StepsFound>({ first: first.milliseconds, steps, computing, accounts: first.result.accounts })
