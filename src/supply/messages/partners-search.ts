import { type MessageState, messageStates } from './partner.ts'

/** What the URL of the page holds: the open partner, and which messages are listed. */
export type PartnersSearch = { partner?: number | 'new'; state?: MessageState; direction?: 'in' | 'out' }

/** Reads the search params forgivingly. */
export function partnersSearch(search: Record<string, unknown>): PartnersSearch {
  const partner = search.partner === 'new' ? 'new' : Number(search.partner)
  const state = messageStates.find(each => each === search.state)
  const direction = search.direction === 'in' || search.direction === 'out' ? search.direction : undefined
  return {
    ...((partner === 'new' || (Number.isSafeInteger(partner) && partner > 0)) && { partner }),
    ...(state && { state }),
    ...(direction && { direction }),
  }
}
