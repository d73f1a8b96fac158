/** What a signature binds of an order. Decimals are written without trailing zeros. */
export type OrderContent = {
  publicId: string
  number: string
  accountCode: string
  accountName: string
  shipTo: string | null
  reference: string | null
  terms: string | null
  wantedOn: string | null
  currency: string
  lines: readonly {
    line: number
    productId: number
    productCode: string
    quantity: string
    unitPrice: string | null
  }[]
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const field = (value: string | null) => (value ?? '').replace(/[\\\t\n\r]/g, found => escapes[found]!)

/**
 * The text whose SHA-256 is signed: one field a line, tabs between values, lines by number. The database makes the same
 * text (supply.order_content) and lets no other count; so anybody can check a signature with a text editor and sha256sum.
 */
export function orderContent(order: OrderContent): string {
  const lines = [...order.lines].sort((a, b) => a.line - b.line)
  const rows: (string | null)[][] = [
    ['Vitalfew order 1'],
    ['order', order.publicId],
    ['number', order.number],
    ['account', order.accountCode, order.accountName],
    ['ship to', order.shipTo],
    ['reference', order.reference],
    ['terms', order.terms],
    ['wanted on', order.wantedOn],
    ['currency', order.currency],
    ...lines.map(line => [
      'line',
      String(line.line),
      String(line.productId),
      line.productCode,
      line.quantity,
      line.unitPrice,
    ]),
  ]
  return rows.map(row => `${row.map(field).join('\t')}\n`).join('')
}
