import type { DemoAccount } from '../accounts.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'

export type DemoPack = {
  product: string
  pack: number
  layer: number | null
  pallet: number | null
  weightKg: number | null
  volumeM3: number | null
}

/** Pieces in a carton, cartons on a layer, layers on a pallet; weight and volume of a piece with its carton. */
const families: Record<string, [pack: number, cartons: number, layers: number, kg: number, litres: number] | null> = {
  SK: [10, 8, 6, 0.62, 1.7],
  JT: [5, 8, 6, 1.35, 3.9],
  BW: [1, 6, 5, 6.8, 21],
  BC: [4, 8, 6, 1.1, 3.4],
  BY: [20, 10, 6, 0.34, 0.9],
  ML: [10, 8, 6, 0.7, 1.9],
  TW: [8, 8, 6, 0.78, 2.2],
  BL: [50, 20, 8, 0.03, 0.06],
  KL: [12, 10, 6, 0.9, 1.5],
  // Software is a licence in a mail.
  HM: null,
}

/** What every product is handled in; larger models weigh more. */
export function demoPacks(seed: string, products: readonly DemoProduct[]): DemoPack[] {
  return products.map(({ code }) => {
    const random = new Random(seed, 'proposals', 'pack', code)
    const family = families[code.slice(0, 2)]
    if (!family) return { product: code, pack: 1, layer: null, pallet: null, weightKg: null, volumeM3: null }
    const [pack, cartons, layers, kg, litres] = family
    const size = random.between(0.85, 1.35)
    return {
      product: code,
      pack,
      layer: pack * cartons,
      pallet: pack * cartons * layers,
      weightKg: Math.round(kg * size * 100) / 100,
      volumeM3: Math.round(litres * size * 100) / 100_000,
    }
  })
}

/** From the pallet to the container; part loads by the kilogram, small ones by courier. Prices in yuan, as of the autumn of 2026. */
export const demoLoads = [
  { name: 'Pallet 托盘', countries: ['CN'], payloadKg: 400, volumeM3: 1.6, fullPrice: '520', partPricePerKg: '5.5' },
  {
    name: 'Pallet, export 出口托盘',
    countries: null,
    payloadKg: 450,
    volumeM3: 1.7,
    fullPrice: '1180',
    partPricePerKg: '9',
  },
  {
    name: '9.6 m truck 9.6米货车',
    countries: ['CN'],
    payloadKg: 18_000,
    volumeM3: 55,
    fullPrice: '6800',
    partPricePerKg: '5.5',
  },
  {
    name: '20′ container 20尺柜',
    countries: null,
    payloadKg: 21_000,
    volumeM3: 28,
    fullPrice: '11800',
    partPricePerKg: '9',
  },
]

export type DemoCredit = { account: string; creditLimit: string | null; open: string; budget: string | null }

/** Credit of the key accounts in the measure of their year; a few are near their limit, some have agreed on a budget. */
export function demoCredits(
  seed: string,
  accounts: readonly DemoAccount[],
  yearlyRevenue: ReadonlyMap<string, number>,
): DemoCredit[] {
  return accounts.map(({ code }, place) => {
    const random = new Random(seed, 'proposals', 'credit', code)
    const month = Math.max(20_000, (yearlyRevenue.get(code) ?? 0) / 12)
    const limit = Math.round((month * random.between(2, 3)) / 10_000) * 10_000
    const share = place % 9 === 4 ? random.between(0.93, 0.99) : random.between(0.2, 0.7)
    const budget = place % 5 === 2 ? Math.round((month * random.between(0.9, 1.4)) / 10_000) * 10_000 : null
    return {
      account: code,
      creditLimit: String(limit),
      open: (Math.round(limit * share * 100) / 100).toFixed(2),
      budget: budget === null ? null : String(budget),
    }
  })
}

/** Some accounts order every other week, one on Wednesdays; the others as usual. */
export function demoRhythms(accounts: readonly DemoAccount[]) {
  return accounts.flatMap(({ code }, place) => {
    if (place % 6 === 3) return [{ account: code, weekday: 1, hour: 8, intervalWeeks: 2, isPaused: false }]
    if (place % 10 === 7) return [{ account: code, weekday: 3, hour: 9, intervalWeeks: 1, isPaused: false }]
    if (place === 14) return [{ account: code, weekday: 1, hour: 8, intervalWeeks: 1, isPaused: true }]
    return []
  })
}
