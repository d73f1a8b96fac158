/** What the address of an account's visits holds. */
export type AccountVisitsSearch = {
  /** The drawer that plans a visit is open. */
  plan?: 1
  /** A contact that the planned visit is for. */
  contact?: number
  visit?: number
  cadence?: number | 'new'
}

const id = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

/** Read forgivingly: a damaged link opens with what can be understood of it. */
export function accountVisitsSearch(search: Record<string, unknown>): AccountVisitsSearch {
  return {
    plan: search.plan === 1 || search.plan === '1' || search.plan === true ? 1 : undefined,
    contact: id(search.contact),
    visit: id(search.visit),
    cadence: search.cadence === 'new' ? 'new' : id(search.cadence),
  }
}
