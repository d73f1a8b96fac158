import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Sponsor = {
  id: number
  accountId: number
  personId: string
  since: string
  until: string | null
  /** How many visits a year they have promised. */
  visitsAYear: number
}

const columns = sql`
  id, account_id as "accountId", person_id as "personId", since, until, visits_a_year as "visitsAYear"`

/** The new sponsor's id; null where this person stands for the account already. */
export async function insertSponsor(db: Db, sponsor: Omit<Sponsor, 'id' | 'until'>): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.sponsor (account_id, person_id, since, visits_a_year)
    values (${sponsor.accountId}, ${sponsor.personId}, ${sponsor.since}, ${sponsor.visitsAYear})
    on conflict (account_id, person_id) where until is null do nothing
    returning id
  `.execute(db)
  return rows[0]?.id ?? null
}

export async function lockSponsor(db: Db, id: number): Promise<Sponsor | null> {
  const { rows } = await sql<Sponsor>`select ${columns} from engage.sponsor where id = ${id} for update`.execute(db)
  return rows[0] ?? null
}

export async function updateSponsor(
  db: Db,
  id: number,
  { until, visitsAYear }: Pick<Sponsor, 'until' | 'visitsAYear'>,
): Promise<void> {
  await sql`
    update engage.sponsor set until = ${until}, visits_a_year = ${visitsAYear} where id = ${id}
  `.execute(db)
}

/** Who stands for accounts on that day; of one account or person, or all. */
export async function sponsorsOn(
  db: Db,
  day: string,
  of: { accountId?: number; personId?: string } = {},
): Promise<Sponsor[]> {
  const { rows } = await sql<Sponsor>`
    select ${columns} from engage.sponsor
    where since <= ${day}::date and (until is null or until >= ${day}::date)
      and (${of.accountId ?? null}::bigint is null or account_id = ${of.accountId ?? null})
      and (${of.personId ?? null}::text is null or person_id = ${of.personId ?? null})
    order by account_id, id
  `.execute(db)
  return rows
}
