import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** The newest claim and finished forecast run; 0 before there was one. */
export type ReviewMark = { claimId: number; forecastRunId: number }

export async function readMark(db: Db): Promise<ReviewMark> {
  const { rows } = await sql<ReviewMark>`
    select claim_id as "claimId", forecast_run_id as "forecastRunId" from supply.review_mark`.execute(db)
  return rows[0] ?? { claimId: 0, forecastRunId: 0 }
}

export async function newestSeen(db: Db): Promise<ReviewMark> {
  const { rows } = await sql<ReviewMark>`
    select (select coalesce(max(id), 0) from supply.claim) as "claimId",
      (select coalesce(max(id), 0) from supply.forecast_run where state = 'done') as "forecastRunId"`.execute(db)
  return rows[0]!
}

export async function writeMark(db: Db, { claimId, forecastRunId }: ReviewMark): Promise<void> {
  await sql`
    insert into supply.review_mark (claim_id, forecast_run_id) values (${claimId}, ${forecastRunId})
    on conflict (only_one) do update set claim_id = excluded.claim_id, forecast_run_id = excluded.forecast_run_id
  `.execute(db)
}

/** Accounts of which stock, sales or deliveries were claimed after this claim. */
export async function reportedAfter(db: Db, claimId: number): Promise<number[]> {
  const { rows } = await sql<{ accountId: number }>`
    select account_id as "accountId" from supply.stock where claim_id > ${claimId}
    union select account_id from supply.sell_through where claim_id > ${claimId}
    union select account_id from supply.delivery where claim_id > ${claimId}
    order by 1`.execute(db)
  return rows.map(row => row.accountId)
}
