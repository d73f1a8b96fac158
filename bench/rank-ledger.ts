import { inChild } from './child-process.ts'
import type { LargeLedger } from './large-ledger.ts'
import { currentLoad } from './machine.ts'
import { type Measurement, quantile, type Size } from './measurement.ts'
import type { DuckdbFound } from './rank-in-duckdb.child.ts'
import type { RankFound } from './rank-ledger.child.ts'

/** (b) `rank` of all accounts in a fresh process, against DuckDB computing the same from the raw lines. */
export async function measureRanking(ledger: LargeLedger, size: Size): Promise<Measurement> {
  const loads = [currentLoad()]
  const ours = [await inChild<RankFound>('./rank-ledger.child.ts', { url: ledger.url })]
  const duckdb = await inChild<DuckdbFound>('./rank-in-duckdb.child.ts', { path: ledger.path })
  ours.push(await inChild<RankFound>('./rank-ledger.child.ts', { url: ledger.url }))
  loads.push(currentLoad())
  const [before, after] = ours.map(each => each.found) as [RankFound, RankFound]
  agree(before, duckdb.found)
  const own = (before.first + after.first) / 2
  const theirs = quantile(duckdb.found.runs, 0.5)
  return {
    key: 'b',
    title: `ranking ${size.accounts.toLocaleString('en')} accounts over ${size.ledgerLines.toLocaleString('en')} lines`,
    ratio: own / theirs,
    goal: '< 1',
    memory: { rank: Math.max(...ours.map(each => each.memory)) },
    rows: [
      { what: 'DuckDB from its table, 2 threads', milliseconds: theirs, note: `median of ${duckdb.found.runs.length}` },
      { what: 'DuckDB loading its table', milliseconds: duckdb.found.load, note: 'not counted' },
      { what: 'product, fresh process, before', milliseconds: before.first },
      { what: 'product, fresh process, after', milliseconds: after.first, note: `load ${loads.join(' → ')}` },
      { what: 'product, asked again', milliseconds: after.again, note: 'not counted' },
    ],
  }
}

/** Both sides must have computed the same, or the times say nothing. */
function agree(ours: RankFound, theirs: DuckdbFound): void {
  const same =
    Number(ours.revenue) === Number(theirs.revenue) && ours.accounts === theirs.accounts && ours.peak === theirs.peak
  if (!same) throw new Error(`the two rankings differ: ${JSON.stringify({ ours, theirs })}`)
}
