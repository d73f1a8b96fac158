import type { DaySpan } from '../interchange/message-day.ts'
import type { Activity, ReportedItem } from './reported-item.ts'

/** Codes of a product by whose they are. */
export type ProductCodes = { gtin: string; buyerCode: string; supplierCode: string; name: string }

/**
 * Gathers what a report says, line by line: header values hold for all lines until others are given, and one line may
 * speak of many places. Hands on one item for each line and place.
 */
export class ItemGatherer {
  party = ''
  /** Of the lines to come. */
  site = ''
  span: DaySpan | null = null
  readonly #message: string
  readonly #take: (item: ReportedItem) => void
  #line: (ProductCodes & { segment: number; span: DaySpan | null }) | null = null
  #sites = new Map<string, Activity[]>()
  /** The place of the line's own quantities, where it differs from that of the lines before. */
  #lineSite: string | null = null

  constructor(message: string, take: (item: ReportedItem) => void) {
    this.#message = message
    this.#take = take
  }

  get inLine(): boolean {
    return this.#line !== null
  }

  beginLine(segment: number): void {
    this.endLine()
    this.#line = { segment, span: null, gtin: '', buyerCode: '', supplierCode: '', name: '' }
  }

  /** Codes that were given first stay: the line itself says them before its additions. */
  addCodes(codes: Partial<ProductCodes>): void {
    const line = this.#line
    if (!line) return
    for (const name of ['gtin', 'buyerCode', 'supplierCode', 'name'] as const) line[name] ||= codes[name] ?? ''
  }

  setLineSpan(span: DaySpan): void {
    if (this.#line) this.#line.span = span
  }

  setLineSite(site: string): void {
    this.#lineSite = site
  }

  add(activity: Activity, site: string = this.#lineSite ?? this.site): void {
    if (!this.#line) return
    const known = this.#sites.get(site)
    if (known) known.push(activity)
    else this.#sites.set(site, [activity])
  }

  /** Takes the last quantity of a place back, to be given to another place. */
  takeLast(site: string = this.#lineSite ?? this.site): Activity | undefined {
    const activities = this.#sites.get(site)
    const last = activities?.pop()
    if (activities?.length === 0) this.#sites.delete(site)
    return last
  }

  endLine(): void {
    const line = this.#line
    if (!line) return
    const { segment, span, ...codes } = line
    const { from, to } = span ?? this.span ?? { from: '', to: '' }
    for (const [site, activities] of this.#sites)
      this.#take({ message: this.#message, segment, party: this.party, site, ...codes, from, to, activities })
    this.#line = null
    this.#sites = new Map()
    this.#lineSite = null
  }
}
