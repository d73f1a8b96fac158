import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { observedLeadTimes } from '../deliveries/deliveries.server.ts'
import { daysAfter } from '../forecast/periods.ts'

/** Days from shipment to arrival with their standard deviation, and who tells so. */
export type TransitTime = { days: number; sdDays: number; source: 'deliveries' | 'lane' }

/** Fewer consignments tell nothing of the spread. */
const enough = 5

type Served = { accountId: number; days: number; sdDays: number }

/**
 * How long goods travel to each account: as observed in the year before, by the way that most of them went; else as the lane
 * says that serves the account or its country, the quickest that is not by air. Accounts of which neither tells are left out.
 */
export async function transitTimes(
  db: Db,
  today: string,
  accounts: readonly { id: number; country: string | null }[],
): Promise<Map<number, TransitTime>> {
  const [lanes, observed] = await Promise.all([
    lanesServing(db, accounts),
    observedLeadTimes(db, { accountIds: accounts.map(({ id }) => id), since: daysAfter(today, -365) }),
  ])
  const times = new Map<number, TransitTime>()
  for (const { accountId, days, sdDays } of lanes) times.set(accountId, { days, sdDays, source: 'lane' })
  const usual = observed.filter(({ count }) => count >= enough).sort((one, other) => one.count - other.count)
  for (const { accountId, days, sd } of usual) times.set(accountId, { days, sdDays: sd, source: 'deliveries' })
  return times
}

/** Nine of ten arrive within days_p90: 1.2816 deviations above the mean. */
async function lanesServing(db: Db, accounts: readonly { id: number; country: string | null }[]): Promise<Served[]> {
  const { rows } = await sql<Served>`
    select distinct on (a.id) a.id as "accountId", l.days::float8 as days,
      coalesce((l.days_p90 - l.days) / 1.2816, 0)::float8 as "sdDays"
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a (id bigint, country text)
    join supply.lane l on l.is_active and l.mode not in ('air', 'air charter', 'courier')
      and (l.account_id = a.id or l.account_id is null and (l.country = a.country or l.country is null))
    order by a.id, l.account_id is null, l.country is null, l.days, l.id`.execute(db)
  return rows
}
