import type { BuyingRole } from './buying-role.ts'
import { buyingRoles } from './buying-role.ts'
import { buyingRoleName } from './buying-role-words.ts'
import type { Profile } from './profile.ts'

/** Who of ours knows them, by name: a file knows no ids. */
export type CardAcquaintance = {
  name: string
  strength: number
  since: string | null
  lastContactOn: string | null
}

/** A job of theirs; the account by its code, since names change. */
export type CardJob = {
  code: string
  account: string
  title: string | null
  fromDay: string | null
  toDay: string | null
}

/** What an address book and we both know of a person: the form between vCard, CSV and our tables. */
export type Card = Profile & {
  name: string
  role: string | null
  department: string | null
  organisation: string | null
  phone: string | null
  mobile: string | null
  email: string | null
  wechat: string | null
  note: string | null
  acquaintances: CardAcquaintance[]
  jobs: CardJob[]
}

export const emptyCard: Card = {
  name: '',
  role: null,
  department: null,
  organisation: null,
  phone: null,
  mobile: null,
  email: null,
  wechat: null,
  note: null,
  buyingRole: null,
  influence: null,
  stance: null,
  channelsRead: [],
  channelsPreferred: [],
  languages: [],
  preferences: null,
  gifts: null,
  taboos: null,
  birthday: null,
  acquaintances: [],
  jobs: [],
}

/** A role of the buying centre by its name in either language. */
export function buyingRoleFrom(text: string): BuyingRole | null {
  const asked = text.trim().toLowerCase()
  return (
    buyingRoles.find(role =>
      [role, buyingRoleName(role, 'en').toLowerCase(), buyingRoleName(role, 'zh-Hans')].includes(asked),
    ) ?? null
  )
}

/** A whole number within bounds, or nothing. */
export function wholeWithin(text: string, low: number, high: number): number | null {
  const value = Number(text.trim().replace('−', '-'))
  return text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high ? value : null
}

/** '2026-11-02' or '20261102', if there is such a day. */
export function dayFrom(text: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim())
  if (!match) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null
}

export const isLanguage = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
