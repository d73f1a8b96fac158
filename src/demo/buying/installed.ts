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
  'Unmanaged switch 非网管交换机': 96,
  'Managed switch 网管型交换机': 96,
  'Rack switch 机架式骨干交换机': 84,
  'Wireless access point 工业无线接入点': 60,
  'Serial device server 串口服务器': 108,
  'Cellular router 工业路由器': 60,
  'Power supply 导轨电源': 120,
  'Management software 网管软件': 48,
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
      const lifeMonths = random.chance(0.25) ? random.integer(4, 9) * 12 : null
      // Most is in the middle of its life, a little has outlived it.
      const usual = lifeMonths ?? demoLives[lineOf(product)] ?? 84
      const age = Math.round(usual * 30.4 * Math.min(1.15, random.between(0.1, 0.75) + random.between(0, 0.45)))
      const priced = random.chance(0.85)
      const fen = Math.round(product.listFen * random.between(0.55, 1.1))
      return {
        account: account.code,
        authorKey,
        site: index % 3,
        brand: ours ? ownBrand[language] : random.pick(rivals[language]),
        model: ours ? product.code : rivalModel(random),
        ours,
        productLine: lineOf(product),
        quantity: lot(random, size, product.listFen),
        boughtOn: random.chance(0.94) ? dayText(dayNumber(demoDay) - age) : null,
        unitPrice: priced ? centsText(account.currency === 'USD' ? Math.round(fen / 7.1) : fen) : null,
        currency: priced && account.currency === 'USD' ? 'USD' : null,
        lifeMonths,
        condition: random.chance(0.6) ? random.pick(['good', 'good', 'good', 'worn', 'failing'] as const) : null,
      }
    })
  })
}

/** The category under which the product stands in the ERP. */
const lineOf = ({ noun, nounChinese }: DemoProduct): string => `${noun} ${nounChinese}`

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
  const families = [...new Set(products.map(lineOf))]
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
