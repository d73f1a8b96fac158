import type { Condition } from './replacement.ts'

/** What the form of an item holds: text as typed, '' for nothing. */
export type ItemDraft = {
  siteId: string
  brand: string
  model: string
  ours: boolean
  productLine: string
  quantity: string
  boughtOn: string
  unitPrice: string
  currency: string
  lifeYears: string
  condition: string
  note: string
}

type Item = {
  siteId: number | null
  brand: string
  model: string | null
  ours: boolean
  productLine: string | null
  quantity: number
  boughtOn: string | null
  unitPrice: string | null
  currency: string | null
  lifeMonths: number | null
  condition: Condition | null
  note: string | null
}

export const emptyItem: ItemDraft = {
  ...{ siteId: '', brand: '', model: '', ours: false, productLine: '', quantity: '1', boughtOn: '', unitPrice: '' },
  ...{ currency: '', lifeYears: '', condition: '', note: '' },
}

export function itemDraftOf(item: Item): ItemDraft {
  return {
    siteId: item.siteId === null ? '' : String(item.siteId),
    brand: item.brand,
    model: item.model ?? '',
    ours: item.ours,
    productLine: item.productLine ?? '',
    quantity: String(item.quantity),
    boughtOn: item.boughtOn ?? '',
    unitPrice: item.unitPrice ?? '',
    currency: item.currency ?? '',
    // Twelfths of a year to two digits say every month.
    lifeYears: item.lifeMonths === null ? '' : String(Math.round((item.lifeMonths / 12) * 100) / 100),
    condition: item.condition ?? '',
    note: item.note ?? '',
  }
}

/** The draft as it may be sent; null while it lacks a brand or says what cannot be. */
export function itemOf(draft: ItemDraft): Item | null {
  const words = (text: string) => text.trim() || null
  const brand = words(draft.brand)
  const quantity = Number(draft.quantity)
  const lifeMonths = draft.lifeYears.trim() === '' ? null : Math.round(Number(draft.lifeYears) * 12)
  const price = draft.unitPrice.trim()
  const currency = draft.currency.trim().toUpperCase()
  if (brand === null || !Number.isInteger(quantity) || quantity < 1 || quantity > 10_000_000) return null
  if (lifeMonths !== null && !(lifeMonths >= 1 && lifeMonths <= 600)) return null
  if (price !== '' && !/^\d{1,15}(\.\d{1,6})?$/.test(price)) return null
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) return null
  return {
    siteId: draft.siteId === '' ? null : Number(draft.siteId),
    brand,
    model: words(draft.model),
    ours: draft.ours,
    productLine: words(draft.productLine),
    quantity,
    boughtOn: draft.boughtOn || null,
    unitPrice: price || null,
    currency: price === '' ? null : currency || null,
    lifeMonths,
    condition: (draft.condition || null) as Condition | null,
    note: words(draft.note),
  }
}
