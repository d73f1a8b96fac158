import type { Trade } from './account-names.ts'
import { calendarMonth, monthCount } from './calendar.ts'
import type { Place } from './places.ts'
import { exponential, type Random } from './random.ts'

export type Life = 'steady' | 'rising' | 'fading' | 'silent' | 'new' | 'lost' | 'prospect'

/** Why a large account loses money after everything it is given. */
export type Burden = 'rush' | 'engineers' | 'credit' | 'freight'

/** How an account orders; all of it fixed before the first document. */
export type Behaviour = {
  life: Life
  burden: Burden | null
  /** Relative revenue over the window before life and chance. */
  weight: number
  /** Relative number of documents for each month, without working days and festivals. */
  activity: number[]
  /** Mean value of a document in fen at list price, net of discount. */
  documentFen: number
  meanLines: number
  /** Discount from list in thousandths, and by how many thousandths it deepens over the window. */
  discount: number
  discountDrift: number
  returnChance: number
  /** 1 where the spring festival stops business, 0 where it does not matter. */
  festive: number
  /** Number of products that it usually buys. */
  breadth: number
}

const festive: Record<Place['country'], number> = { CN: 1, VN: 1, SG: 0.5, MY: 0.4, TH: 0.2, ID: 0.15, PH: 0.15 }

/** Orders by calendar month against the mean; trading ends its year strongly, projects are built in summer. */
const tradeSeason = [0.98, 1, 1, 1, 1.02, 1.02, 0.98, 0.98, 1.04, 0.96, 1.14, 1.5]
const projectSeason = [0.72, 0.74, 0.92, 1.14, 1.22, 1.28, 1.2, 1.16, 1.1, 0.86, 0.84, 1.05]

/** Power law over the rank (0 is the largest): the top fifth of 600 holds a little over three quarters. */
export function sizeWeight(rank: number): number {
  const shifted = rank + 8
  return 1 / (shifted * Math.sqrt(Math.sqrt(shifted)))
}

export function drawBehaviour(
  random: Random,
  options: { rank: number; trade: Trade; country: Place['country']; life: Life; burden: Burden | null },
): Behaviour {
  const { rank, trade, country, life, burden } = options
  const weight = sizeWeight(rank)
  const size = Math.sqrt(weight / sizeWeight(599))
  const contractor = trade === 'contractor'
  const often = size * (contractor ? 0.6 : 1) * random.between(0.85, 1.15)
  return {
    life,
    burden,
    weight,
    activity: drawActivity(random, { trade, life, often }),
    documentFen: (620_000 * size * size) / often,
    meanLines: (contractor ? 4 : 2.4) + Math.sqrt(size) * (contractor ? 1.5 : 1.7),
    discount: Math.round(burden ? random.between(468, 512) : usualDiscount(random, trade) + size * 2.5),
    discountDrift: burden ? random.integer(10, 25) : random.integer(0, 14),
    returnChance: random.chance(0.05) ? random.between(0.14, 0.24) : random.between(0.015, 0.075),
    festive: festive[country],
    breadth: Math.round((contractor ? 14 : 18) + size * (trade === 'distributor' ? 9 : 6) * random.between(0.7, 1.2)),
  }
}

function usualDiscount(random: Random, trade: Trade): number {
  if (trade === 'dealer') return random.between(250, 350)
  if (trade === 'distributor') return random.between(340, 410)
  return random.between(260, 430)
}

function drawActivity(random: Random, { trade, life, often }: { trade: Trade; life: Life; often: number }): number[] {
  const start = life === 'new' ? random.integer(3, 30) : 0
  const end = life === 'silent' ? random.integer(25, 33) : life === 'lost' ? random.integer(6, 22) : monthCount
  const steepness = random.between(1.5, 2.3)
  const growth = random.between(-0.02, 0.2) / 12
  const projects = trade === 'contractor' ? drawProjects(random) : null
  const season = trade === 'contractor' ? projectSeason : tradeSeason
  return Array.from({ length: monthCount }, (_, month) => {
    if (life === 'prospect' || month < start || month >= end) return 0
    const through = month / (monthCount - 1)
    const trend =
      life === 'rising'
        ? exponential(steepness * (through - 0.6))
        : life === 'fading'
          ? exponential(steepness * (0.4 - through))
          : 1 + growth * (month - 18)
    const project = projects ? (projects.has(month) ? 2.2 : 0.6) : 1
    return often * trend * project * (season[calendarMonth(month) - 1] ?? 1)
  })
}

/** The months in which a contractor builds: a few projects of three to five months, mostly from April to September. */
function drawProjects(random: Random): Set<number> {
  const months = new Set<number>()
  for (let year = 0; year < 3; year++) {
    const count = random.integer(0, 2)
    for (let project = 0; project < count; project++) {
      const first = year * 12 + 4 + random.integer(0, 5)
      const length = random.integer(3, 5)
      for (let month = first; month < first + length; month++) months.add(month)
    }
  }
  return months
}
