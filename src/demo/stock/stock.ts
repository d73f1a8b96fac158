import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import type { DemoCompany } from '../demo-company.ts'
import type { DemoLine } from '../invoice-lines.ts'
import { Random } from '../random.ts'

/** The week of the demo's today has just begun: the last that was reported is the one before it. */
export const lastWeek = '2026-10-26'
const weekCount = 66
const productsReported = 14

export type DemoStockWeek = {
  week: string
  onHand: number
  inTransit: number
  sold: number
  returned: number
  received: number
  lost: number
}

/** One product at one account, week by week; how its reports come in. */
export type DemoStockSeries = { account: string; product: string; source: 'EDI' | 'file'; weeks: DemoStockWeek[] }

/** Sell-through by calendar month against the mean: a peak before summer, a higher one at the year's end. */
const season = [0.86, 0.72, 0.94, 1.02, 1.16, 1.24, 1.0, 0.9, 0.96, 1.0, 1.1, 1.3]

/** Who reports: the large ones that sell on, in the order of size. */
export function reportingAccounts(accounts: readonly DemoAccount[]): DemoAccount[] {
  return accounts
    .filter(({ trade, behaviour }) => trade !== 'contractor' && ['steady', 'rising', 'fading'].includes(behaviour.life))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 40)
}

/** Places in the list of who reports, for those with a story of their own. */
const stuffed = 4
const overdue = new Map([
  [7, 7],
  [19, 4],
])

const weekIndex = (day: string, first: number): number => Math.floor((dayNumber(day) - first) / 7)

/**
 * Stock and sales of the accounts that report, by product and week, from what they bought: each sells what its customers
 * ask for as long as it has it. One was stuffed at the year's end and again this autumn; two have not reported of late.
 */
export function demoStock(seed: string, made: DemoCompany): DemoStockSeries[] {
  const reporting = reportingAccounts(made.accounts)
  const first = dayNumber(lastWeek) - (weekCount - 1) * 7
  const bought = purchasesByWeek(made.linesOf(new Set(reporting.map(({ code }) => code)), dayText(first)), first)
  return reporting.flatMap((account, place) => {
    const products = mostBought(bought.get(account.code) ?? new Map())
    const reported = weekCount - (overdue.get(place) ?? 0)
    return products.map(([product, { received }]) => ({
      account: account.code,
      product,
      source: place < 12 ? ('EDI' as const) : ('file' as const),
      weeks: sellOn(new Random(seed, 'stock', account.code, product), received, first, place === stuffed).slice(
        0,
        reported,
      ),
    }))
  })
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

type Bought = { received: number[]; pieces: number; money: number }

/** Half of what it reports is bought in large numbers, half for much money. */
function mostBought(bought: ReadonlyMap<string, Bought>): [string, Bought][] {
  const by = (value: (each: Bought) => number) =>
    [...bought].sort((one, other) => value(other[1]) - value(one[1]) || (one[0] < other[0] ? -1 : 1))
  const many = by(({ pieces }) => pieces).slice(0, productsReported / 2)
  const dear = by(({ money }) => money).filter(([product]) => !many.some(([other]) => other === product))
  return [...many, ...dear.slice(0, productsReported - many.length)]
}

/** Pieces bought by account and product in each week; they arrive in the week after the invoice. */
function purchasesByWeek(lines: Iterable<DemoLine>, first: number): Map<string, Map<string, Bought>> {
  const bought = new Map<string, Map<string, Bought>>()
  for (const { account, product, day, quantity, net, currency } of lines) {
    const own = bought.get(account) ?? new Map<string, Bought>()
    bought.set(account, own)
    const each = own.get(product) ?? { received: new Array<number>(weekCount + 1).fill(0), pieces: 0, money: 0 }
    own.set(product, each)
    const at = Math.min(weekIndex(day, first) + 1, weekCount)
    each.received[at] = Math.max(0, (each.received[at] ?? 0) + Number(quantity))
    each.pieces += Number(quantity)
    each.money += Number(net) * (currency === 'USD' ? 7 : 1)
  }
  return bought
}

function sellOn(random: Random, received: readonly number[], first: number, isStuffed: boolean): DemoStockWeek[] {
  const mean = Math.max(0.3, sum(received) / weekCount) * random.between(0.9, 0.99)
  let stock = Math.round(mean * random.between(5, 10)) + 2
  let level = 1
  // What was bought in the last week is still on its way.
  return received.slice(0, weekCount).map((arriving, at) => {
    const week = dayText(first + at * 7)
    level = 0.9 * level + 0.1 * random.between(0.75, 1.25)
    const push = isStuffed && (at > weekCount - 11 || (week > '2025-11-15' && week < '2026-01-20')) ? 0.35 : 1
    // Too much of it is sold off, little of it is held back for the best customers.
    const weeksOfCover = stock / mean
    const pull = isStuffed
      ? 1
      : weeksOfCover > 12
        ? 1.9
        : weeksOfCover > 8
          ? 1.3
          : weeksOfCover < 2
            ? 0.5
            : weeksOfCover < 4
              ? 0.8
              : 1
    const asked = random.poisson(Math.min(90, mean * level * push * pull * (season[Number(week.slice(5, 7)) - 1] ?? 1)))
    const scale = mean > 90 ? mean / 90 : 1
    const wanted = Math.round(asked * scale)
    const sold = Math.min(wanted, stock + arriving)
    const returned = sold > 8 && random.chance(0.08) ? 1 : 0
    stock += arriving - sold + returned
    return {
      week,
      onHand: stock,
      inTransit: received[at + 1] ?? 0,
      sold,
      returned,
      received: arriving,
      lost: wanted - sold,
    }
  })
}
