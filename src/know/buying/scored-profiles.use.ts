import { accountNames } from '../../accounts/account-names.server.ts'
import { decidedValueTypes, keyAccounts } from '../../identify/identify.server.ts'
import type { ReadingAt } from '../../identify/standing.use.ts'
import type { Tier } from '../../identify/tier.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { scoredFacts } from './buying.store.ts'
import { type NextQuestion, nextQuestion, type ProfileScore, profileScore, type ScoredFact } from './profile-score.ts'

/** Below this score a profile that holds something is called stale: a third of what could be known, or less. */
export const staleBelow = 35

export type ProfileState = 'stale' | 'unknown' | 'good'

export type ScoredProfile = Omit<ProfileScore, 'parts'> & {
  accountId: number
  /** Null where the account is not a key account. */
  tier: Tier | null
  state: ProfileState
  lastLearnedOn: string | null
  question: NextQuestion | null
}

/** The profiles of all key accounts and of every other account of which something is known; or those given among them. */
export async function scoredProfiles(
  reading: ReadingAt,
  accountIds: readonly number[] | null,
): Promise<ScoredProfile[]> {
  const { db } = reading
  const [today, tiers, facts, types] = [
    await businessDay(reading),
    await keyAccounts(reading, accountIds),
    await scoredFacts(db, accountIds),
    await decidedValueTypes(db, accountIds),
  ]
  const byAccount = new Map<number, ScoredFact[]>([...tiers.keys()].map(id => [id, []]))
  for (const { accountId, ...fact } of facts) {
    const known = byAccount.get(accountId)
    if (known) known.push(fact)
    else byAccount.set(accountId, [fact])
  }
  return [...byAccount].map(([accountId, known]) => {
    const { parts, ...score } = profileScore(known, today)
    return {
      accountId,
      tier: tiers.get(accountId) ?? null,
      ...score,
      state: known.length === 0 ? 'unknown' : score.score < staleBelow ? 'stale' : 'good',
      lastLearnedOn: known.reduce<string | null>((last, { learnedOn }) => later(last, learnedOn), null),
      question: nextQuestion(parts, types.get(accountId) ?? null),
    }
  })
}

const later = (last: string | null, day: string): string => (last !== null && last > day ? last : day)

type Listing = { owner?: string; state?: ProfileState; cursor: number; limit: number }

const tierRank: Record<Tier, number> = { platinum: 0, gold: 1, special: 2, silver: 3, regular: 4 }
const stateRank: Record<ProfileState, number> = { stale: 0, unknown: 1, good: 2 }

/** One page of the profiles: stale ones first, then those of whom nothing is known; the higher tier before the lower. */
export async function listProfiles(reading: ReadingAt, { owner, state, cursor, limit }: Listing) {
  const all = await scoredProfiles(reading, null)
  const names = await accountNames(
    reading.db,
    all.map(profile => profile.accountId),
  )
  const owned = all.flatMap(profile => {
    const account = names.get(profile.accountId)
    return account && (owner === undefined || account.ownerId === owner) ? [{ ...profile, ...account }] : []
  })
  const counts = { stale: 0, unknown: 0, good: 0 }
  for (const profile of owned) counts[profile.state] += 1
  const chosen = owned
    .filter(profile => state === undefined || profile.state === state)
    .sort(
      (one, other) =>
        stateRank[one.state] - stateRank[other.state] ||
        rankOf(one.tier) - rankOf(other.tier) ||
        one.score - other.score ||
        one.accountId - other.accountId,
    )
  const items = chosen.slice(cursor, cursor + limit).map(({ id: _id, state: _state, ...profile }) => profile)
  return {
    items,
    total: chosen.length,
    counts,
    nextCursor: cursor + limit < chosen.length ? cursor + limit : null,
  }
}

const rankOf = (tier: Tier | null): number => (tier === null ? 5 : tierRank[tier])
