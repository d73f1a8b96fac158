import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Threat = {
  accountId: number
  alertId: number
  title: string
  hazard: string
  /** Of gale winds (or of being within the warning) at the account's most threatened site, 0 to 1. */
  probability: number
  /** Null: it is there, or nobody knows when. */
  arrivesAt: Date | null
  endsAt: Date | null
}

/** Per account the alert in force that threatens one of its sites most. */
export async function threatsOf(db: Db, accountIds: readonly number[] | null): Promise<Threat[]> {
  const { rows } = await sql<Threat>`
    select distinct on (e.account_id) e.account_id as "accountId", a.id as "alertId", a.title, a.hazard,
      case when e.state = 'hit' then 1 else e.probability end as probability, e.arrives_at as "arrivesAt",
      a.ends_at as "endsAt"
    from engage.exposure e join engage.risk_alert a on a.id = e.alert_id
    where a.state = 'active' and e.state in ('warned', 'hit')
      and (${accountIds}::bigint[] is null or e.account_id = any(${accountIds}::bigint[]))
    order by e.account_id, case when e.state = 'hit' then 1 else e.probability end desc, a.id`.execute(db)
  return rows
}

/** Titles of these alerts. */
export async function alertTitles(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; title: string }>`
    select id, title from engage.risk_alert where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row.title]))
}
