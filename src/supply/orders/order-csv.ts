import { spreadsheetText } from '../../platform/spreadsheet-text.ts'
import type { OrderForPrograms } from './order-for-programs.ts'

const columns = [
  ...['number', 'state', 'reference', 'account_code', 'account_name', 'ship_to', 'wanted_on', 'currency', 'terms'],
  ...['line', 'product_code', 'product_name', 'quantity', 'unit_price', 'proposed_quantity', 'allocated_quantity'],
  ...['confirmed_quantity', 'shipped_quantity', 'cut_reason', 'signed_by', 'signed_at', 'content_hash'],
]

/** One row a line, with the order's own values on each; RFC 4180, UTF-8 with a byte order mark for Excel. */
export function orderCsv(order: OrderForPrograms): string {
  const rows = order.lines.map(line => [
    ...[order.number, order.state, order.reference, order.account.code, order.account.name, order.shipTo],
    ...[order.wantedOn, order.currency, order.terms, String(line.line), line.product.code, line.product.name],
    ...[line.quantity, line.unitPrice, line.proposedQuantity, line.allocatedQuantity, line.confirmedQuantity],
    ...[line.shippedQuantity, line.cutReason, order.signature?.name ?? null, order.signature?.at ?? null],
    order.contentHash,
  ])
  return `\uFEFF${[columns, ...rows].map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}

function field(value: string | null): string {
  const text = spreadsheetText(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
