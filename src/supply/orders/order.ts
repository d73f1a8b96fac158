import type { OrderState } from './order-state.ts'

/** Quantities, prices and money are decimal strings without trailing zeros; days plain; instants UTC ISO. */
export type Order = {
  id: number
  publicId: string
  number: string
  accountId: number
  accountCode: string
  accountName: string
  siteId: number | null
  shipTo: string | null
  /** The account's own number for it. */
  reference: string | null
  terms: string | null
  currency: string
  wantedOn: string | null
  origin: 'proposal' | 'hand'
  state: OrderState
  /** SHA-256 of what a signature binds (order-content.ts), kept by the database. */
  contentHash: string
  signatureId: number | null
  createdBy: string | null
  createdByName: string
  createdAt: string
  proposedBy: string | null
  proposedByName: string | null
  proposedAt: string | null
  expiresAt: string | null
  stateSince: string
  version: number
}

/** `kind` names the maker's words, such as those of a proposal; the rest are its figures. */
export type LineReason = { kind: string } & Record<string, unknown>

export type OrderLine = {
  id: number
  line: number
  productId: number
  productCode: string
  productName: string
  /** What the account wants now; '0' where it does not want what was proposed. */
  quantity: string
  /** Null: at the price in force. */
  unitPrice: string | null
  /** Null: added by the account. */
  proposedQuantity: string | null
  allocatedQuantity: string | null
  allocationRunId: number | null
  confirmedQuantity: string | null
  shippedQuantity: string
  reason: LineReason | null
  /** Why less was confirmed than wanted. */
  cutReason: string | null
}

export type OrderStep = {
  id: number
  act: string
  fromState: OrderState | null
  toState: OrderState
  actorName: string
  side: 'department' | 'account' | 'system'
  at: string
  note: string | null
  detail: unknown
}

export type Signature = {
  id: number
  publicId: string
  how: 'portal' | 'paper'
  signerName: string
  signerTitle: string | null
  recordedByName: string | null
  signedAt: string
  content: string
  contentHash: string
  documentFileId: string
  documentSha256: string
  language: 'en' | 'zh-Hans'
  scanFileId: string | null
  supersededAt: string | null
  supersededByName: string | null
}
