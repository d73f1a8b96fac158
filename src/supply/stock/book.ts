/** A column of a book with its SQL type; the row of a claim has the value under `field`. */
export type BookColumn = { name: string; field: string; type: 'bigint' | 'numeric' | 'date' | 'boolean' | 'text' }

/**
 * A table of what is in force and the table of all claims behind it. Rows are the same one where all of `key` are;
 * `attributes` belong to the row in force alone and follow the latest claim.
 */
export type Book = {
  table: string
  claims: string
  key: readonly BookColumn[]
  attributes: readonly BookColumn[]
  values: readonly BookColumn[]
  /** Counts its changes in a column `version`. */
  versioned: boolean
}

const column = (name: string, type: BookColumn['type']): BookColumn => ({
  name,
  field: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  type,
})

const columns = (type: BookColumn['type'], names: string): BookColumn[] =>
  names.split(' ').map(name => column(name, type))

const series = columns('bigint', 'origin_id product_id site_id')

export const stockBook: Book = {
  table: 'supply.stock',
  claims: 'supply.stock_claim',
  key: [...series, column('day', 'date')],
  attributes: [column('account_id', 'bigint')],
  values: [...columns('numeric', 'on_hand on_order in_transit committed held'), column('out_of_stock', 'boolean')],
  versioned: false,
}

export const sellThroughBook: Book = {
  table: 'supply.sell_through',
  claims: 'supply.sell_through_claim',
  key: [...series, ...columns('date', 'from_day to_day')],
  attributes: [column('account_id', 'bigint')],
  values: columns('numeric', 'sold returned received adjusted lost_sales'),
  versioned: false,
}

export const deliveryBook: Book = {
  table: 'supply.delivery',
  claims: 'supply.delivery_claim',
  key: [column('origin_id', 'bigint'), ...columns('text', 'source key')],
  attributes: [column('account_id', 'bigint')],
  values: [
    ...columns('bigint', 'site_id product_id lane_id'),
    ...columns('date', 'promised_on shipped_on arrived_on'),
    ...columns('numeric', 'promised_quantity quantity value weight_kg freight'),
    ...columns('text', 'product_text reference line order_reference currency mode from_place to_place country carrier'),
    ...columns('text', 'supplier weight_note freight_note cause cause_note'),
  ],
  versioned: true,
}

export const availabilityBook: Book = {
  table: 'supply.availability',
  claims: 'supply.availability_claim',
  key: [column('product_id', 'bigint'), column('week', 'date')],
  attributes: [],
  values: columns('numeric', 'quantity'),
  versioned: false,
}

export const books: readonly Book[] = [stockBook, sellThroughBook, deliveryBook, availabilityBook]
