import type { MeasureTable } from './measure-table.ts'
import type { Policy } from './policy.ts'

/** What an account must fulfil before points count at all. */
export const gateKeys = ['cooperation', 'legalStanding', 'size'] as const
export type GateKey = (typeof gateKeys)[number]

/**
 * Gates that the account at `row` does not pass. The size gate is passed by either a single document or the year's
 * total; reaching a bound exactly passes.
 */
export function failedGates(table: MeasureTable, { gates }: Policy, row: number): GateKey[] {
  const failed: GateKey[] = []
  if (
    gates.minimumCooperationMonths !== null &&
    !(table.values.cooperationMonths[row]! >= gates.minimumCooperationMonths)
  )
    failed.push('cooperation')
  if (gates.legalStandingConfirmed && table.legalStandingConfirmed[row] === 0) failed.push('legalStanding')
  const { singleDocument, yearTotal } = gates.anyOf
  if (singleDocument !== null || yearTotal !== null) {
    const byDocument = singleDocument !== null && table.values.largestDocument[row]! >= Number(singleDocument)
    const byYear = yearTotal !== null && table.yearTotal[row]! >= Number(yearTotal)
    if (!byDocument && !byYear) failed.push('size')
  }
  return failed
}

/** 1 where all gates are passed. */
export function qualified(table: MeasureTable, { gates }: Policy): Uint8Array {
  const passed = new Uint8Array(table.size)
  const months = gates.minimumCooperationMonths ?? Number.NEGATIVE_INFINITY
  const needsMonths = gates.minimumCooperationMonths !== null
  const { singleDocument, yearTotal } = gates.anyOf
  const open = singleDocument === null && yearTotal === null
  const document = singleDocument === null ? Number.POSITIVE_INFINITY : Number(singleDocument)
  const year = yearTotal === null ? Number.POSITIVE_INFINITY : Number(yearTotal)
  const { cooperationMonths, largestDocument } = table.values
  for (let row = 0; row < passed.length; row += 1) {
    const long = !needsMonths || cooperationMonths[row]! >= months
    const legal = !gates.legalStandingConfirmed || table.legalStandingConfirmed[row] === 1
    const large = open || largestDocument[row]! >= document || table.yearTotal[row]! >= year
    passed[row] = long && legal && large ? 1 : 0
  }
  return passed
}
