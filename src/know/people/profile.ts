import type { BuyingRole } from './buying-role.ts'

/** Where people read and how they like to be spoken to. */
export const channels = [
  'visit',
  'phone',
  'wechat',
  'email',
  'whatsapp',
  'line',
  'zalo',
  'sms',
  'trade press',
  'trade fair',
  'social media',
] as const
export type Channel = (typeof channels)[number]

/** Languages that the forms offer (BCP 47); others may come by file or API. */
export const usualLanguages = ['zh', 'en', 'vi', 'th', 'id', 'ms', 'tl', 'ja', 'ko', 'de', 'fr', 'es'] as const

/** −2 against us … +2 for us. */
export const stances = [-2, -1, 0, 1, 2] as const
export type Stance = (typeof stances)[number]

/** What we know of a person beyond name, post and addresses. `null` and the empty list: nobody has said. */
export type Profile = {
  buyingRole: BuyingRole | null
  /** 1 (hardly heard) to 5 (what they say is done). */
  influence: number | null
  stance: number | null
  channelsRead: string[]
  channelsPreferred: string[]
  /** BCP 47, the best first. */
  languages: string[]
  /** Hobbies and what pleases them. */
  preferences: string | null
  /** What was given and what may be given. */
  gifts: string | null
  taboos: string | null
  birthday: string | null
}

export const emptyProfile: Profile = {
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
}

export const profileFields = Object.keys(emptyProfile) as (keyof Profile)[]

/** Those of the wanted values that differ from what is there. */
export function profileChanges(present: Profile, wanted: Partial<Profile>): Partial<Profile> {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(present[field as keyof Profile] ?? null),
    ),
  )
}
