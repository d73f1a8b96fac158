import { Decimal } from 'decimal.js'
import { accountDirectory } from '../../accounts/directory.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import type { ReadingAt } from '../../identify/standing.use.ts'
import type { Tier } from '../../identify/tier.ts'
import { type LinePotential, worth } from './line-potential.ts'
import { wholeMarket, type YearWindow, yearOfLedger } from './markets.use.ts'
import { enteredPotentials } from './potentials.store.ts'
import { potentialsOf } from './read-white-space.use.ts'

export type WhiteSpaceFilter = { owner?: string; productLine?: string; only?: 'unbought' | 'bought' }

export type ListedSpace = LinePotential & {
  accountId: number
  code: string
  name: string
  ownerId: string | null
  tier: Tier | null
}

/** Every line that is open at a key account, or one that somebody owns, most to win first by how sure it is. */
export async function openSpaces(
  reading: ReadingAt,
  { owner, productLine, only }: WhiteSpaceFilter,
): Promise<{ window: YearWindow | null; spaces: ListedSpace[]; productLines: string[] }> {
  const window = await yearOfLedger(reading.db)
  if (!window) return { window, spaces: [], productLines: [] }
  const [market, tiers, directory, potentials] = [
    await wholeMarket(reading, window),
    await keyAccounts(reading, null),
    await accountDirectory(reading.db),
    await enteredPotentials(reading.db, null),
  ]
  const entered = new Map<number, Map<string, string>>()
  for (const { accountId, productLine: line, amount } of potentials)
    entered.set(accountId, (entered.get(accountId) ?? new Map()).set(line, amount))
  const looked = directory.filter(
    ({ id, ownerId }) =>
      (owner === undefined || ownerId === owner) && (ownerId !== null || tiers.has(id) || entered.has(id)),
  )
  const open = looked.flatMap(({ id: accountId, code, name, ownerId }) =>
    potentialsOf(market, accountId, entered.get(accountId) ?? new Map())
      .filter(line => Number(line.open) > 0)
      .map(line => ({ accountId, code, name, ownerId, tier: tiers.get(accountId) ?? null, ...line })),
  )
  const spaces = open
    .filter(space => productLine === undefined || space.productLine === productLine)
    .filter(space => only === undefined || (Number(space.own) === 0) === (only === 'unbought'))
    .sort((one, other) => worth(other) - worth(one) || one.accountId - other.accountId)
  return { window, spaces, productLines: [...new Set(open.map(space => space.productLine))].sort() }
}

export async function listWhiteSpace(
  reading: ReadingAt,
  { cursor, limit, ...filter }: WhiteSpaceFilter & { cursor: number; limit: number },
) {
  const { window, spaces, productLines } = await openSpaces(reading, filter)
  let open = new Decimal(0)
  let likely = new Decimal(0)
  for (const space of spaces) {
    open = open.plus(space.open)
    likely = likely.plus(new Decimal(space.open).times(space.certainty))
  }
  return {
    window,
    items: spaces.slice(cursor, cursor + limit),
    total: spaces.length,
    open: open.toFixed(),
    likely: likely.toDecimalPlaces(2).toFixed(),
    productLines,
    nextCursor: cursor + limit < spaces.length ? cursor + limit : null,
  }
}
