/** A quantity as a message states it, under the code of its list (X12 859 and 673, EDIFACT 6063). */
export type Activity = { code: string; quantity: string; unit: string }

/** What a message says of one product at one place over a span of days. */
export type ReportedItem = {
  /** Type and number of the message: "852 0001". */
  message: string
  /** Place of the line in the interchange. */
  segment: number
  /** Who reports: a GLN or a code. */
  party: string
  /** Where: a GLN or a code; '' is the reporting party as a whole. */
  site: string
  gtin: string
  /** The reporting party's own code. */
  buyerCode: string
  /** Our code. */
  supplierCode: string
  name: string
  /** 'YYYY-MM-DD', both included; '' where the message states no day that can be read. */
  from: string
  to: string
  activities: Activity[]
}

/** An item as the cells of a row, in the order of `itemColumns`. */
export const itemColumns = [
  'sender',
  'message',
  'segment',
  'party',
  'site',
  'gtin',
  'buyer_code',
  'supplier_code',
  'name',
  'from',
  'to',
  'quantities',
] as const

export type ItemColumn = (typeof itemColumns)[number]

export function cellsOfItem(sender: string, item: ReportedItem): string[] {
  const { message, segment, party, site, gtin, buyerCode, supplierCode, name, from, to, activities } = item
  const quantities = activities.map(({ code, quantity, unit }) => [code, quantity, unit].join(' ').trim()).join('; ')
  return [sender, message, String(segment), party, site, gtin, buyerCode, supplierCode, name, from, to, quantities]
}

/** The item that a row's cells tell, with its sender. */
export function itemOfCells(cells: readonly string[]): ReportedItem & { sender: string } {
  const cell = (column: ItemColumn) => cells[itemColumns.indexOf(column)] ?? ''
  return {
    sender: cell('sender'),
    message: cell('message'),
    segment: Number(cell('segment')) || 0,
    party: cell('party'),
    site: cell('site'),
    gtin: cell('gtin'),
    buyerCode: cell('buyer_code'),
    supplierCode: cell('supplier_code'),
    name: cell('name'),
    from: cell('from'),
    to: cell('to'),
    activities: cell('quantities')
      .split('; ')
      .filter(Boolean)
      .map(text => {
        const [code = '', quantity = '', unit = ''] = text.split(' ')
        return { code, quantity, unit }
      }),
  }
}
