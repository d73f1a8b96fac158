/**
 * What a posting takes: lines and cost entries that an import has already read, checked and resolved
 * (accounts and products by id, amounts in base currency), in the order of their file.
 * Amounts are decimal strings ("-12.5", no exponent, no thousands separators); days are 'YYYY-MM-DD'.
 */

export const lineKinds = ['sale', 'return', 'free'] as const
export type LineKind = (typeof lineKinds)[number]

export type PostedLine = {
  /** Number of the row in its file, returned when the line is set aside. */
  row: number
  accountId: number
  /** The document's number at its source. */
  document: string
  /** The line's number at its source; null takes the position of the row among the document's rows in this file. */
  line: string | null
  day: string
  productId: number | null
  quantity: string | null
  /** In the document's currency. */
  unitPrice: string | null
  /** In base currency, exact. */
  net: string
  /** In base currency; null where unknown. */
  cost: string | null
  /** ISO 4217; null is the base currency. */
  currency: string | null
  /** Base currency for one unit of the foreign currency; null in base currency. */
  rate: string | null
  /** Null in base currency. */
  netInCurrency: string | null
  kind: LineKind
  /** A sum of `lineFlags`. */
  flags: number
}

/** Doubts that do not keep a line out of the ledger; added up in `PostedLine.flags`. */
export const lineFlags = {
  netContradicts: 1,
  costContradicts: 2,
  priceContradicts: 4,
  signCorrected: 8,
} as const

export type PostedCost = {
  row: number
  accountId: number
  day: string
  /** What the money was spent on, in the words of the file: "freight", "promotion". */
  kind: string
  /** In base currency, exact. */
  amount: string
  note: string | null
}

export type PostingOutcome = {
  added: number
  replaced: number
  unchanged: number
  /** Rows whose key an earlier row of the same import has already given; they are not in the ledger. */
  repeatedRows: number[]
}
