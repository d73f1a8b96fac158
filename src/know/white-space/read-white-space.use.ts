import { accountNames } from '../../accounts/account-names.server.ts'
import { someSumsByAccount } from '../../ledger/ledger.server.ts'
import { linePotentials } from './line-potential.ts'
import type { Market } from './market.ts'
import { marketAround, type Reading, yearOfLedger } from './markets.use.ts'
import { enteredPotentials } from './potentials.store.ts'

/** One account's white space with all its evidence. */
export async function readWhiteSpace(reading: Reading, accountId: number) {
  const { db } = reading
  const window = await yearOfLedger(db)
  const potentials = await enteredPotentials(db, [accountId])
  const entered = new Map(potentials.map(({ accountId: _account, productLine, ...rest }) => [productLine, rest]))
  const market = window && (await marketAround(reading, window, accountId))
  const alike = market?.alike(accountId) ?? []
  const names = await accountNames(
    db,
    alike.map(each => each.accountId),
  )
  const sums = window
    ? await someSumsByAccount(db, window, ['revenue'], [accountId, ...alike.map(each => each.accountId)])
    : []
  const totals = new Map(sums.map(sum => [sum.accountId, sum.revenue]))
  return {
    window,
    total: totals.get(accountId) ?? '0',
    lines: potentialsOf(market, accountId, new Map([...entered].map(([line, { amount }]) => [line, amount]))).map(
      line => ({ ...line, entered: entered.get(line.productLine) ?? null }),
    ),
    alike: alike.flatMap(({ accountId: id, similarity }) => {
      const account = names.get(id)
      return account
        ? [{ accountId: id, code: account.code, name: account.name, similarity, total: totals.get(id) ?? '0' }]
        : []
    }),
  }
}

/** The lines of one account within a market; without one only what was entered. */
export function potentialsOf(market: Market | null, accountId: number, entered: ReadonlyMap<string, string>) {
  const own = market?.find(accountId)?.amounts ?? new Map<string, string>()
  const alike = market?.alike(accountId).map(each => market.find(each.accountId)!) ?? []
  return linePotentials(own, alike, entered)
}
