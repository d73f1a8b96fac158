import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Profile } from './profile.ts'

export type ProfileRow = Profile & {
  contactId: number
  confirmedOn: string | null
  version: number
}

const columns = sql`
  contact_id as "contactId", buying_role as "buyingRole", influence, stance, channels_read as "channelsRead",
  channels_preferred as "channelsPreferred", languages, preferences, gifts, taboos, birthday,
  confirmed_on as "confirmedOn", version`

/** By contact; who has no profile yet is missing. */
export async function readProfiles(db: Db, contactIds: readonly number[]): Promise<Map<number, ProfileRow>> {
  const { rows } = await sql<ProfileRow>`
    select ${columns} from know.profile where contact_id = any(${contactIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.contactId, row]))
}

/** Whole profiles, said to be so on their day; each is a version further than before. */
export async function saveProfiles(
  db: Db,
  profiles: readonly (Profile & { contactId: number; confirmedOn: string | null })[],
): Promise<void> {
  await sql`
    insert into know.profile as p (contact_id, buying_role, influence, stance, channels_read, channels_preferred,
      languages, preferences, gifts, taboos, birthday, confirmed_on)
    select s."contactId", s."buyingRole", s.influence, s.stance, s."channelsRead", s."channelsPreferred", s.languages,
      s.preferences, s.gifts, s.taboos, s.birthday, s."confirmedOn"
    from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) as s (
      "contactId" bigint, "buyingRole" text, influence smallint, stance smallint, "channelsRead" text[],
      "channelsPreferred" text[], languages text[], preferences text, gifts text, taboos text, birthday date,
      "confirmedOn" date)
    on conflict (contact_id) do update set
      buying_role = excluded.buying_role, influence = excluded.influence, stance = excluded.stance,
      channels_read = excluded.channels_read, channels_preferred = excluded.channels_preferred,
      languages = excluded.languages, preferences = excluded.preferences, gifts = excluded.gifts,
      taboos = excluded.taboos, birthday = excluded.birthday, confirmed_on = excluded.confirmed_on,
      version = p.version + 1`.execute(db)
}
