import { ExactSum } from './exact-sum.ts'
import type { KeyedLines, PostedDocument } from './posted-chunk.ts'
import type { LineKind, PostedLine } from './posting.ts'

/** Rows in PostgreSQL's COPY text format; column order as in the `…Columns` beside each. */

export const kindCodes: Record<LineKind, number> = { sale: 0, return: 1, free: 2 }

const needsEscape = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export function copyText(text: string): string {
  return needsEscape.test(text) ? text.replace(/[\\\t\n\r]/g, found => escapes[found]!) : text
}

export const lineColumns =
  'account_id, document_id, line, product_id, day, kind, flags, net, quantity, unit_price, cost, currency, rate, net_in_currency, posting'

/** Without the line's end: staging adds the file's row number. */
export function lineRow(documentId: number, key: string, line: PostedLine, posting: number): string {
  const known = `${line.accountId}\t${documentId}\t${copyText(key)}\t${line.productId ?? '\\N'}\t${line.day}\t${kindCodes[line.kind]}\t${line.flags}\t${line.net}\t${line.quantity ?? '\\N'}\t${line.unitPrice ?? '\\N'}\t${line.cost ?? '\\N'}`
  return line.currency === null
    ? `${known}\t\\N\t\\N\t\\N\t${posting}`
    : `${known}\t${copyText(line.currency)}\t${line.rate ?? '\\N'}\t${line.netInCurrency ?? '\\N'}\t${posting}`
}

export const documentColumns =
  'account_id, id, source, number, day, last_day, lines, return_lines, free_lines, lines_with_cost, quantity, net, cost, net_without_cost, returns_net'

/** The header that a new document's lines imply. */
export function documentRow(document: PostedDocument, { lines }: KeyedLines, source: string): string {
  const quantity = new ExactSum()
  const net = new ExactSum()
  const cost = new ExactSum()
  const netWithoutCost = new ExactSum()
  const returnsNet = new ExactSum()
  let day = lines[0]!.day
  let lastDay = day
  let returns = 0
  let free = 0
  let withCost = 0
  for (const line of lines) {
    if (line.day < day) day = line.day
    else if (line.day > lastDay) lastDay = line.day
    net.add(line.net)
    if (line.quantity !== null) quantity.add(line.quantity)
    if (line.cost !== null) {
      cost.add(line.cost)
      withCost++
    } else netWithoutCost.add(line.net)
    if (line.kind === 'return') {
      returnsNet.add(line.net)
      returns++
    } else if (line.kind === 'free') free++
  }
  return `${document.accountId}\t${document.id}\t${source}\t${copyText(document.number)}\t${day}\t${lastDay}\t${lines.length}\t${returns}\t${free}\t${withCost}\t${quantity}\t${net}\t${cost}\t${netWithoutCost}\t${returnsNet}\n`
}
