import { accountLevels } from '../accounts/account.ts'
import { type GuardKey, guardKeys } from '../identify/guards.ts'
import { type Tier, tiers } from '../identify/tier.ts'
import { type WindowChoice, windowFromSearch } from '../web/input/window.ts'

export const movements = ['up', 'down', 'stayed', 'new'] as const
export type ListedMovement = (typeof movements)[number]

/** Columns a person may show or hide; the name always stands. The keys are also what the list is sorted by. */
export const columnKeys = [
  'tier',
  'points',
  'owner',
  'country',
  'region',
  'city',
  'level',
  'salesperson',
  'cooperationSince',
  'months',
  'revenue',
  'margin',
  'marginRate',
  'costToServe',
  'contribution',
  'growth',
  'documents',
  'lastDay',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export type SortKey = Exclude<ColumnKey, 'months'> | 'name' | 'code'

export const usualColumns: readonly ColumnKey[] = [
  'tier',
  'owner',
  'country',
  'months',
  'revenue',
  'marginRate',
  'contribution',
  'growth',
  'lastDay',
]

/** What the accounts list is filtered by; left out: everything. */
export type AccountsFilters = {
  text?: string
  tier?: (Tier | 'none')[]
  movement?: ListedMovement[]
  owner?: string[]
  country?: string[]
  region?: string[]
  salesperson?: string[]
  level?: (typeof accountLevels)[number][]
  guard?: GuardKey[]
  losing?: true
  /** Days without a purchase, at least. */
  silentDays?: number
}

/** All that the URL of the accounts list holds. */
export type AccountsSearch = WindowChoice &
  AccountsFilters & {
    sort?: SortKey
    direction?: 'asc' | 'desc'
    columns?: ColumnKey[]
    /** The drawer for a new account is open. */
    add?: true
  }

const sortKeys: readonly string[] = [...columnKeys.filter(key => key !== 'months'), 'name', 'code']

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

function several<Value extends string>(value: unknown, known: readonly Value[]): Value[] | undefined {
  const found = known.filter(each => listOf(value).includes(each))
  return found.length > 0 ? found : undefined
}

function words(value: unknown): string[] | undefined {
  const found = listOf(value)
    .filter(each => typeof each === 'string' || typeof each === 'number')
    .map(each => String(each).slice(0, 200))
    .filter(each => each !== '')
  return found.length > 0 ? [...new Set(found)].slice(0, 200) : undefined
}

/** Reads the search params forgivingly: a damaged link opens with what can be understood of it. */
export function accountsSearch(search: Record<string, unknown>): AccountsSearch {
  const days = Number(search.silentDays)
  const found: AccountsSearch = {
    ...windowFromSearch(search),
    text: words(search.text)?.[0]?.slice(0, 100),
    tier: several(search.tier, [...tiers, 'none']),
    movement: several(search.movement, movements),
    owner: words(search.owner),
    country: words(search.country),
    region: words(search.region),
    salesperson: words(search.salesperson),
    level: several(search.level, accountLevels),
    guard: several(search.guard, guardKeys),
    losing: search.losing === true || search.losing === 'true' ? true : undefined,
    silentDays: Number.isSafeInteger(days) && days > 0 ? days : undefined,
    sort: sortKeys.includes(search.sort as string) ? (search.sort as SortKey) : undefined,
    direction: search.direction === 'asc' || search.direction === 'desc' ? search.direction : undefined,
    columns: several(search.columns, columnKeys),
    add: search.add === true ? true : undefined,
  }
  return known(found)
}

/** The part of the search that narrows the list. */
export function filtersOf(search: AccountsSearch): AccountsFilters {
  const { text, tier, movement, owner, country, region, salesperson, level, guard, losing, silentDays } = search
  return known({ text, tier, movement, owner, country, region, salesperson, level, guard, losing, silentDays })
}

export const noFilters: Record<keyof AccountsFilters, undefined> = {
  text: undefined,
  tier: undefined,
  movement: undefined,
  owner: undefined,
  country: undefined,
  region: undefined,
  salesperson: undefined,
  level: undefined,
  guard: undefined,
  losing: undefined,
  silentDays: undefined,
}

/** What the server orders by: tiers stand in the order of their points. */
export function orderOf({ sort, direction }: AccountsSearch) {
  return { sort: sort === 'tier' ? ('points' as const) : sort, direction }
}

/** What a saved view keeps: all but the open drawer. */
export function viewOf({ add: _, ...view }: AccountsSearch): AccountsSearch {
  return known(view)
}

/** Whether two searches show the same view, in whatever order their parts were chosen. */
export function sameView(left: AccountsSearch, right: AccountsSearch): boolean {
  return canonical(viewOf(left)) === canonical(viewOf(right))
}

function canonical(search: AccountsSearch): string {
  const parts = Object.entries(search).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value])
  return JSON.stringify(parts.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)))
}

function known<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

/** Path of the list as a file, with the filters, order and days on screen. */
export function exportPath(
  search: AccountsSearch,
  days: { from: string; to: string } | null,
  format: 'csv' | 'xlsx',
): string {
  const query = new URLSearchParams({ format })
  const fields = { ...filtersOf(search), ...days, ...orderOf(search) }
  for (const [name, value] of Object.entries(fields)) {
    for (const each of listOf(value)) query.append(name, String(each))
  }
  return `/api/accounts/export?${query}`
}
