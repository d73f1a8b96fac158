import { type DaySpan, spanOf } from '../interchange/message-day.ts'
import { type Segment, textOf } from '../interchange/segment.ts'
import { ItemGatherer, type ProductCodes } from './gather-items.ts'
import type { Activity, ReportedItem } from './reported-item.ts'

/** 7143, by whose code it is. */
const codeKinds: Record<string, keyof ProductCodes> = {
  ...Object.fromEntries(['EN', 'UP', 'SRV', 'EAN', 'GTN'].map(each => [each, 'gtin'])),
  ...Object.fromEntries(['IN', 'BP', 'PO', 'SK'].map(each => [each, 'buyerCode'])),
  ...Object.fromEntries(['SA', 'VN', 'VP', 'MF', 'MN', 'VS'].map(each => [each, 'supplierCode'])),
}

/** 3035: who reports. The first in this order that is given counts. */
const reporters = ['GY', 'SE', 'BY', 'FR', 'MS', 'DP', 'CO']

/** 3227: 162 place of sale, 14 location of goods, 18 warehouse, 9 … 22 where goods stand or go; 198 in EANCOM's reports. */
const places = ['162', '14', '18', '19', '7', '198', '11', '22', 'ZZZ']

/** Reads EDIFACT SLSRPT (sales) and INVRPT (inventory), D.96A and D.01B, with or without EANCOM. */
export class EdifactReportReader {
  readonly #items: ItemGatherer
  readonly #parties = new Map<string, string>()
  #headerSpan: DaySpan | null = null
  #documentDay: DaySpan | null = null
  #reported: DaySpan | null = null
  /** Of the group below a LOC before the lines (SLSRPT). */
  #placeSpan: DaySpan | null = null
  #inPlace = false
  #last: Activity | null = null
  #movement = false
  readonly #sales: boolean

  constructor(message: string, take: (item: ReportedItem) => void) {
    this.#items = new ItemGatherer(message, take)
    this.#sales = message.startsWith('SLSRPT')
  }

  segment(segment: Segment): void {
    this.#reading[segment.tag]?.(segment)
  }

  end(): void {
    this.#items.endLine()
  }

  readonly #reading: Record<string, ((segment: Segment) => void) | undefined> = {
    DTM: segment => this.#date(segment),
    NAD: segment => {
      const code = textOf(segment, 2, 1).trim()
      if (code === '' || this.#items.inLine) return
      this.#parties.set(textOf(segment, 1), code)
      this.#items.party = reporters.map(role => this.#parties.get(role)).find(Boolean) ?? ''
    },
    LOC: segment => this.#place(segment),
    LIN: segment => {
      this.#items.beginLine(segment.position)
      this.#last = null
      this.#movement = false
      this.#items.span = this.#placeSpan ?? this.#reported ?? this.#headerSpan ?? this.#documentDay
      const kind = codeKinds[textOf(segment, 3, 2)] ?? (/^\d{8,14}$/.test(textOf(segment, 3, 1)) ? 'gtin' : 'buyerCode')
      this.#items.addCodes({ [kind]: textOf(segment, 3, 1).trim() })
    },
    PIA: segment => {
      for (let at = 2; at <= segment.elements.length; at++) {
        const kind = codeKinds[textOf(segment, at, 2)]
        if (kind) this.#items.addCodes({ [kind]: textOf(segment, at, 1).trim() })
      }
    },
    IMD: segment => this.#items.addCodes({ name: (textOf(segment, 3, 4) || textOf(segment, 3, 1)).trim() }),
    INV: segment => {
      // A movement in or out is not what is there; D.96A says so after the quantity, D.01B before it.
      const isMovement = textOf(segment, 1) !== ''
      if (isMovement && this.#last) this.#takeBack()
      this.#movement = isMovement && !this.#last
    },
    QTY: segment => {
      const activity = {
        code: textOf(segment, 1, 1),
        quantity: textOf(segment, 1, 2),
        unit: textOf(segment, 1, 3),
      }
      if (this.#movement) activity.code = `${activity.code}M`
      this.#movement = false
      this.#last = activity
      this.#items.add(activity)
    },
  }

  #takeBack(): void {
    const taken = this.#items.takeLast()
    if (taken) this.#items.add({ ...taken, code: `${taken.code}M` })
  }

  #place(segment: Segment): void {
    const role = textOf(segment, 1)
    const code = textOf(segment, 2, 1).trim()
    if (code === '' || !places.includes(role)) return
    if (this.#sales || !this.#items.inLine) {
      // SLSRPT: the place comes first and all lines up to the next one are its.
      this.#items.endLine()
      this.#items.site = code
      this.#placeSpan = null
      this.#inPlace = true
      return
    }
    // INVRPT: the quantity before it lies there.
    const moved = this.#last && this.#items.takeLast()
    if (moved) this.#items.add(moved, code)
    this.#last = null
  }

  /** 356 sales period, 366 day of the stock count, 90 and 91 beginning and end of the time reported on, 137 of the message. */
  #date(segment: Segment): void {
    const span = spanOf(textOf(segment, 1, 2), textOf(segment, 1, 3))
    if (!span) return
    const qualifier = textOf(segment, 1, 1)
    if (this.#items.inLine) {
      if (['356', '366', '179', '194'].includes(qualifier)) this.#items.setLineSpan(span)
    } else if (qualifier === '137') this.#documentDay = span
    else if (qualifier === '90' || qualifier === '194')
      this.#reported = { from: span.from, to: this.#reported?.to ?? span.to }
    else if (qualifier === '91' || qualifier === '206')
      this.#reported = { from: this.#reported?.from ?? span.from, to: span.to }
    else if (['356', '366', '179', '263', '324'].includes(qualifier)) {
      if (this.#inPlace) this.#placeSpan = span
      else this.#headerSpan = span
    }
  }
}
