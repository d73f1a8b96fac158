import type { Condition } from '../../know/installed/replacement.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { centsText } from '../money.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'
import { ownBrand, potentialSources, rivals } from './buying-texts.ts'
import { languageOf } from './profiles.ts'

/** `site` counts among the sites of the account from 0, as often as there are fewer. */
export type DemoItem = {
  account: string
  authorKey: string
  site: number
  brand: string
  model: string
  ours: boolean
  productLine: string
  quantity: number
  boughtOn: string | null
  unitPrice: string | null
  currency: string | null
  lifeMonths: number | null
  condition: Condition | null
}

const head = 'lin.zhiyuan'

/** Of the usual lives of the product lines in months; the others keep the general default. */
export const demoLives: Readonly<Record<string, number>> = {
  'Skerry 礁石': 96,
  'Jetty 栈桥': 96,
  'Breakwater 防波堤': 84,
  'Beacon 灯标': 60,
  'Mole 突堤': 108,
  'Tideway 潮路': 60,
  'Keel 龙骨': 120,
  'Harbourmaster 港长': 48,
}

/** What stands at some hundred and twenty accounts: ours and others' equipment of one to ten years. */
export function demoInstalled(
  seed: string,
  accounts: readonly DemoAccount[],
  products: readonly DemoProduct[],
): DemoItem[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'installed base', account.rank)
    const { rank, behaviour, ownerKey } = account
    if (rank >= 190 || behaviour.life === 'lost' || !random.chance(rank < 80 ? 0.85 : 0.45)) return []
    const authorKey = ownerKey ?? head
    const language = languageOf(authorKey)
    const size = rank < 25 ? 4 : rank < 80 ? 2 : 1
    return Array.from({ length: random.integer(2, 5) + size }, (_, index): DemoItem => {
      const product = random.pick(products)
      const ours = random.chance(0.55)
      const age = Math.round(random.between(0.4, 10) * 365)
      const priced = random.chance(0.85)
      const fen = Math.round(product.listFen * random.between(0.55, 1.1))
      return {
        account: account.code,
        authorKey,
        site: index % 3,
        brand: ours ? ownBrand[language] : random.pick(rivals[language]),
        model: ours ? product.code : rivalModel(random),
        ours,
        productLine: `${product.family} ${product.familyChinese}`,
        quantity: lot(random, size, product.listFen),
        boughtOn: random.chance(0.94) ? dayText(dayNumber(demoDay) - age) : null,
        unitPrice: priced ? centsText(account.currency === 'USD' ? Math.round(fen / 7.1) : fen) : null,
        currency: priced && account.currency === 'USD' ? 'USD' : null,
        lifeMonths: random.chance(0.25) ? random.integer(3, 10) * 12 : null,
        condition: random.chance(0.6) ? random.pick(['good', 'good', 'good', 'worn', 'failing'] as const) : null,
      }
    })
  })
}

const rivalModel = (random: Random): string =>
  `${random.pick(['Q', 'NV', 'TK', 'LY', 'HT'])}${random.integer(2, 9)}${random.pick(['08', '12', '16', '28'])}`

/** Dear equipment comes in small numbers. */
function lot(random: Random, size: number, listFen: number): number {
  const usual = listFen > 1_000_000 ? 3 : listFen > 200_000 ? 12 : 40
  return Math.max(1, Math.round(usual * size * random.between(0.2, 1.2)))
}

export type DemoPotential = {
  account: string
  authorKey: string
  productLine: string
  amount: string
  source: string
  asOf: string
}

/** What managers have found out of the potential of some large accounts, in whole thousands of yuan. */
export function demoPotentials(
  seed: string,
  accounts: readonly DemoAccount[],
  products: readonly DemoProduct[],
): DemoPotential[] {
  const families = [...new Set(products.map(product => `${product.family} ${product.familyChinese}`))]
  return accounts.flatMap(account => {
    const random = new Random(seed, 'potentials', account.rank)
    const { rank, behaviour, ownerKey } = account
    if (rank >= 110 || behaviour.life === 'lost' || ownerKey === null || !random.chance(0.4)) return []
    const documents = behaviour.activity.slice(-12).reduce((sum, month) => sum + month, 0)
    const yearly = (behaviour.documentFen / 100) * documents
    return random
      .shuffle(families)
      .slice(0, random.integer(1, 3))
      .map(productLine => ({
        account: account.code,
        authorKey: ownerKey,
        productLine,
        amount: String(Math.max(10, Math.round((yearly * random.between(0.08, 0.35)) / 1_000)) * 1_000),
        source: random.pick(potentialSources[languageOf(ownerKey)]),
        asOf: dayText(dayNumber(demoDay) - random.integer(10, 400)),
      }))
  })
}
