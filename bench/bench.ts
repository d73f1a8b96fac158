import { parseArgs } from 'node:util'
import { measureDay } from './add-a-day.ts'
import { startBenchPostgres } from './bench-postgres.ts'
import { measureDuplicates } from './find-duplicates.ts'
import { measureForecasts } from './forecast-series.ts'
import { measureImport } from './import-ledger.ts'
import { prepareLedger } from './large-ledger.ts'
import { describeMachine } from './machine.ts'
import type { Measurement, Size } from './measurement.ts'
import { machineLine, printMeasurement, printPrepared } from './print.ts'
import { measureProposals } from './propose-weekly.ts'
import { measureRanking } from './rank-ledger.ts'
import { measureSignals } from './read-signals.ts'
import { measurePages } from './serve-pages.ts'
import { measurePortal } from './serve-portal.ts'
import { measureAllocation } from './share-goods.ts'
import { measureSteps } from './simulate-steps.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    lines: { type: 'string' },
    accounts: { type: 'string' },
    keep: { type: 'string' },
    only: { type: 'string', default: 'abcdefghijk' },
  },
})
const lines = values.lines === undefined ? undefined : Number(values.lines)
const size: Size = {
  importLines: lines ?? (values.quick ? 100_000 : 1_000_000),
  ledgerLines: lines ?? (values.quick ? 100_000 : 10_000_000),
  accounts: Number(values.accounts ?? (values.quick ? 10_000 : 100_000)),
  quick: values.quick,
}

const wanted = (key: Measurement['key']) => values.only.includes(key)
const machine = describeMachine()
const postgres = await startBenchPostgres(values.keep)
const measurements: Measurement[] = []
const done = (measurement: Measurement) => {
  measurements.push(measurement)
  process.stdout.write(`\n${printMeasurement(measurement)}\n`)
}
try {
  process.stdout.write(`${machineLine(machine, postgres.version)}\n`)
  if (wanted('j')) done(await measureAllocation())
  if (wanted('h')) done(await measureForecasts(size))
  if (wanted('a')) done(await measureImport(postgres, size))
  if (wanted('f')) done(await measureDuplicates(postgres, size))
  if (wanted('i')) done(await measureProposals(postgres, size))
  if (wanted('k')) done(await measurePortal(postgres, size))
  const withoutLedger = 'afhijk'
  if ([...values.only].some(each => !withoutLedger.includes(each))) {
    const ledger = await prepareLedger(postgres, size)
    if (ledger.imported) process.stdout.write(`\n${printPrepared(ledger.imported, size)}\n`)
    if (wanted('b')) done(await measureRanking(ledger, size))
    if (wanted('d')) done(await measureSteps(ledger))
    if (wanted('g')) done(await measureSignals(ledger))
    if (wanted('e')) done(await measurePages(postgres, ledger, size))
    // Last: it adds to the ledger.
    if (wanted('c')) done(await measureDay(ledger, size))
  }
} finally {
  await postgres.close()
}
process.stdout.write(`\n${JSON.stringify({ machine, postgres: postgres.version, size, measurements })}\n`)
