import { dayOfDigits } from '../interchange/message-day.ts'
import { type Segment, textOf } from '../interchange/segment.ts'
import { ItemGatherer, type ProductCodes } from './gather-items.ts'
import type { ReportedItem } from './reported-item.ts'

/** Element 235, by whose code it is. UP, UK, EN, UA, UI … are GTINs of 12 to 14 digits. */
const codeKinds: Record<string, keyof ProductCodes> = {
  ...Object.fromEntries(['UP', 'UK', 'EN', 'UA', 'UI', 'EO', 'GT', 'UE', 'U2'].map(each => [each, 'gtin'])),
  ...Object.fromEntries(['IN', 'BP', 'PI', 'CB', 'SK', 'BO', 'PU'].map(each => [each, 'buyerCode'])),
  ...Object.fromEntries(['VN', 'VP', 'VC', 'VA', 'MG', 'MF', 'VS'].map(each => [each, 'supplierCode'])),
}

/** Element 98: who reports, and where the goods are. The first of each list that is given counts. */
const reporters = ['BY', 'RT', 'RE', 'DS', 'SO', 'BT', 'FR']
const places = ['RL', 'SN', 'WH', 'ST', 'DC', 'Z7', 'RS', 'LC', 'IS']

/** Reads X12 852 (product activity) and 846 (inventory inquiry and advice), releases 4010 and 5010. */
export class X12ReportReader {
  readonly #items: ItemGatherer
  readonly #parties = new Map<string, string>()
  /** Activity and unit of the ZA or QTY that places may share out below it. */
  #shared: { code: string; unit: string; counted: boolean } | null = null

  constructor(message: string, take: (item: ReportedItem) => void) {
    this.#items = new ItemGatherer(message, take)
  }

  segment(segment: Segment): void {
    const read = this.#reading[segment.tag]
    read?.(segment)
  }

  end(): void {
    this.#items.endLine()
  }

  readonly #reading: Record<string, ((segment: Segment) => void) | undefined> = {
    XQ: segment => {
      const from = dayOfDigits(textOf(segment, 2))
      const to = dayOfDigits(textOf(segment, 3)) ?? from
      if (from && to && from <= to) this.#items.span = { from, to }
    },
    BIA: segment => {
      const day = dayOfDigits(textOf(segment, 4))
      if (day) this.#items.span = { from: day, to: day }
    },
    DTM: segment => this.#date(segment),
    N1: segment => this.#name(segment),
    LIN: segment => {
      this.#items.beginLine(segment.position)
      this.#shared = null
      for (let at = 2; at <= segment.elements.length; at += 2) {
        const kind = codeKinds[textOf(segment, at)]
        if (kind) this.#items.addCodes({ [kind]: textOf(segment, at + 1).trim() })
      }
    },
    PID: segment => this.#items.addCodes({ name: textOf(segment, 5).trim() }),
    ZA: segment => this.#quantity(textOf(segment, 1), textOf(segment, 2), textOf(segment, 3)),
    QTY: segment => this.#quantity(textOf(segment, 1), textOf(segment, 2), textOf(segment, 3)),
    SDQ: segment => this.#shareOut(segment),
  }

  #quantity(code: string, quantity: string, unit: string): void {
    this.#shared = { code, unit, counted: quantity !== '' }
    if (quantity !== '') this.#items.add({ code, quantity, unit })
  }

  /** SDQ: unit, qualifier, then places and quantities; they share out the quantity of the ZA above and replace it. */
  #shareOut(segment: Segment): void {
    if (!this.#shared) return
    if (this.#shared.counted) this.#items.takeLast()
    this.#shared.counted = false
    const unit = textOf(segment, 1) || this.#shared.unit
    for (let at = 3; at + 1 <= segment.elements.length; at += 2) {
      const site = textOf(segment, at).trim()
      if (site !== '') this.#items.add({ code: this.#shared.code, quantity: textOf(segment, at + 1), unit }, site)
    }
  }

  #name(segment: Segment): void {
    const role = textOf(segment, 1)
    const code = textOf(segment, 4).trim()
    if (code === '') return
    if (this.#items.inLine) {
      if (places.includes(role)) this.#items.setLineSite(code)
      return
    }
    this.#parties.set(role, code)
    const first = (roles: readonly string[]) => roles.map(each => this.#parties.get(each)).find(Boolean) ?? ''
    this.#items.party = first(reporters)
    this.#items.site = first(places)
  }

  /** 846: 007 and 405 say when it was counted, 196 and 197 the beginning and end of the time reported on. */
  #date(segment: Segment): void {
    const day = dayOfDigits(textOf(segment, 2))
    if (!day) return
    const items = this.#items
    const qualifier = textOf(segment, 1)
    if (items.inLine) {
      if (['007', '405', '097', '366', '945'].includes(qualifier)) items.setLineSpan({ from: day, to: day })
    } else if (qualifier === '196' || qualifier === '090') items.span = { from: day, to: items.span?.to ?? day }
    else if (qualifier === '197' || qualifier === '091') items.span = { from: items.span?.from ?? day, to: day }
    else if (['007', '405', '097', '366', '945'].includes(qualifier)) items.span = { from: day, to: day }
  }
}
