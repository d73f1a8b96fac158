import { type PromiseSide, promiseSides } from './promise.ts'

const states = ['open', 'overdue', 'settled'] as const
export type PromisesState = (typeof states)[number]

/** What the URL of promises holds; `promise` is the open drawer. */
export type PromisesSearch = {
  whose?: 'mine' | 'all'
  side?: PromiseSide
  state?: PromisesState
  promise?: number | 'new'
}

/** Reads the search params forgivingly. */
export function promisesSearch(search: Record<string, unknown>): PromisesSearch {
  const whose = search.whose === 'mine' || search.whose === 'all' ? search.whose : undefined
  const side = promiseSides.find(each => each === search.side)
  const state = states.find(each => each === search.state)
  const number = Number(search.promise)
  const promise = search.promise === 'new' ? 'new' : Number.isInteger(number) && number > 0 ? number : undefined
  return { ...(whose && { whose }), ...(side && { side }), ...(state && { state }), ...(promise && { promise }) }
}
