import type { ContactFields } from '../../accounts/contact.ts'
import { type ContactDraft, contactDraftOf, contactEditOf, emptyContact } from '../../accounts/contact-draft.ts'
import { emptyProfile, type Profile, profileChanges, profileFields } from './profile.ts'

/** What the form of a person holds. */
export type PersonDraft = { contact: ContactDraft; profile: Profile }

export const emptyPerson: PersonDraft = { contact: emptyContact, profile: emptyProfile }

type Person = Profile & Required<{ [Field in keyof ContactFields]: string | null }>

export function personDraftOf(person: Person): PersonDraft {
  const profile = Object.fromEntries(profileFields.map(field => [field, person[field]])) as Profile
  return { contact: contactDraftOf(person as Required<Person>), profile }
}

/** What the draft says differently from what it began with; an emptied text says that there is none. */
export function personEditOf(
  draft: PersonDraft,
  before: PersonDraft,
): ReturnType<typeof contactEditOf> & Partial<Profile> {
  const texts = {
    preferences: text(draft.profile.preferences),
    gifts: text(draft.profile.gifts),
    taboos: text(draft.profile.taboos),
  }
  return {
    ...contactEditOf(draft.contact, before.contact),
    ...profileChanges(before.profile, { ...draft.profile, ...texts }),
  }
}

const text = (value: string | null): string | null => value?.trim() || null
