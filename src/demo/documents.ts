import type { DemoAccount } from './accounts.ts'
import { daysOfMonth, dayWeight, demoDays, monthCount } from './calendar.ts'
import { Random, running } from './random.ts'

export const documentCount = 45_000

/** A document to come: whose, on which day of the demo, and for a return the document it sends goods back from. */
export type PlannedDocument = {
  number: string
  /** Position in the list of accounts. */
  account: number
  /** Position in demoDays. */
  day: number
  /** Counts the account's own documents, so that each has a stream of random numbers of its own. */
  ordinal: number
  returnOf: { ordinal: number; day: number } | null
}

/** `turn` mixes the accounts within a day. */
type Draft = Omit<PlannedDocument, 'number'> & { turn: number }

const lastIndex = demoDays.length - 1

/** All documents in the order of day and number. */
export function planDocuments(seed: string, accounts: readonly DemoAccount[]): PlannedDocument[] {
  const days = new DayWeights()
  const expected = accounts.reduce((sum, account) => sum + expectedDocuments(account, days), 0)
  const returning = accounts.reduce(
    (sum, account) => sum + expectedDocuments(account, days) * account.behaviour.returnChance,
    0,
  )
  // A few returns would fall after the last day and do not happen.
  const scale = documentCount / (expected + returning * 0.985)
  const drafts: Draft[] = []
  for (const [position, account] of accounts.entries()) planAccount(seed, account, position, scale, days, drafts)
  drafts.sort((a, b) => a.day - b.day || a.turn - b.turn)
  return numbered(drafts)
}

function planAccount(
  seed: string,
  account: DemoAccount,
  position: number,
  scale: number,
  weights: DayWeights,
  drafts: Draft[],
): void {
  const random = new Random(seed, 'documents', account.rank)
  const { activity, festive, returnChance } = account.behaviour
  let ordinal = 0
  for (let month = 0; month < monthCount; month++) {
    const { days, cumulative, total } = weights.of(month, festive)
    const count = random.poisson((activity[month] ?? 0) * total * scale)
    for (let document = 0; document < count; document++) {
      const day = days[random.weighted(cumulative)] ?? 0
      const sale = { account: position, day, ordinal, returnOf: null, turn: random.next() }
      drafts.push(sale)
      ordinal++
      if (!random.chance(returnChance)) continue
      const back = nextWorkingDay(day + random.integer(8, 55))
      if (back === null) continue
      drafts.push({
        account: position,
        day: back,
        ordinal,
        returnOf: { ordinal: sale.ordinal, day },
        turn: random.next(),
      })
      ordinal++
    }
  }
}

function expectedDocuments(account: DemoAccount, weights: DayWeights): number {
  const { activity, festive } = account.behaviour
  return activity.reduce((sum, active, month) => sum + active * weights.of(month, festive).total, 0)
}

/** Invoices and credit notes are numbered apart, by month: IN2411-0042, CR2411-0003. */
function numbered(drafts: Draft[]): PlannedDocument[] {
  const counts = new Map<string, number>()
  return drafts.map(({ turn: _, ...draft }) => {
    const month = demoDays[draft.day]?.text.slice(2, 7).replace('-', '')
    const prefix = `${draft.returnOf ? 'CR' : 'IN'}${month}`
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return { ...draft, number: `${prefix}-${String(count).padStart(4, '0')}` }
  })
}

function nextWorkingDay(index: number): number | null {
  for (let day = index; day <= lastIndex; day++) if (demoDays[day]?.working) return day
  return null
}

/** The days of a month with their weights for an account that keeps the festival more or less. */
class DayWeights {
  #known = new Map<string, { days: number[]; cumulative: number[]; total: number }>()

  of(month: number, festive: number): { days: number[]; cumulative: number[]; total: number } {
    const key = `${month}/${festive}`
    const known = this.#known.get(key)
    if (known) return known
    const days = daysOfMonth(month)
    const cumulative = running(days.map(day => dayWeight(day, festive)))
    const first = demoDays.indexOf(days[0] as (typeof demoDays)[number])
    const made = { days: days.map((_, index) => first + index), cumulative, total: cumulative.at(-1) ?? 0 }
    this.#known.set(key, made)
    return made
  }
}
