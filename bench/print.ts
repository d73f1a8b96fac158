import type { LargeLedger } from './large-ledger.ts'
import type { Machine } from './machine.ts'
import type { Measurement, Size } from './measurement.ts'

const memoryGoal = 600

export function machineLine(machine: Machine, postgres: string): string {
  const { cores, processor, memoryGigabytes, node, load } = machine
  return `${cores} cores (${processor}), ${memoryGigabytes} GB, Node ${node}, PostgreSQL ${postgres}, load ${load}`
}

export function printMeasurement({ key, title, ratio, goal, rows, memory }: Measurement): string {
  const lines = [`(${key}) ${title}`]
  const width = Math.max(...rows.map(row => row.what.length))
  for (const { what, milliseconds, note } of rows) {
    const time =
      milliseconds === undefined
        ? ''.padStart(10)
        : `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`.padStart(10)
    lines.push(`    ${what.padEnd(width)}  ${time}  ${note ?? ''}`.trimEnd())
  }
  for (const [process, megabytes] of Object.entries(memory))
    lines.push(
      `    ${`memory of ${process}`.padEnd(width)}  ${`${megabytes} MB`.padStart(10)}  goal: under ${memoryGoal} MB`,
    )
  lines.push(`    ${ratio === null ? '' : `${digits(ratio)}  `}goal: ${goal}`)
  return lines.join('\n')
}

/** What the import of the large ledger took, with its memory. */
export function printPrepared({ found, memory }: NonNullable<LargeLedger['imported']>, size: Size): string {
  const took = ((found.detect + found.import) / 1000).toFixed(1)
  const ranked = (found.rank / 1000).toFixed(1)
  return `the ledger of the rest: ${size.ledgerLines.toLocaleString('en')} lines imported in ${took} s, ranked in ${ranked} s, ${memory} MB`
}

const digits = (ratio: number) => (ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)}` : ratio.toFixed(2))
