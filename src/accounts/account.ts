/** Levels of a company in its own hierarchy, from the top down. */
export const accountLevels = ['group', 'region', 'site'] as const

export type AccountLevel = (typeof accountLevels)[number]

/**
 * What may be said about an account, by an import or by a person. Absent means that nothing is said; `null`
 * (people only) says that the value is none. Days are 'YYYY-MM-DD'.
 */
export type AccountFields = {
  name?: string | null
  country?: string | null
  region?: string | null
  city?: string | null
  address?: string | null
  level?: AccountLevel | null
  parentId?: number | null
  ownerId?: string | null
  salesperson?: string | null
  cooperationSince?: string | null
  legalStandingConfirmedOn?: string | null
  taxNumber?: string | null
  note?: string | null
}

export type AccountField = keyof AccountFields

/** An account field and the column that holds it. */
export const accountColumns = {
  name: 'name',
  country: 'country',
  region: 'region',
  city: 'city',
  address: 'address',
  level: 'level',
  parentId: 'parent_id',
  ownerId: 'owner_id',
  salesperson: 'salesperson',
  cooperationSince: 'cooperation_since',
  legalStandingConfirmedOn: 'legal_standing_confirmed_on',
  taxNumber: 'tax_number',
  note: 'note',
} as const satisfies Record<AccountField, string>
