import type pg from 'pg'
import { accountCodes } from '../../accounts/accounts.server.ts'
import { mergedAccounts } from '../../accounts/merge/merged-accounts.server.ts'
import { sitesOf } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { productCodes } from '../../products/products.server.ts'
import type { Claiming } from '../stock/claims.store.ts'
import { crossReferences } from '../stock/cross-reference.server.ts'
import { claimSellThrough, claimStock } from '../stock/stock.server.ts'
import type { RefusedRow, SellThroughRow, StockRow } from '../stock/stock.ts'
import { type KnownCodes, placeOf, productOf } from './item-places.ts'
import { addedUp, type ItemQuantities, readQuantities } from './item-rules.ts'
import { type CodeKind, type Partner, readSender } from './partner.ts'
import { ensurePartner } from './partners.store.ts'
import type { ReportedItem } from './reports/reported-item.ts'
import { setUnmappedCodes, type UnmappedCode } from './unmapped-codes.store.ts'

/** A row of an import that holds an item. */
export type ItemRow = { number: number; raw: string; item: ReportedItem & { sender: string } }

/** Why a row is set aside: a code of the import's reasons, and the column that is to blame. */
export type ItemProblem = { reason: string; field: string | null }

type Pending<Row> = { row: Row; from: ItemRow; withSales: boolean }

/** Rows kept before they are claimed, at the end of a message. */
const mostPending = 50_000

/** Codes of one import that are listed to be mapped; with more, the rows tell the rest when they are tried again. */
const mostUnmapped = 2_000

async function knownCodes(client: pg.PoolClient, db: Db, source: string): Promise<KnownCodes> {
  const merged = await mergedAccounts(client)
  const sites = new Map<string, number>()
  for (const { accountId, name, code, id } of await sitesOf(db, null)) {
    sites.set(`${accountId} ${name.toLowerCase()}`, id)
    if (code !== null) sites.set(`${accountId} ${code.toLowerCase()}`, id)
  }
  return {
    meanings: await crossReferences(db, null),
    accounts: await accountCodes(client, source),
    products: await productCodes(client, source),
    siteNamed: (accountId, text) => sites.get(`${merged.get(accountId) ?? accountId} ${text.toLowerCase()}`) ?? null,
  }
}

/**
 * Turns the items of one import into stock and sell-through, within the caller's transaction. Lines of one message that
 * speak of the same add up; of two messages the later wins.
 */
export class ItemClaims {
  readonly counts = { added: 0, replaced: 0, unchanged: 0 }
  readonly #db: Db
  readonly #claiming: Claiming
  readonly #codes: KnownCodes
  readonly #setAside: (row: ItemRow, problem: ItemProblem) => void
  /** The import that keeps the rows set aside. */
  readonly #keptBy: number
  readonly #partners = new Map<string, Partner>()
  readonly #unmapped = new Map<string, UnmappedCode>()
  #sales = new Map<string, Pending<SellThroughRow>>()
  #stock = new Map<string, Pending<StockRow>>()
  #message = ''

  private constructor(
    db: Db,
    claiming: Claiming,
    codes: KnownCodes,
    setAside: (row: ItemRow, problem: ItemProblem) => void,
    keptBy: number,
  ) {
    this.#db = db
    this.#claiming = claiming
    this.#codes = codes
    this.#setAside = setAside
    this.#keptBy = keptBy
  }

  static async begin(
    client: pg.PoolClient,
    db: Db,
    claiming: Claiming,
    setAside: (row: ItemRow, problem: ItemProblem) => void,
    keptBy: number,
  ): Promise<ItemClaims> {
    return new ItemClaims(db, claiming, await knownCodes(client, db, claiming.source), setAside, keptBy)
  }

