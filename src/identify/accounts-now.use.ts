import { currentDirectory, figuresAsOf } from './figures.server.ts'
import { policyInForce } from './policy.use.ts'
import { currentStanding, type ReadingAt } from './standing.use.ts'
import { type Tier, tierOf } from './tier.ts'

/** Where an account stands now, for rooms that weigh what they say of it. */
export type AccountNow = {
  id: number
  code: string
  name: string
  ownerId: string | null
  tier: Tier
  /** Exact decimals of the policy's window (12 months by default) up to the ledger's last day; null: not known. */
  contribution: string | null
  revenue: string | null
}

/** Accounts that somebody looks after: on a tier, or with an owner. The others are the useful many. */
export async function accountsLookedAfter(
  reading: ReadingAt,
  accountIds: readonly number[] | null = null,
): Promise<AccountNow[]> {
  const all = await accountsNow(reading, accountIds)
  return all.filter(account => account.tier !== 'regular' || account.ownerId !== null)
}

/** These accounts (null: all) in the order of codes; figures and standing are those kept in memory. */
export async function accountsNow(
  reading: ReadingAt,
  accountIds: readonly number[] | null = null,
): Promise<AccountNow[]> {
  const { policy } = await policyInForce(reading.db)
  const [directory, standing, figures] = await Promise.all([
    currentDirectory(reading),
    currentStanding(reading),
    figuresAsOf(reading, policy.windowMonths, undefined, []),
  ])
  const entries = accountIds ? accountIds.flatMap(id => directory.byId.get(id) ?? []) : directory.entries
  return entries.map(({ id, code, name, ownerId }) => {
    const row = figures?.rowOf.get(id)
    const amounts = row === undefined ? undefined : figures?.scorer.table.amounts
    return {
      id,
      code,
      name,
      ownerId,
      tier: tierOf(standing?.byAccount.get(id)?.tier ?? 0),
      contribution: amounts?.contribution[row!] ?? null,
      revenue: amounts?.revenue[row!] ?? null,
    }
  })
}
