import { type AccountField, accountColumns } from '../accounts/account.ts'
import { accountFieldName } from '../accounts/account-field-words.ts'
import { type ContactField, contactColumns } from '../accounts/contact.ts'
import { contactFieldName } from '../accounts/contact-field-words.ts'
import { emptyProfile, type Profile } from '../know/people/profile.ts'
import { profileFieldName } from '../know/people/profile-words.ts'
import type { Language } from '../platform/language.ts'
import { acts, values } from './change-names.ts'

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]

/** Values that only machines read. */
const silent = new Set([
  'id',
  'accountId',
  'version',
  'importId',
  'createdAt',
  'createdByImport',
  'authorId',
  'inviterId',
  'places',
  'visitId',
  'fileIds',
  'timeZone',
  'alertId',
  'madeBy',
  'cadenceId',
  'decidedAs',
  'taken',
  'counts',
  'draftKey',
])

/** What somebody did, as a sentence without its subject; an act of a later version says its own name. */
export function actWords(subject: string, operation: string, language: Language): string {
  const words = acts[`${subject} ${operation}`]
  return words ? pick(words, language) : `${subject}: ${operation}`
}

export type ValueChange = { field: string; name: string; before: unknown; after: unknown }

/** The values that differ, in the order of the trail; `before` and `after` as they were recorded. */
export function valueChanges(subject: string, before: unknown, after: unknown, language: Language): ValueChange[] {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(field => !silent.has(field) && !same(old[field], now[field]))
    .map(field => ({
      field,
      name: fieldName(subject, field, language),
      before: old[field] ?? null,
      after: now[field] ?? null,
    }))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
}

function fieldName(subject: string, field: string, language: Language): string {
  if (subject === 'contact' && field in contactColumns) return contactFieldName(field as ContactField, language)
  if (subject === 'account' && field !== 'source' && isAccountField(field)) return accountFieldName(field, language)
  if (subject === 'person' && field in emptyProfile) return profileFieldName(field as keyof Profile, language)
  const other = values[field]
  if (other) return pick(other, language)
  return isAccountField(field) ? accountFieldName(field, language) : field
}

function isAccountField(field: string): field is AccountField | 'code' {
  return field === 'code' || field in accountColumns
}