  async add(row: ItemRow): Promise<void> {
    const { item } = row
    const message = `${item.sender} ${item.message}`
    if (message !== this.#message && this.#sales.size + this.#stock.size >= mostPending) await this.#claim()
    this.#message = message
    const problem = this.#take(row, await this.#partnerOf(item.sender))
    if (problem) this.#setAside(row, problem)
  }

  /** Claims what is left and says which codes wait to be mapped. */
  async end(): Promise<void> {
    await this.#claim()
    await setUnmappedCodes(this.#db, this.#keptBy, [...this.#unmapped.values()])
  }

  async #partnerOf(text: string): Promise<Partner> {
    const known = this.#partners.get(text)
    if (known) return known
    const { standard, sender, test } = readSender(text)
    const version = standard === 'x12' ? '004010' : 'D.96A'
    const seen = { standard, sender, receiver: { qualifier: '', id: '' }, version, test } as const
    const partner = await ensurePartner(this.#db, seen, this.#claiming.at)
    this.#partners.set(text, partner)
    return partner
  }

  #take(from: ItemRow, partner: Partner): ItemProblem | null {
    const { item } = from
    if (readSender(item.sender).test && !partner.test) return { reason: 'interchange_test', field: 'sender' }
    const place = placeOf(item, partner.accountId, item.sender, this.#codes)
    if ('reason' in place) return this.#note(partner, item, place)
    const product = productOf(item, partner.accountId ?? place.accountId, this.#codes)
    if (typeof product === 'object') return this.#note(partner, item, product)
    const { from: fromDay, to: toDay } = item
    if (fromDay === '' || toDay === '') return { reason: 'day_missing', field: 'from' }
    const quantities = readQuantities(item.activities, partner.standard, partner.activityOverrides)
    if ('reason' in quantities) {
      const { reason, code } = quantities as { reason: string; code: string }
      return this.#note(partner, item, { reason, field: 'quantities', kind: 'activity', code })
    }
    this.#keep(from, { ...place, productId: product }, quantities as ItemQuantities)
    return null
  }

  #note(
    partner: Partner,
    item: ReportedItem,
    problem: { reason: string; field: string; kind?: CodeKind; code?: string },
  ): ItemProblem {
    const { reason, field, kind, code } = problem
    if (kind !== undefined && code !== undefined && reason.endsWith('_unmapped')) {
      const key = `${partner.id} ${kind} ${code}`
      const name = kind === 'product' ? item.name : ''
      const known = this.#unmapped.get(key)
      if (known) known.rows++
      else if (this.#unmapped.size < mostUnmapped)
        this.#unmapped.set(key, { partnerId: partner.id, kind, code, name, rows: 1 })
    }
    return { reason, field }
  }

  #keep(
    from: ItemRow,
    whose: { accountId: number; siteId: number | null; productId: number },
    { sold, returned, received, adjusted, lost_sales: lostSales, out_of_stock: out, ...stock }: ItemQuantities,
  ): void {
    const { from: fromDay, to: toDay } = from.item
    const series = `${whose.accountId} ${whose.siteId} ${whose.productId}`
    const sales = stated({ sold, returned, received, adjusted, lostSales })
    const { on_hand: onHand, on_order: onOrder, in_transit: inTransit, committed, held } = stock
    const counted = stated({ onHand, onOrder, inTransit, committed, held })
    const outOfStock = out === undefined ? {} : { outOfStock: Number(out) > 0 }
    const withSales = Object.keys(sales).length > 0
    if (withSales)
      this.#merge(this.#sales, `${series} ${fromDay} ${toDay}`, { ...whose, fromDay, toDay, ...sales }, from, true)
    if (Object.keys(counted).length + Object.keys(outOfStock).length > 0)
      this.#merge(
        this.#stock,
        `${series} ${toDay}`,
        { ...whose, day: toDay, ...counted, ...outOfStock },
        from,
        withSales,
      )
  }

  #merge<Row extends SellThroughRow | StockRow>(
    pending: Map<string, Pending<Row>>,
    key: string,
    row: Row,
    from: ItemRow,
    withSales: boolean,
  ): void {
    const before = pending.get(key)
    if (!before) pending.set(key, { row, from, withSales })
    else if (before.from.item.message === from.item.message && before.from.item.sender === from.item.sender)
      before.row = addedUp(before.row, row)
    else pending.set(key, { row: { ...before.row, ...row }, from, withSales })
  }

  async #claim(): Promise<void> {
    const sales = [...this.#sales.values()]
    const stock = [...this.#stock.values()]
    this.#sales = new Map()
    this.#stock = new Map()
    const sold = await claimSellThrough(
      this.#db,
      this.#claiming,
      sales.map(each => each.row),
    )
    this.#count(sold)
    const refused = new Set(sold.refused.map(({ at }) => sales[at]!.from))
    for (const { at, why } of sold.refused) this.#refuse(sales[at]!.from, why)
    // A line that says both counts once.
    const beside = stock.filter(each => each.withSales && !refused.has(each.from))
    await claimStock(
      this.#db,
      this.#claiming,
      beside.map(each => each.row),
    )
    const alone = stock.filter(each => !each.withSales)
    this.#count(
      await claimStock(
        this.#db,
        this.#claiming,
        alone.map(each => each.row),
      ),
    )
  }

  #refuse(from: ItemRow, why: RefusedRow['why']): void {
    this.#setAside(from, { reason: why === 'overlaps' ? 'span_overlaps' : 'row_repeated', field: 'from' })
  }

  #count({ added: more, replaced, unchanged }: { added: number; replaced: number; unchanged: number }): void {
    this.counts.added += more
    this.counts.replaced += replaced
    this.counts.unchanged += unchanged
  }
}

/** Only what was said. */
function stated<Fields extends Record<string, string | undefined>>(
  fields: Fields,
): Partial<Record<keyof Fields, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
