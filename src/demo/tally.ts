import type { DemoAccount } from './accounts.ts'
import { demoDays, monthCount } from './calendar.ts'
import type { PlannedDocument } from './documents.ts'
import type { LineWriter } from './invoice-lines.ts'

/** What an account bought, in whole fen; dollars at the rate of the day. It only sizes the cost of serving. */
export type AccountTally = { revenueFen: number[]; totalFen: number; marginFen: number }

export function tallyAccounts(
  accounts: readonly DemoAccount[],
  documents: readonly PlannedDocument[],
  writer: LineWriter,
  dollars: readonly number[],
): AccountTally[] {
  const tallies = accounts.map(
    (): AccountTally => ({ revenueFen: Array.from({ length: monthCount }, () => 0), totalFen: 0, marginFen: 0 }),
  )
  for (const document of documents) {
    const tally = tallies[document.account] as AccountTally
    const month = demoDays[document.day]?.month ?? 0
    const foreign = accounts[document.account]?.currency === 'USD'
    let net = 0
    let cost = 0
    for (const line of writer.counted(document)) {
      net += line.netCents
      cost += line.costCents
    }
    const rate = foreign ? (dollars[document.day] ?? 0) : 10_000
    const netFen = Math.round((net * rate) / 10_000)
    tally.revenueFen[month] = (tally.revenueFen[month] ?? 0) + netFen
    tally.totalFen += netFen
    tally.marginFen += netFen - Math.round((cost * rate) / 10_000)
  }
  return tallies
}
