import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Hazard } from './hazard.ts'

export type Threat = {
  siteId: number
  accountId: number
  alertId: number
  title: string
  hazard: Hazard
  /** Of gale winds there (or of being within the warning), 0 to 1. */
  probability: number
  /** Null: it is there, or nobody knows when. */
  arrivesAt: Date | null
  endsAt: Date | null
}

/** Every site that an alert in force threatens, the likeliest first. */
export async function threatsInForce(db: Db): Promise<Threat[]> {
  const { rows } = await sql<Threat>`
    select e.site_id as "siteId", e.account_id as "accountId", a.id as "alertId", a.title, a.hazard,
      case when e.state = 'hit' then 1 else e.probability end as probability, e.arrives_at as "arrivesAt",
      a.ends_at as "endsAt"
    from engage.exposure e join engage.risk_alert a on a.id = e.alert_id
    where a.state = 'active' and e.state in ('warned', 'hit')
    order by probability desc, a.id, e.site_id`.execute(db)
  return rows
}

/** Titles of these alerts. */
export async function alertTitles(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; title: string }>`
    select id, title from engage.risk_alert where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row.title]))
}
