import type { Insurance, Site, SiteFields, SiteKind } from './site.ts'

/** What the form holds: text as typed, '' for nothing. */
export type SiteDraft = {
  name: string
  kind: SiteKind
  code: string
  address: string
  city: string
  country: string
  latitude: string
  longitude: string
  goodsValue: string
  goodsAsOf: string
  insurance: Insurance | ''
  insuranceAsOf: string
  note: string
}

export const emptySite: SiteDraft = {
  name: '',
  kind: 'warehouse',
  code: '',
  address: '',
  city: '',
  country: '',
  latitude: '',
  longitude: '',
  goodsValue: '',
  goodsAsOf: '',
  insurance: '',
  insuranceAsOf: '',
  note: '',
}

/** Coordinates that the gazetteer gave are not offered for editing: an edit of the city moves them. */
export function siteDraftOf(site: Site): SiteDraft {
  const entered = site.locatedBy === 'person'
  return {
    name: site.name,
    kind: site.kind,
    code: site.code ?? '',
    address: site.address ?? '',
    city: site.city ?? '',
    country: site.country ?? '',
    latitude: entered ? String(site.latitude) : '',
    longitude: entered ? String(site.longitude) : '',
    goodsValue: site.goodsValue ?? '',
    goodsAsOf: site.goodsAsOf ?? '',
    insurance: site.insurance ?? '',
    insuranceAsOf: site.insuranceAsOf ?? '',
    note: site.note ?? '',
  }
}

/** "28.66" or "-6,2" as degrees; null for nothing, NaN for what is no number. */
const degrees = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

export const isPlace = ({ latitude, longitude }: Pick<SiteDraft, 'latitude' | 'longitude'>): boolean => {
  const [north, east] = [degrees(latitude), degrees(longitude)]
  if (north === null || east === null) return north === east
  return Math.abs(north) <= 90 && Math.abs(east) <= 180
}

/** What the draft says differently from what it began with; an emptied field says that nothing is known. */
export function siteEditOf(draft: SiteDraft, before: SiteDraft): Partial<SiteFields> {
  const edit: Partial<SiteFields> = {}
  if (draft.name.trim() !== before.name.trim()) edit.name = draft.name.trim()
  if (draft.kind !== before.kind) edit.kind = draft.kind
  for (const field of ['code', 'address', 'city', 'country', 'note'] as const)
    if (draft[field].trim() !== before[field].trim()) edit[field] = draft[field].trim() || null
  if (draft.latitude !== before.latitude || draft.longitude !== before.longitude) {
    edit.latitude = degrees(draft.latitude)
    edit.longitude = degrees(draft.longitude)
  }
  const goods = draft.goodsValue.replaceAll(/[,\s]/g, '')
  if (goods !== before.goodsValue) edit.goodsValue = goods || null
  if (draft.insurance !== before.insurance) edit.insurance = draft.insurance || null
  // A day alone may be corrected; it goes with its value otherwise.
  if (draft.goodsAsOf !== before.goodsAsOf && goods !== '') {
    edit.goodsAsOf = draft.goodsAsOf || null
    edit.goodsValue = goods
  }
  if (draft.insuranceAsOf !== before.insuranceAsOf && draft.insurance !== '') {
    edit.insuranceAsOf = draft.insuranceAsOf || null
    edit.insurance = draft.insurance
  }
  return edit
}
