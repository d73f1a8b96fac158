import type { ContactFields } from '../../accounts/contact.ts'
import type { Card } from './card.ts'
import { type Profile, profileChanges, profileFields } from './profile.ts'

/** Who is at the account already. */
export type Present = Omit<Required<ContactFields>, 'name'> & Profile & { contactId: number; name: string }

export type MatchedCard = {
  at: number
  name: string
  title: string | null
  contactId: number | null
  /** What the card says and we do not yet; what it is silent about stays. */
  fields: ContactFields
  profile: Partial<Profile>
} & (
  | { verdict: 'new' | 'matched'; reason: null }
  | { verdict: 'set aside'; reason: 'no name' | 'repeated' | 'erased' | 'moved' | 'unreadable' }
)

const contactFieldsOfCard = ['role', 'department', 'phone', 'mobile', 'email', 'wechat', 'note'] as const

type Refuses = (card: { name: string; email: string | null }) => 'erased' | 'moved' | null

/**
 * What each card of a file means at an account: somebody already there by the same mail address, or by the same name
 * unless both have an address; else somebody new. Set aside are cards without a name, a person who stands in the file
 * before, and those whom `refuses` names: erased on request, or gone to another account.
 */
export function matchCards(
  cards: readonly (Card | null)[],
  present: readonly Present[],
  refuses: Refuses,
): MatchedCard[] {
  const seen: { name: string; email: string | null }[] = []
  return cards.map((card, at): MatchedCard => {
    const base = { at, name: card?.name ?? '', title: card?.role ?? null, contactId: null, fields: {}, profile: {} }
    if (card === null) return { ...base, verdict: 'set aside', reason: 'unreadable' }
    if (card.name === '') return { ...base, verdict: 'set aside', reason: 'no name' }
    if (seen.some(each => isSame(each, card))) return { ...base, verdict: 'set aside', reason: 'repeated' }
    seen.push(card)
    const found =
      present.find(person => sameText(person.email, card.email)) ?? present.find(person => isSame(person, card))
    const refused = found ? null : refuses(card)
    if (refused) return { ...base, verdict: 'set aside', reason: refused }
    const profile = Object.fromEntries(
      profileFields.filter(field => says(card[field])).map(field => [field, card[field]]),
    ) as Partial<Profile>
    const fields = Object.fromEntries(
      contactFieldsOfCard
        .filter(field => says(card[field]) && card[field] !== found?.[field])
        .map(field => [field, card[field]]),
    ) as ContactFields
    return found
      ? {
          ...base,
          verdict: 'matched',
          reason: null,
          contactId: found.contactId,
          fields,
          profile: profileChanges(found, profile),
        }
      : { ...base, verdict: 'new', reason: null, fields: { ...fields, name: card.name }, profile }
  })
}

const says = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0)

const sameText = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase()

/** The same person: by mail, or by name unless both have an address. */
function isSame(one: { name: string; email: string | null }, other: { name: string; email: string | null }): boolean {
  if (sameText(one.email, other.email)) return true
  return sameText(one.name, other.name) && (one.email === null || other.email === null)
}
