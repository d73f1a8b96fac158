/** What a site is, which decides what stands there in the way of wind and water. */
export const siteKinds = ['warehouse', 'shop', 'plant', 'office', 'yard'] as const
export type SiteKind = (typeof siteKinds)[number]

export const insurances = ['insured', 'not insured'] as const
export type Insurance = (typeof insurances)[number]

/** How the coordinates were found: the centre of the city, or entered by a person. */
export type LocatedBy = 'gazetteer' | 'person'

/** What a person says of a site. Days are 'YYYY-MM-DD', amounts exact decimals in base currency, null is not known. */
export type SiteFields = {
  code: string | null
  name: string
  kind: SiteKind
  address: string | null
  city: string | null
  country: string | null
  /** Degrees, north and east positive; both or neither. */
  latitude: number | null
  longitude: number | null
  goodsValue: string | null
  goodsAsOf: string | null
  insurance: Insurance | null
  insuranceAsOf: string | null
  note: string | null
}

export type Site = SiteFields & { id: number; accountId: number; locatedBy: LocatedBy | null; version: number }

/** What is said of goods and insurance holds as of a day: today where the person names none, none where nothing is said. */
export function withDaysOfSaying<Said extends Partial<SiteFields>>(said: Said, today: string): Said {
  const dated = { ...said }
  if (said.goodsValue !== undefined) dated.goodsAsOf = said.goodsValue === null ? null : (said.goodsAsOf ?? today)
  if (said.insurance !== undefined) dated.insuranceAsOf = said.insurance === null ? null : (said.insuranceAsOf ?? today)
  return dated
}
