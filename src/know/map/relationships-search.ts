import { type BuyingRole, buyingRoles } from '../people/buying-role.ts'
import { type GapKind, gapKinds } from './gaps.ts'

/** What lies open beside the map. */
export const mapActs = ['person', 'add', 'line', 'link', 'contact', 'dismiss'] as const
export type MapAct = (typeof mapActs)[number]

/** What the URL of an account's relationships holds. */
export type RelationshipsSearch = {
  /** With the people of the subsidiaries. */
  wide?: true
  act?: MapAct
  /** Whom the act is about; of a new line, where it begins. */
  person?: number
  /** Of a new line, where it leads. */
  whom?: number
  /** The line that lies open; without it a new one. */
  line?: number
  /** The gap that is dismissed. */
  gap?: GapKind
  /** The role that a new person is given at first. */
  role?: BuyingRole
}

/** Reads the search params forgivingly. */
export function relationshipsSearch(search: Record<string, unknown>): RelationshipsSearch {
  const act = mapActs.find(each => each === search.act)
  const gap = gapKinds.find(each => each === search.gap)
  const role = buyingRoles.find(each => each === search.role)
  const [person, whom, line] = [idOf(search.person), idOf(search.whom), idOf(search.line)]
  return {
    ...(search.wide === true && { wide: true as const }),
    ...(act && { act }),
    ...(person && { person }),
    ...(whom && { whom }),
    ...(line && { line }),
    ...(gap && { gap }),
    ...(role && { role }),
  }
}

function idOf(value: unknown): number | undefined {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
