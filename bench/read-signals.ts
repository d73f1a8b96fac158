import { inChild } from './child-process.ts'
import type { LargeLedger } from './large-ledger.ts'
import { currentLoad } from './machine.ts'
import { type Measurement, quantile, type Row } from './measurement.ts'
import type { SignalsFound } from './read-signals.child.ts'

/** (g) All signals of 50 managers and their accounts read again, and those after one account has changed hands. */
export async function measureSignals(ledger: LargeLedger): Promise<Measurement> {
  const { found, memory } = await inChild<SignalsFound>('./read-signals.child.ts', { url: ledger.url })
  const { accounts, signals, cold, full, sources, change, queue } = found
  const slowest = sources.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 6)
  return {
    key: 'g',
    title: `${signals.toLocaleString('en')} signals of 50 managers and ${accounts.toLocaleString('en')} accounts`,
    ratio: Math.max(quantile(full, 0.5) / 5_000, quantile(change, 0.5) / 100),
    goal: '≤ 1 (5 s in full, 100 ms after one change, medians)',
    memory: { signals: memory },
    rows: [
      { what: 'all, figures in memory', milliseconds: quantile(full, 0.5), note: `load ${currentLoad()}` },
      { what: 'after one change', milliseconds: quantile(change, 0.5) },
      { what: 'after one change, 90th of 100', milliseconds: quantile(change, 0.9) },
      { what: 'one manager’s queue', milliseconds: quantile(queue, 0.5), note: 'not counted' },
      { what: 'all, nothing in memory', milliseconds: cold, note: 'not counted' },
      ...slowest.map(
        ({ path, milliseconds, signals: said }): Row => ({
          what: `  ${path.replace('.signals.server.ts', '')}`,
          milliseconds,
          note: `${said.toLocaleString('en')} signals`,
        }),
      ),
    ],
  }
}
