import { type TaskKind, taskKinds } from './season.ts'

/** What the URL of the board holds: the season, the kind and owner shown, the task or form that is open. */
export type SeasonSearch = {
  season?: string
  kind?: TaskKind
  owner?: 'me' | 'nobody'
  task?: string
  form?: 'plan' | 'again' | 'close' | 'add'
}

export function seasonSearch(search: Record<string, unknown>): SeasonSearch {
  const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
  const oneOf = <Value extends string>(value: unknown, values: readonly Value[]) => values.find(each => each === value)
  const kind = oneOf(search.kind, taskKinds)
  const owner = oneOf(search.owner, ['me', 'nobody'] as const)
  const form = oneOf(search.form, ['plan', 'again', 'close', 'add'] as const)
  return {
    ...(isId(search.season) && { season: search.season }),
    ...(kind && { kind }),
    ...(owner && { owner }),
    ...(isId(search.task) && { task: search.task }),
    ...(form && { form }),
  }
}
