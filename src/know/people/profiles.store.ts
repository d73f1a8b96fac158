import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { BuyingRole } from './buying-role.ts'

export type ProfileRow = {
  contactId: number
  buyingRole: BuyingRole | null
  influence: number | null
  stance: number | null
  channelsRead: string[]
  channelsPreferred: string[]
  languages: string[]
  preferences: string | null
  gifts: string | null
  taboos: string | null
  birthday: string | null
  confirmedOn: string | null
  version: number
}

/** By contact; who has no profile yet is missing. */
export async function readProfiles(db: Db, contactIds: readonly number[]): Promise<Map<number, ProfileRow>> {
  const { rows } = await sql<ProfileRow>`
    select contact_id as "contactId", buying_role as "buyingRole", influence, stance, channels_read as "channelsRead",
      channels_preferred as "channelsPreferred", languages, preferences, gifts, taboos, birthday,
      confirmed_on as "confirmedOn", version
    from know.profile where contact_id = any(${contactIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.contactId, row]))
}
