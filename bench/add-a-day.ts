import type { DayFound } from './add-a-day.child.ts'
import { inChild } from './child-process.ts'
import type { LargeLedger } from './large-ledger.ts'
import { currentLoad } from './machine.ts'
import type { Measurement, Row, Size } from './measurement.ts'
import type { FreshTimes } from './read-figures.ts'
import type { RecomputeFound } from './recompute-all.child.ts'

/** (c) One day's lines until every figure is fresh, against computing every figure again from the lines. */
export async function measureDay(ledger: LargeLedger, size: Size): Promise<Measurement> {
  const loads = [currentLoad()]
  const all = await inChild<RecomputeFound>('./recompute-all.child.ts', { url: ledger.url })
  const day = await inChild<DayFound>('./add-a-day.child.ts', { url: ledger.url, path: ledger.nextDay })
  loads.push(currentLoad())
  const { imported, after } = day.found
  const rollUps = all.found.rollUps.reduce((sum, each) => sum + each.milliseconds, 0)
  const everything = rollUps + sum(all.found.figures)
  const ours = imported.detect + imported.import + sum(after)
  return {
    key: 'c',
    title: `a day's ${ledger.nextDayLines.toLocaleString('en')} lines onto ${size.ledgerLines.toLocaleString('en')} until every figure is fresh`,
    ratio: ours / everything,
    goal: '≤ 1/50',
    memory: { 'recomputing everything': all.memory, 'adding the day': day.memory },
    rows: [
      { what: 'everything again: all', milliseconds: everything, note: `load ${loads.join(' → ')}` },
      ...all.found.rollUps.map(each => ({ ...each, what: `  ${each.what}` })),
      ...figureRows(all.found.figures),
      { what: 'one day: all', milliseconds: ours },
      { what: '  detect, import', milliseconds: imported.detect + imported.import, note: `${imported.added} lines` },
      ...figureRows(after),
    ],
  }
}

const sum = ({ measures, standing, list, rank }: FreshTimes) => measures + standing + list + rank

function figureRows({ measures, standing, list, rank }: FreshTimes): Row[] {
  return [
    { what: '  measures of all accounts', milliseconds: measures },
    { what: '  standing of all accounts', milliseconds: standing },
    { what: '  columns of the accounts list', milliseconds: list },
    { what: '  ranking', milliseconds: rank },
  ]
}
