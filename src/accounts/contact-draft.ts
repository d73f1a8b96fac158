import { type ContactField, contactColumns } from './contact.ts'

/** What a form holds: text as typed, '' for nothing. */
export type ContactDraft = Record<ContactField, string>

export const contactFields = Object.keys(contactColumns) as ContactField[]

export const emptyContact = Object.fromEntries(contactFields.map(field => [field, ''])) as ContactDraft

export function contactDraftOf(contact: Record<ContactField, string | null>): ContactDraft {
  return Object.fromEntries(contactFields.map(field => [field, contact[field] ?? ''])) as ContactDraft
}

/** What the draft says differently from what it began with; an emptied field says that the value is none. */
export function contactEditOf(
  draft: ContactDraft,
  before: ContactDraft,
): Partial<Record<ContactField, string | null>> & { name?: string } {
  return Object.fromEntries(
    contactFields
      .filter(field => draft[field].trim() !== before[field].trim())
      .map(field => [field, draft[field].trim() || null]),
  )
}
