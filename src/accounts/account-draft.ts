import type { AccountLevel } from './account.ts'

/** What a form holds: text as typed, '' for nothing. */
export type AccountDraft = {
  name: string
  country: string
  region: string
  city: string
  address: string
  level: AccountLevel | ''
  parentId: number | null
  salesperson: string
  cooperationSince: string
  legalStandingConfirmedOn: string
  taxNumber: string
  note: string
}

/** The values of an account as it was read. */
export type AccountValues = {
  name: string
  country: string | null
  region: string | null
  city: string | null
  address: string | null
  level: AccountLevel | null
  parent: { id: number } | null
  salesperson: string | null
  cooperationSince: string | null
  legalStandingConfirmedOn: string | null
  taxNumber: string | null
  note: string | null
}

export type AccountEdit = { [Field in keyof AccountDraft]?: Exclude<AccountDraft[Field], ''> | null } & {
  name?: string
}

export const emptyDraft: AccountDraft = {
  name: '',
  country: '',
  region: '',
  city: '',
  address: '',
  level: '',
  parentId: null,
  salesperson: '',
  cooperationSince: '',
  legalStandingConfirmedOn: '',
  taxNumber: '',
  note: '',
}

export const draftFields = Object.keys(emptyDraft) as (keyof AccountDraft)[]

export function draftOf(account: AccountValues): AccountDraft {
  const values = { ...account, parentId: account.parent?.id ?? null }
  return Object.fromEntries(
    draftFields.map(field => [field, field === 'parentId' ? values.parentId : (values[field] ?? '')]),
  ) as AccountDraft
}

/** What the draft says differently from what it began with; only this is sent, so that nobody's else is overwritten. */
export function editOf(draft: AccountDraft, before: AccountDraft): AccountEdit {
  const said = (fields: AccountDraft, field: keyof AccountDraft) => {
    const value = fields[field]
    return typeof value === 'string' ? value.trim() || null : value
  }
  return Object.fromEntries(
    draftFields.filter(field => said(draft, field) !== said(before, field)).map(field => [field, said(draft, field)]),
  )
}
