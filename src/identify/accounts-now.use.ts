import { directoryEntries } from '../accounts/directory.server.ts'
import { currentDirectory, type Figures, figuresAsOf, figuresOfLedger } from './figures.server.ts'
import { policyInForce } from './policy.use.ts'
import { currentStanding, currentStandingOf, type ReadingAt } from './standing.use.ts'
import type { StandingRow } from './standings.ts'
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

/** What decides whether an account is wanted, before anything is made of 100,000 of them. */
export type Placed = Pick<AccountNow, 'id' | 'ownerId' | 'tier'>

const isLookedAfter = ({ tier, ownerId }: Placed): boolean => tier !== 'regular' || ownerId !== null

/** Accounts that somebody looks after: on a tier, or with an owner. The others are the useful many. */
export function accountsLookedAfter(
  reading: ReadingAt,
  accountIds: readonly number[] | null = null,
  isWanted: (account: Placed) => boolean = () => true,
): Promise<AccountNow[]> {
  return accountsNow(reading, accountIds, account => isLookedAfter(account) && isWanted(account))
}

/** Up to so many accounts are read for themselves; beyond, what is kept of all of them in memory is quicker. */
const fewAccounts = 500

/** These accounts in their order, or (null) all in the order of codes; without those that are not wanted. */
export async function accountsNow(
  reading: ReadingAt,
  accountIds: readonly number[] | null = null,
  isWanted: (account: Placed) => boolean = () => true,
): Promise<AccountNow[]> {
  const { entries, byAccount, figures } = await (accountIds && accountIds.length <= fewAccounts
    ? someRead(reading, accountIds)
    : keptOfAll(reading, accountIds))
  return entries.flatMap(({ id, code, name, ownerId }): AccountNow[] => {
    const placed = { id, ownerId, tier: tierOf(byAccount?.get(id)?.tier ?? 0) }
    if (!isWanted(placed)) return []
    const row = figures?.rowOf.get(id)
    const amounts = row === undefined ? undefined : figures?.scorer.table.amounts
    return [
      {
        ...placed,
        code,
        name,
        contribution: amounts?.contribution[row!] ?? null,
        revenue: amounts?.revenue[row!] ?? null,
      },
    ]
  })
}

type Found = {
  entries: readonly Pick<AccountNow, 'id' | 'code' | 'name' | 'ownerId'>[]
  byAccount: ReadonlyMap<number, Pick<StandingRow, 'tier'>> | undefined
  figures: Figures | null
}

async function keptOfAll(reading: ReadingAt, accountIds: readonly number[] | null): Promise<Found> {
  const { policy } = await policyInForce(reading.db)
  const [directory, standing, figures] = await Promise.all([
    currentDirectory(reading),
    currentStanding(reading),
    figuresAsOf(reading, policy.windowMonths, undefined, []),
  ])
  const entries = accountIds ? accountIds.flatMap(id => directory.byId.get(id) ?? []) : directory.entries
  return { entries, byAccount: standing?.byAccount, figures }
}

/** A change of one account does not make anew what is kept of all. */
async function someRead(reading: ReadingAt, accountIds: readonly number[]): Promise<Found> {
  const figuresOf = async () => figuresOfLedger(reading, (await policyInForce(reading.db)).policy.windowMonths, [])
  const [read, byAccount, figures] = await Promise.all([
    directoryEntries(reading.db, accountIds),
    currentStandingOf(reading, async () => accountIds),
    figuresOf(),
  ])
  const byId = new Map(read.map(entry => [entry.id, entry]))
  return { entries: accountIds.flatMap(id => byId.get(id) ?? []), byAccount, figures }
}
