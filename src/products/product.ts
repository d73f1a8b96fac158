/**
 * What may be said about a product. Absent means that nothing is said; `null` (people only) says that the value
 * is none. Prices and costs are decimal strings per unit; pack size is units per pack, a decimal string.
 */
export type ProductFields = {
  name?: string | null
  category?: string | null
  subcategory?: string | null
  brand?: string | null
  unit?: string | null
  packSize?: string | null
  listPrice?: string | null
  standardCost?: string | null
  currency?: string | null
  launchedOn?: string | null
  discontinuedOn?: string | null
  note?: string | null
}

export type ProductField = keyof ProductFields

/** A product field and the column that holds it. */
export const productColumns = {
  name: 'name',
  category: 'category',
  subcategory: 'subcategory',
  brand: 'brand',
  unit: 'unit',
  packSize: 'pack_size',
  listPrice: 'list_price',
  standardCost: 'standard_cost',
  currency: 'currency',
  launchedOn: 'launched_on',
  discontinuedOn: 'discontinued_on',
  note: 'note',
} as const satisfies Record<ProductField, string>
