import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'

/** Tiers that are not earned by points: invitations to Special and overrides. Both have a reason and an end. */
export interface Invitation {
  id: number
  reason: string
  inviter: string
  from: string
  until: string
  endedOn: string | null
}

export interface Override {
  id: number
  /** Tier code, 0 to 3. */
  tier: number
  reason: string
  author: string
  from: string
  until: string
  endedOn: string | null
}

interface Term {
  reason: string
  from: string
  until: string
}

const invitationColumns = sql`id, reason, inviter_name as inviter, from_day as "from", until_day as until, ended_on as "endedOn"`
const overrideColumns = sql`id, tier, reason, author_name as author, from_day as "from", until_day as until, ended_on as "endedOn"`
/** The day it ends is not covered any more when it was ended by hand. */
const covers = (day: string) =>
  sql`from_day <= ${day} and until_day >= ${day} and (ended_on is null or ended_on > ${day})`

export async function addInvitation(
  db: Db,
  inviter: Pick<Actor, 'id' | 'name'>,
  accountId: number,
  term: Term,
): Promise<Invitation> {
  const { rows } = await sql<Invitation>`
    insert into identify.invitation (account_id, reason, inviter_id, inviter_name, from_day, until_day)
    values (${accountId}, ${term.reason}, ${inviter.id}, ${inviter.name}, ${term.from}, ${term.until})
    returning ${invitationColumns}`.execute(db)
  return rows[0]!
}

export async function addOverride(
  db: Db,
  author: Pick<Actor, 'id' | 'name'>,
  accountId: number,
  term: Term & { tier: number },
): Promise<Override> {
  const { rows } = await sql<Override>`
    insert into identify.override (account_id, tier, reason, author_id, author_name, from_day, until_day)
    values (${accountId}, ${term.tier}, ${term.reason}, ${author.id}, ${author.name}, ${term.from}, ${term.until})
    returning ${overrideColumns}`.execute(db)
  return rows[0]!
}

/** Ends what covers the day; undefined where nothing does. */
export async function endInvitation(db: Db, accountId: number, day: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    update identify.invitation set ended_on = ${day} where account_id = ${accountId} and ${covers(day)}
    returning ${invitationColumns}`.execute(db)
  return rows[0]
}

export async function endOverride(db: Db, accountId: number, day: string): Promise<Override | undefined> {
  const { rows } = await sql<Override>`
    update identify.override set ended_on = ${day} where account_id = ${accountId} and ${covers(day)}
    returning ${overrideColumns}`.execute(db)
  return rows[0]
}

/** Newest first. */
export async function invitationsOf(db: Db, accountId: number): Promise<Invitation[]> {
  const { rows } =
    await sql<Invitation>`select ${invitationColumns} from identify.invitation where account_id = ${accountId} order by id desc`.execute(
      db,
    )
  return rows
}

export async function overridesOf(db: Db, accountId: number): Promise<Override[]> {
  const { rows } =
    await sql<Override>`select ${overrideColumns} from identify.override where account_id = ${accountId} order by id desc`.execute(
      db,
    )
  return rows
}

/** Tier codes fixed on a day, by account. An override speaks after an invitation: somebody decided against it. */
export async function fixedTiers(
  db: Db,
  day: string,
): Promise<Map<number, { tier: number; by: 'invited' | 'override' }>> {
  const { rows: invited } = await sql<{ accountId: number }>`
    select distinct account_id as "accountId" from identify.invitation where ${covers(day)}`.execute(db)
  const { rows: overridden } = await sql<{ accountId: number; tier: number }>`
    select distinct on (account_id) account_id as "accountId", tier from identify.override where ${covers(day)}
    order by account_id, id desc`.execute(db)
  const fixed = new Map<number, { tier: number; by: 'invited' | 'override' }>()
  for (const { accountId } of invited) fixed.set(accountId, { tier: 4, by: 'invited' })
  for (const { accountId, tier } of overridden) fixed.set(accountId, { tier, by: 'override' })
  return fixed
}
