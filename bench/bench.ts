import { parseArgs } from 'node:util'
import { startBenchPostgres } from './bench-postgres.ts'
import { measureImport } from './import-ledger.ts'
import { describeMachine } from './machine.ts'
import type { Measurement, Size } from './measurement.ts'
import { machineLine, printMeasurement } from './print.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    lines: { type: 'string' },
    accounts: { type: 'string' },
    only: { type: 'string', default: 'abcde' },
  },
})
const lines = values.lines === undefined ? undefined : Number(values.lines)
const size: Size = {
  importLines: lines ?? (values.quick ? 100_000 : 1_000_000),
  ledgerLines: lines ?? (values.quick ? 100_000 : 10_000_000),
  accounts: Number(values.accounts ?? (values.quick ? 10_000 : 100_000)),
  quick: values.quick,
}

const machine = describeMachine()
const postgres = await startBenchPostgres()
const measurements: Measurement[] = []
const done = (measurement: Measurement) => {
  measurements.push(measurement)
  process.stdout.write(`\n${printMeasurement(measurement)}\n`)
}
try {
  process.stdout.write(`${machineLine(machine, postgres.version)}\n`)
  if (values.only.includes('a')) done(await measureImport(postgres, size))
} finally {
  await postgres.close()
}
process.stdout.write(`\n${JSON.stringify({ machine, postgres: postgres.version, size, measurements })}\n`)
