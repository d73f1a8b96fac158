import { sql } from 'kysely'
import type { AccountHistory } from '../accounts/merge/compare-accounts.use.ts'
import { currentStandingOf } from '../identify/standing.use.ts'
import { tierOf } from '../identify/tier.ts'
import { ledgerSpan, sumsByAccount } from '../ledger/sums.store.ts'
import type { Db } from '../platform/database.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { accountUses } from './account-uses.store.ts'

/** A year back from a day, the day after excluded: 2026-10-31 begins on 2025-11-01. */
function yearBefore(day: string): string {
  const from = new Date(`${day}T00:00:00Z`)
  from.setUTCFullYear(from.getUTCFullYear() - 1)
  from.setUTCDate(from.getUTCDate() + 1)
  return from.toISOString().slice(0, 10)
}

/** What each of two accounts about to be merged has behind it, in every room. */
export async function mergeHistories(
  context: ActorContext,
  ids: readonly number[],
): Promise<Map<number, AccountHistory>> {
  const { db } = context
  const span = await ledgerSpan(db)
  const whole = new Map((await sumsByAccount(db, {}, ids)).map(sums => [sums.accountId, sums]))
  const year = span ? await sumsByAccount(db, { from: yearBefore(span.to), to: span.to }, ids) : []
  const ofYear = new Map(year.map(sums => [sums.accountId, sums.revenue]))
  const standings = await currentStandingOf(context, async () => ids)
  const { rows: contacts } = await sql<{ id: number; contacts: number }>`
    select account_id as id, count(*) as contacts from accounts.contact where account_id = any(${ids}::bigint[])
    group by account_id`.execute(db)
  const uses = await Promise.all(ids.map(id => accountUses(db, id)))
  return new Map(
    ids.map((id, at) => {
      const sums = whole.get(id)
      const standing = standings.get(id)
      const history: AccountHistory = {
        revenue: sums?.revenue ?? '0',
        revenueYear: ofYear.get(id) ?? '0',
        documents: sums?.documents ?? 0,
        firstDay: sums?.firstDay ?? null,
        lastDay: sums?.lastDay ?? null,
        tier: standing ? tierOf(standing.tier) : null,
        contacts: contacts.find(row => row.id === id)?.contacts ?? 0,
        uses: uses[at]!,
      }
      return [id, history]
    }),
  )
}

/** Document numbers of one source that both accounts have: perhaps one invoice, booked under two codes. */
export async function sharedDocuments(db: Db, one: number, other: number): Promise<number> {
  const { rows } = await sql<{ shared: number }>`
    select count(*) as shared from ledger.document a
    join ledger.document b on b.account_id = ${other} and b.source = a.source and b.number = a.number
    where a.account_id = ${one}`.execute(db)
  return rows[0]!.shared
}
