import { Decimal } from 'decimal.js'
import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { processDays } from '../buying/buying.store.ts'
import { demandItems } from './installed.store.ts'
import { demandFacts } from './read-installed.use.ts'
import { type Demand, replacementDemand, type Talk, talks } from './replacement-demand.ts'

export type RollUpFilter = { owner?: string; productLine?: string }

export type AccountDemand = {
  accountId: number
  code: string
  name: string
  ownerId: string | null
  demand: Demand
  units: number
  value: string
  talk: Talk | null
}

/** Demand of the department, or of one manager's accounts or one line: the whole, by line, and every account by value. */
export async function rolledUp(reading: { db: Db; clock: Clock }, { owner, productLine }: RollUpFilter) {
  const { db } = reading
  const owned = owner === undefined ? null : await ownedAccounts(db, owner)
  const [facts, items, days] = [
    await demandFacts(reading),
    await demandItems(db, owned, productLine),
    await processDays(db, owned),
  ]
  const byAccount = replacementDemand(items, facts, 'account')
  const names = await accountNames(db, [...byAccount.keys()].map(Number))
  const first = firstTalks(talks(items, facts, days))
  const accounts = [...byAccount].flatMap(([key, demand]): AccountDemand[] => {
    const account = names.get(Number(key))
    if (!account) return []
    const { id: accountId, ...named } = account
    return [{ accountId, ...named, demand, ...wholeOf(demand), talk: first.get(accountId) ?? null }]
  })
  accounts.sort((one, other) => Number(other.value) - Number(one.value) || one.accountId - other.accountId)
  const lines = [...replacementDemand(items, facts, 'line')]
    .map(([line, demand]) => ({ productLine: line === '' ? null : line, ...wholeOf(demand) }))
    .sort((one, other) => Number(other.value) - Number(one.value) || other.units - one.units)
  const whole = replacementDemand(items, facts, 'all').get('') ?? { quarters: [], undated: 0, unpriced: 0 }
  return { whole, lines, accounts }
}

export async function rollUp(
  reading: { db: Db; clock: Clock },
  { cursor, limit, ...filter }: RollUpFilter & { cursor: number; limit: number },
) {
  const { whole, lines, accounts } = await rolledUp(reading, filter)
  return {
    ...whole,
    lines,
    items: accounts.slice(cursor, cursor + limit).map(({ demand: _demand, ...account }) => account),
    total: accounts.length,
    nextCursor: cursor + limit < accounts.length ? cursor + limit : null,
  }
}

function wholeOf({ quarters }: Demand): { units: number; value: string } {
  return {
    units: quarters.reduce((sum, quarter) => sum + quarter.units, 0),
    value: quarters.reduce((sum, quarter) => sum.plus(quarter.value), new Decimal(0)).toFixed(),
  }
}

/** The talk to begin earliest, of each account. */
function firstTalks(all: readonly Talk[]): Map<number, Talk> {
  const first = new Map<number, Talk>()
  for (const talk of all) {
    const known = first.get(talk.accountId)
    if (!known || talk.begin < known.begin) first.set(talk.accountId, talk)
  }
  return first
}
