import type { CopyBuffer } from './copy-buffer.ts'
import { ExactSum } from './exact-sum.ts'
import type { KeyedLines, PostedDocument } from './posted-chunk.ts'
import type { LineKind, PostedLine } from './posting.ts'

/** Rows for COPY; column order as in the `…Columns` beside each. */

export const kindCodes: Record<LineKind, number> = { sale: 0, return: 1, free: 2 }

export const lineColumns =
  'account_id, document_id, line, product_id, day, kind, flags, net, quantity, unit_price, cost, currency, rate, net_in_currency, posting'

export const lineFields = 15

/** The fields of a row that the caller has begun: staging adds the file's row number. */
export function writeLine(
  buffer: CopyBuffer,
  { holderId, id: documentId }: PostedDocument,
  key: string,
  line: PostedLine,
  posting: number,
): void {
  buffer.int8(holderId)
  buffer.int8(documentId)
  buffer.text(key)
  buffer.int8(line.productId)
  buffer.day(line.day)
  buffer.int2(kindCodes[line.kind])
  buffer.int2(line.flags)
  buffer.decimal(line.net)
  buffer.decimal(line.quantity)
  buffer.decimal(line.unitPrice)
  buffer.decimal(line.cost)
  buffer.text(line.currency)
  buffer.decimal(line.rate)
  buffer.decimal(line.netInCurrency)
  buffer.int4(posting)
}

export const documentColumns =
  'account_id, id, source, number, day, last_day, lines, return_lines, free_lines, lines_with_cost, net, cost, net_without_cost, returns_net, origin_id'

// Cleared for each document: four objects less for every one of a million.
const net = new ExactSum()
const cost = new ExactSum()
const netWithoutCost = new ExactSum()
const returnsNet = new ExactSum()

/** The header that a new document's lines imply. */
export function writeDocument(
  buffer: CopyBuffer,
  document: PostedDocument,
  { lines }: KeyedLines,
  source: string,
): void {
  net.clear()
  cost.clear()
  netWithoutCost.clear()
  returnsNet.clear()
  let day = lines[0]!.day
  let lastDay = day
  let returns = 0
  let free = 0
  let withCost = 0
  for (const line of lines) {
    if (line.day < day) day = line.day
    else if (line.day > lastDay) lastDay = line.day
    net.add(line.net)
    if (line.cost !== null) {
      cost.add(line.cost)
      withCost++
    } else netWithoutCost.add(line.net)
    if (line.kind === 'return') {
      returnsNet.add(line.net)
      returns++
    } else if (line.kind === 'free') free++
  }
  buffer.row(15)
  buffer.int8(document.holderId)
  buffer.int8(document.id)
  buffer.text(source)
  buffer.text(document.number)
  buffer.day(day)
  buffer.day(lastDay)
  buffer.int4(lines.length)
  buffer.int4(returns)
  buffer.int4(free)
  buffer.int4(withCost)
  buffer.decimal(net.toString())
  buffer.decimal(cost.toString())
  buffer.decimal(netWithoutCost.toString())
  buffer.decimal(returnsNet.toString())
  buffer.int8(document.holderId === document.accountId ? 0 : document.accountId)
}
