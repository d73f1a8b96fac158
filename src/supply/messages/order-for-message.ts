/**
 * A purchase order or its answer, as plain values, for the writers of X12 850/855 and EDIFACT ORDERS/ORDRSP. Quantities
 * and prices are decimal strings; days are 'YYYY-MM-DD'.
 */
export type OrderForMessage = {
  number: string
  /** The number that the account itself gave the order; the answer names it. */
  customerNumber: string | null
  orderedOn: string
  wantedOn: string | null
  /** ISO 4217. */
  currency: string
  note: string | null
  /** The account that buys. */
  buyer: OrderParty
  /** We. */
  supplier: OrderParty
  /** Where it goes; null is the buyer's own address. */
  shipTo: OrderParty | null
  lines: OrderLineForMessage[]
}

export type OrderParty = {
  name: string
  /** Global location number, 13 digits. */
  gln: string | null
  /** The code that both sides know where there is no GLN (account or site code). */
  code: string | null
}

export type OrderLineForMessage = {
  line: number
  /** Trade item number of 8 to 14 digits. */
  gtin: string | null
  /** The account's own code. */
  buyerCode: string | null
  /** Our product code. */
  supplierCode: string
  name: string
  quantity: string
  /** Unit of ours, such as "piece", "box", "m", "kg"; null is the piece. */
  unit: string | null
  unitPrice: string | null
  /** Only in answers (855, ORDRSP). */
  answer?: LineAnswer
}

/** What we say of a line. The code follows from it: accepted as it is, changed, back-ordered in part, refused. */
export type LineAnswer = {
  confirmedQuantity: string
  /** When it will be shipped; null is not known. */
  shippedOn: string | null
  /** Why less than ordered is confirmed. */
  reason: 'none' | 'allocated' | 'back ordered' | 'discontinued' | 'price' | 'credit'
}

/** Who sends an interchange to whom, under which number. */
export type MessageEnvelope = {
  sender: EnvelopeName
  receiver: EnvelopeName
  /** 1 and up, never used twice for a receiver. */
  controlNumber: number
  /** An instant, UTC ISO. */
  at: string
  test: boolean
}

/** The qualifier says whose numbering the id belongs to: X12 ZZ, 01, 08 …; EDIFACT 14 is GS1, '' is by agreement. */
export type EnvelopeName = { qualifier: string; id: string }

export type X12Version = '004010' | '005010'

export type EdifactVersion = 'D.96A' | 'D.01B'
