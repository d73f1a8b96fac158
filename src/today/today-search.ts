import { type Group, groups } from './group.ts'

export const acts = ['snooze', 'delegate', 'not useful'] as const
export type Act = (typeof acts)[number]

/** What the URL of a queue holds: its filters, and the signal whose answer lies open. */
export type TodaySearch = {
  group?: Group
  kind?: string
  show?: 'answered'
  signal?: number
  act?: Act
  away?: true
}

/** Reads the search params forgivingly. */
export function todaySearch(search: Record<string, unknown>): TodaySearch {
  const group = groups.find(each => each === search.group)
  const act = acts.find(each => each === search.act)
  const signal = positive(search.signal)
  return {
    ...(group && { group }),
    ...(typeof search.kind === 'string' && search.kind !== '' && { kind: search.kind }),
    ...(search.show === 'answered' && { show: 'answered' as const }),
    ...(signal && act && { signal, act }),
    ...(search.away === true && { away: true as const }),
  }
}

const roles = ['administrator', 'head', 'back office'] as const

/** What the URL of the department's queue holds. */
export type DepartmentSearch = Pick<TodaySearch, 'group' | 'kind' | 'signal' | 'act'> & {
  person?: string
  role?: (typeof roles)[number]
  account?: number
  view?: 'kinds'
}

export function departmentSearch(search: Record<string, unknown>): DepartmentSearch {
  const { group, kind, signal, act } = todaySearch(search)
  const role = roles.find(each => each === search.role)
  const account = positive(search.account)
  return {
    ...(group && { group }),
    ...(kind && { kind }),
    ...(signal && act && { signal, act }),
    ...(typeof search.person === 'string' && search.person !== '' && { person: search.person }),
    ...(role && { role }),
    ...(account && { account }),
    ...(search.view === 'kinds' && { view: 'kinds' as const }),
  }
}

const positive = (value: unknown): number | undefined => {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
