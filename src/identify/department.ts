import type { Policy } from './policy.ts'
import { isKey, type Tier, tiers } from './tier.ts'

/** Above this number of key accounts a department of its own is worth founding. */
export const foundingNumber = 20

export interface DepartmentFigures {
  readonly keyAccounts: number
  readonly foundingNumber: number
  readonly worthFounding: boolean
  /** Managers needed for the load that the policy states, rounded up; `load` is the unrounded sum. */
  readonly managersNeeded: number
  readonly load: number
  /** People who own at least one key account. */
  readonly managers: readonly ManagerLoad[]
  readonly keyAccountsWithoutOwner: number
}

export interface ManagerLoad {
  readonly owner: string
  readonly accounts: Readonly<Record<Exclude<Tier, 'regular'>, number>>
  /** 1 is a full load. */
  readonly load: number
}

/** Key accounts counted by tier and owner; a manager's load is the sum of 1 / accountsPerManager over the accounts. */
export function departmentFigures(
  counts: readonly { readonly tier: Tier; readonly owner: string | null; readonly accounts: number }[],
  accountsPerManager: Policy['accountsPerManager'],
): DepartmentFigures {
  const byOwner = new Map<string | null, Record<Exclude<Tier, 'regular'>, number>>()
  for (const { tier, owner, accounts } of counts) {
    if (!isKey(tier)) continue
    const own = byOwner.get(owner) ?? { silver: 0, gold: 0, platinum: 0, special: 0 }
    own[tier as Exclude<Tier, 'regular'>] += accounts
    byOwner.set(owner, own)
  }
  const keyTiers = tiers.filter(isKey) as Exclude<Tier, 'regular'>[]
  const loadOf = (accounts: Record<Exclude<Tier, 'regular'>, number>) =>
    keyTiers.reduce((sum, tier) => sum + accounts[tier] / accountsPerManager[tier], 0)
  const numberOf = (accounts: Record<Exclude<Tier, 'regular'>, number>) =>
    keyTiers.reduce((sum, tier) => sum + accounts[tier], 0)
  const all = [...byOwner]
  const keyAccounts = all.reduce((sum, [, accounts]) => sum + numberOf(accounts), 0)
  const load = all.reduce((sum, [, accounts]) => sum + loadOf(accounts), 0)
  const withoutOwner = byOwner.get(null)
  return {
    keyAccounts,
    foundingNumber,
    worthFounding: keyAccounts > foundingNumber,
    // A load of 3.0000000001 from adding thirds is three managers.
    managersNeeded: Math.max(0, Math.ceil(load - 1e-9)),
    load,
    managers: all
      .filter((entry): entry is [string, Record<Exclude<Tier, 'regular'>, number>] => entry[0] !== null)
      .map(([owner, accounts]) => ({ owner, accounts, load: loadOf(accounts) }))
      .sort((left, right) => right.load - left.load || (left.owner < right.owner ? -1 : 1)),
    keyAccountsWithoutOwner: withoutOwner ? numberOf(withoutOwner) : 0,
  }
}
