import type { DemoAccount } from './accounts.ts'
import { demoDays, monthCount } from './calendar.ts'
import type { PlannedDocument } from './documents.ts'
import { centsText } from './money.ts'
import { assortments, type DemoProduct, priceInMonth } from './products.ts'
import { Random } from './random.ts'

export type LineKind = 'sale' | 'return' | 'free of charge'

/** One line of an invoice or credit note; amounts are decimal strings in `currency`, the discount a rate (0.325). */
export type DemoLine = {
  document: string
  line: number
  day: string
  account: string
  product: string
  quantity: string
  unitPrice: string
  discountRate: string
  net: string
  cost: string
  currency: 'CNY' | 'USD'
  kind: LineKind
}

/** The same in whole numbers: positions, pieces, cents of the currency, thousandths of a discount. */
export type CountedLine = {
  product: number
  quantity: number
  unitCents: number
  discount: number
  netCents: number
  costCents: number
  kind: LineKind
}

/** Writes the lines of planned documents; every document has random numbers of its own, so any may be made alone. */
export class LineWriter {
  #seed: string
  #accounts: readonly DemoAccount[]
  #products: readonly DemoProduct[]
  #dollars: readonly number[]
  #assortments: number[][]
  #prices: { listFen: number; costFen: number }[][]
  #favourites = new Map<number, number[]>()

  constructor(
    seed: string,
    accounts: readonly DemoAccount[],
    products: readonly DemoProduct[],
    dollars: readonly number[],
  ) {
    this.#seed = seed
    this.#accounts = accounts
    this.#products = products
    this.#dollars = dollars
    this.#assortments = assortments(products, monthCount)
    this.#prices = Array.from({ length: monthCount }, (_, month) =>
      products.map(product => priceInMonth(product, month)),
    )
  }

  dayOf(document: PlannedDocument): string {
    return demoDays[document.day]?.text ?? ''
  }

  /** Lines as text, as they stand in a file. */
  *lines(document: PlannedDocument): Generator<DemoLine> {
    const account = this.#accounts[document.account] as DemoAccount
    const day = this.dayOf(document)
    for (const [index, line] of this.counted(document).entries()) {
      yield {
        document: document.number,
        line: index + 1,
        day,
        account: account.code,
        product: this.#products[line.product]?.code ?? '',
        quantity: String(line.quantity),
        unitPrice: centsText(line.unitCents),
        discountRate: line.discount === 1000 ? '1' : `0.${String(line.discount).padStart(3, '0')}`,
        net: centsText(line.netCents),
        cost: centsText(line.costCents),
        currency: account.currency,
        kind: line.kind,
      }
    }
  }

  counted(document: PlannedDocument): CountedLine[] {
    const account = this.#accounts[document.account] as DemoAccount
    const random = new Random(this.#seed, 'lines', account.rank, document.ordinal)
    if (!document.returnOf) return this.#sale(account, random, document.day)
    const origin = { ...document, ...document.returnOf, returnOf: null }
    return sendBack(random, this.counted(origin))
  }

  #sale(account: DemoAccount, random: Random, dayIndex: number): CountedLine[] {
    const { behaviour } = account
    const month = demoDays[dayIndex]?.month ?? 0
    const count = 1 + random.poisson(behaviour.meanLines - 1)
    const lineFen = (behaviour.documentFen * random.spread(0.5)) / behaviour.meanLines
    const agreed = behaviour.discount + Math.round((behaviour.discountDrift * month) / monthCount)
    const lines: CountedLine[] = []
    const used = new Set<number>()
    for (let index = 0; index < count; index++) {
      const target = lineFen * random.spread(0.7)
      const product = this.#pick(account, random, month, target, used)
      used.add(product)
      const free = random.chance(0.008)
      const special = random.chance(0.12) ? random.integer(10, 60) : 0
      const discount = free ? 1000 : Math.min(620, agreed + special)
      const price = this.#prices[month]?.[product] as { listFen: number; costFen: number }
      const wanted = target / (price.listFen * (1 - Math.min(discount, 620) / 1000))
      const quantity = free ? random.integer(1, 2) : roundedQuantity(wanted)
      lines.push(this.#priced(account, dayIndex, { product, quantity, discount, free }, price))
    }
    return lines
  }

  #priced(
    account: DemoAccount,
    dayIndex: number,
    { product, quantity, discount, free }: { product: number; quantity: number; discount: number; free: boolean },
    price: { listFen: number; costFen: number },
  ): CountedLine {
    const dollar = account.currency === 'USD' ? (this.#dollars[dayIndex] ?? 0) : 0
    // The dollar list is kept at 7.1 for the whole window, to whole half dollars.
    const unitCents = dollar ? Math.round(price.listFen / 7.1 / 50) * 50 : price.listFen
    const costFen = quantity * price.costFen
    return {
      product,
      quantity,
      unitCents,
      discount,
      netCents: Math.round((quantity * unitCents * (1000 - discount)) / 1000),
      costCents: dollar ? Math.round((costFen * 10_000) / dollar) : costFen,
      kind: free ? 'free of charge' : 'sale',
    }
  }

  /** Mostly one of the account's usual products, preferably at a price that suits the size of the line. */
  #pick(account: DemoAccount, random: Random, month: number, target: number, used: Set<number>): number {
    const assortment = this.#assortments[month] as number[]
    const usual = this.#usual(account)
    let chosen = 0
    for (let attempt = 0; attempt < 8; attempt++) {
      chosen = random.chance(0.88) ? random.pick(usual) : random.weighted(assortment)
      const product = this.#products[chosen] as DemoProduct
      if (month < product.soldFrom || month >= product.soldUntil) chosen = random.weighted(assortment)
      const price = this.#products[chosen]?.listFen ?? 0
      if (!used.has(chosen) && price < target * 2.5 && price * 120 > target) break
    }
    return chosen
  }

  #usual(account: DemoAccount): number[] {
    const known = this.#favourites.get(account.rank)
    if (known) return known
    const random = new Random(this.#seed, 'usual products', account.rank)
    const products: number[] = []
    for (let product = 0; product < account.behaviour.breadth; product++) {
      products.push(random.weighted(this.#assortments[random.integer(0, monthCount - 1)] as number[]))
    }
    this.#favourites.set(account.rank, products)
    return products
  }
}

/** Part of one to three lines goes back at the price and cost of the sale. */
function sendBack(random: Random, sold: readonly CountedLine[]): CountedLine[] {
  const lines = random.shuffle(sold.filter(line => line.kind === 'sale'))
  const kept = lines.slice(0, random.chance(0.6) ? 1 : random.integer(1, 3))
  // A document of nothing but free pieces is sent back whole.
  return (kept.length > 0 ? kept : sold.slice(0, 1)).map(line => {
    const back = random.chance(0.5) ? line.quantity : random.integer(1, line.quantity)
    return {
      ...line,
      quantity: -back,
      netCents: -Math.round((back * line.unitCents * (1000 - line.discount)) / 1000),
      costCents: -Math.round((line.costCents * back) / line.quantity),
      kind: 'return',
    }
  })
}

/** Small numbers as they are, larger ones as people order them: by fives, tens, fifties. */
function roundedQuantity(wanted: number): number {
  const whole = Math.max(1, Math.round(wanted))
  const step = whole > 200 ? 50 : whole > 40 ? 10 : whole > 12 ? 5 : 1
  return Math.round(whole / step) * step
}
