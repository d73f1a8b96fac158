export const modes = ['sea', 'air', 'air charter', 'road', 'rail', 'courier', 'other'] as const

export type Mode = (typeof modes)[number]

/** Why a delivery came late or short, as far as it is known. */
export const causes = [
  'our production',
  'our warehouse',
  'carrier',
  'weather',
  'customs',
  'the account',
  'other',
] as const

export type Cause = (typeof causes)[number]

/** One line of a delivery. Days are plain, quantities and amounts decimal strings; null or left out is not said. */
export type DeliveryFields = {
  siteId?: number | null
  productId?: number | null
  /** Words of the file where the product is none of ours. */
  productText?: string | null
  reference?: string | null
  line?: string | null
  orderReference?: string | null
  promisedOn?: string | null
  promisedQuantity?: string | null
  shippedOn?: string | null
  arrivedOn?: string | null
  quantity?: string | null
  /** Of the goods, in `currency` (null: base currency), as freight is. */
  value?: string | null
  currency?: string | null
  mode?: Mode | null
  laneId?: number | null
  fromPlace?: string | null
  toPlace?: string | null
  country?: string | null
  carrier?: string | null
  supplier?: string | null
  weightKg?: string | null
  weightNote?: string | null
  freight?: string | null
  freightNote?: string | null
  cause?: Cause | null
  causeNote?: string | null
}

/** `key` identifies the line within account and source: see `deliveryKeys`. */
export type DeliveryRow = DeliveryFields & { accountId: number; key: string }

/**
 * Keys for the lines of one file or message: reference and line; without a line the product, counted off among equal
 * ones; without a reference the order and the day. A file that is sent again gives its rows the same keys.
 */
export function deliveryKeys(rows: readonly (DeliveryFields & { accountId: number })[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(row => {
    const goods = row.productId ?? row.productText ?? ''
    const day = row.shippedOn ?? row.promisedOn ?? row.arrivedOn ?? ''
    const parts =
      row.line != null && row.line !== ''
        ? [row.reference ?? row.orderReference ?? '', `line ${row.line}`]
        : [row.reference ?? `${row.orderReference ?? ''} ${day}`, goods]
    const key = parts.join(' | ')
    const within = `${row.accountId} ${key}`
    const nth = (seen.get(within) ?? 0) + 1
    seen.set(within, nth)
    return nth === 1 ? key : `${key} | ${nth}`
  })
}
