import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type ExposureState = 'warned' | 'hit' | 'cleared'

export type Exposure = {
  alertId: number
  siteId: number
  accountId: number
  state: ExposureState
  probability: number
  arrivesAt: Date | null
  closestAt: Date | null
  closestKm: number | null
  adviseBy: Date | null
  adviseByDay: string | null
  firstWarnedAt: Date
}

const exposureColumns = sql`
  e.alert_id as "alertId", e.site_id as "siteId", e.account_id as "accountId", e.state, e.probability,
  e.arrives_at as "arrivesAt", e.closest_at as "closestAt", e.closest_km as "closestKm", e.advise_by as "adviseBy",
  e.advise_by_day as "adviseByDay", e.first_warned_at as "firstWarnedAt"`

/** The hour of the first warning stays. */
export async function writeExposures(db: Db, exposures: readonly Exposure[]): Promise<void> {
  await sql`
    insert into engage.exposure (alert_id, site_id, account_id, state, probability, arrives_at, closest_at, closest_km,
      advise_by, advise_by_day, first_warned_at)
    select e."alertId", e."siteId", e."accountId", e.state, e.probability, e."arrivesAt", e."closestAt", e."closestKm",
      e."adviseBy", e."adviseByDay", e."firstWarnedAt"
    from jsonb_to_recordset(${JSON.stringify(exposures)}::jsonb) as e ("alertId" bigint, "siteId" bigint,
      "accountId" bigint, state text, probability double precision, "arrivesAt" timestamptz, "closestAt" timestamptz,
      "closestKm" double precision, "adviseBy" timestamptz, "adviseByDay" date, "firstWarnedAt" timestamptz)
    on conflict (alert_id, site_id) do update set account_id = excluded.account_id, state = excluded.state,
      probability = excluded.probability, arrives_at = excluded.arrives_at, closest_at = excluded.closest_at,
      closest_km = excluded.closest_km, advise_by = excluded.advise_by, advise_by_day = excluded.advise_by_day`.execute(
    db,
  )
}

/** Sites that are no longer warned; one that was hit stays hit. `siteIds` null: all of the alert but these. */
export async function clearExposures(
  db: Db,
  alertId: number,
  warned: readonly number[],
  siteIds: readonly number[] | null,
): Promise<void> {
  await sql`
    update engage.exposure set state = 'cleared'
    where alert_id = ${alertId} and state = 'warned' and site_id <> all(${warned}::bigint[])
      and (${siteIds}::bigint[] is null or site_id = any(${siteIds}::bigint[]))`.execute(db)
}

export async function exposuresOf(db: Db, alertIds: readonly number[]): Promise<Exposure[]> {
  const { rows } = await sql<Exposure>`
    select ${exposureColumns} from engage.exposure e where alert_id = any(${alertIds}::bigint[])
    order by alert_id, advise_by nulls last, site_id`.execute(db)
  return rows
}

/** Sites warned by alerts that still matter, of these accounts or (null) all, without those that were advised already. */
export async function openWarnings(
  db: Db,
  accountIds: readonly number[] | null,
): Promise<(Exposure & { hazard: string; title: string })[]> {
  const { rows } = await sql<Exposure & { hazard: string; title: string }>`
    select ${exposureColumns}, a.hazard, a.title
    from engage.exposure e join engage.risk_alert a on a.id = e.alert_id
    where a.state = 'active' and e.state = 'warned'
      and (${accountIds}::bigint[] is null or e.account_id = any(${accountIds}::bigint[]))
      and not exists (select from engage.risk_advice d where d.alert_id = e.alert_id and d.site_id = e.site_id)
    order by e.advise_by, e.site_id`.execute(db)
  return rows
}
