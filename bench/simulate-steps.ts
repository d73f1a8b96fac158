import { inChild } from './child-process.ts'
import type { LargeLedger } from './large-ledger.ts'
import { currentLoad } from './machine.ts'
import { type Measurement, quantile } from './measurement.ts'
import type { StepsFound } from './simulate-steps.child.ts'

/** (d) A step of the simulator on the server, measures kept in memory, as while a slider moves. */
export async function measureSteps(ledger: LargeLedger): Promise<Measurement> {
  const { found, memory } = await inChild<StepsFound>('./simulate-steps.child.ts', { url: ledger.url })
  return {
    key: 'd',
    title: `a step of the simulator for ${found.accounts.toLocaleString('en')} accounts, ${found.steps.length} steps`,
    ratio: quantile(found.steps, 0.5) / 20,
    goal: '≤ 1 (20 ms, median)',
    memory: { simulator: memory },
    rows: [
      { what: 'median', milliseconds: quantile(found.steps, 0.5), note: `load ${currentLoad()}` },
      { what: '99th of 100', milliseconds: quantile(found.steps, 0.99) },
      { what: 'median of the computing alone', milliseconds: quantile(found.computing, 0.5) },
      { what: '99th of 100 of the computing alone', milliseconds: quantile(found.computing, 0.99) },
      { what: 'first step, nothing in memory', milliseconds: found.first, note: 'not counted' },
    ],
  }
}
