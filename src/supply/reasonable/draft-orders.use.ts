import { Decimal } from 'decimal.js'
import { accountOwners } from '../../accounts/account-owners.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { openOrderLines } from '../orders/orders.server.ts'
import { type Credit, readCredits } from './credit.store.ts'
import { readLoadUnits, readPacks } from './packs.store.ts'
import { type DraftOrder, proposeLines } from './propose-lines.ts'
import { readStockPolicy } from './stock-policy.store.ts'
import type { Need } from './target.ts'
import { needsOf } from './targets.store.ts'
import type { Means } from './within-means.ts'

/** What would be proposed for one account or site. */
export type PlannedOrder = DraftOrder & {
  accountId: number
  siteId: number | null
  /** When its goods can be there. */
  wantedOn: string
  /** Before this order; null: no limit. */
  means: { credit: string | null; budget: string | null }
  /** An order that waits for the account's answer: another one would order the same twice. */
  waiting: { publicId: string; number: string } | null
  reviewedOn: string
}

/**
 * What would bring these accounts' stock to its targets, by the newest review or the results given; accounts without a need are
 * left out.
 */
export async function draftOrders(
  context: { db: Db; clock: Clock },
  accountIds: readonly number[] | null,
  fresh?: readonly Need[],
): Promise<PlannedOrder[]> {
  const { db } = context
  const [today, { limits }, targets] = await Promise.all([
    businessDay(context),
    readStockPolicy(db),
    fresh ?? needsOf(db, accountIds),
  ])
  const among = [...new Set(targets.map(({ accountId }) => accountId))]
  const [packs, units, credits, accounts, lines] = await Promise.all([
    readPacks(db, null),
    readLoadUnits(db),
    readCredits(db, accountIds),
    accountOwners(db, among),
    openOrderLines(db, { accountIds: among, states: ['draft', 'proposed', 'changed', 'signed', 'confirmed'] }),
  ])
  const openBy = Map.groupBy(lines, line => line.accountId)
  const planned: PlannedOrder[] = []
  for (const [accountId, ofAccount] of Map.groupBy(targets, target => target.accountId)) {
    const country = accounts.get(accountId)?.country ?? null
    const open = openBy.get(accountId) ?? []
    let means = meansOf(credits.get(accountId), open, today)
    for (const [siteId, ofSite] of Map.groupBy(ofAccount, target => target.siteId)) {
      const draft = proposeLines(ofSite, {
        packs,
        units: units.filter(({ countries }) => countries === null || (country !== null && countries.includes(country))),
        means,
        rules: limits,
        today,
      })
      if (draft.lines.length === 0 && draft.left.length === 0) continue
      planned.push({
        ...draft,
        accountId,
        siteId,
        wantedOn: dayAfter(today, Math.ceil(leadOf(ofSite))),
        means: { credit: means.credit?.toFixed(2) ?? null, budget: means.budget?.toFixed(2) ?? null },
        waiting: waitingAt(open, siteId),
        reviewedOn: ofSite[0]!.reviewedOn,
      })
      means = { credit: means.credit?.minus(draft.value) ?? null, budget: means.budget?.minus(draft.value) ?? null }
    }
  }
  return planned
}

type OpenLine = Awaited<ReturnType<typeof openOrderLines>>[number]

/** Signed orders not shipped are owed soon; those signed in this month have been taken out of its budget. */
function meansOf(credit: Credit | undefined, open: readonly OpenLine[], today: string): Means {
  if (!credit) return { credit: null, budget: null }
  const signed = open.filter(({ state }) => state === 'signed' || state === 'confirmed')
  const worth = (lines: readonly OpenLine[]) =>
    lines.reduce(
      (sum, { quantity, unitPrice }) => sum.plus(new Decimal(unitPrice ?? 0).times(quantity)),
      new Decimal(0),
    )
  const month = today.slice(0, 7)
  return {
    credit:
      credit.creditLimit === null ? null : new Decimal(credit.creditLimit).minus(credit.open).minus(worth(signed)),
    budget:
      credit.budget === null
        ? null
        : new Decimal(credit.budget).minus(worth(signed.filter(line => line.stateSince.startsWith(month)))),
  }
}

function waitingAt(open: readonly OpenLine[], siteId: number | null): PlannedOrder['waiting'] {
  const line = open.find(each => each.siteId === siteId && ['draft', 'proposed', 'changed'].includes(each.state))
  return line ? { publicId: line.publicId, number: line.number } : null
}

const leadOf = (targets: readonly Need[]): number => Math.max(...targets.map(({ leadDays }) => leadDays))

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
