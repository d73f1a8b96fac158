import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { daysAfter } from '../forecast/periods.ts'
import type { Cause, Mode } from './delivery.ts'
import { brokenDeliveries, type DeliveryFilter, punctualityBy, punctualityOf, waysInUse } from './punctuality.store.ts'
import type { Grouping } from './punctuality.ts'

type Reading = { db: Db; clock: Clock }

type Asked = {
  from?: string
  to?: string
  accountId?: number
  ownerId?: string
  mode?: Mode
  cause?: Cause
  laneId?: number
}

/** The window asked for, else the year until today; the accounts asked for, null: all. */
export async function filterOf(
  reading: Reading,
  { from, to, accountId, ownerId, ...rest }: Asked,
): Promise<DeliveryFilter> {
  const today = await businessDay(reading)
  const owned = ownerId === undefined ? null : await ownedAccounts(reading.db, ownerId)
  const one = accountId === undefined ? owned : [accountId].filter(id => owned === null || owned.includes(id))
  return { today, from: from ?? daysAfter(today, -365), to: to ?? today, accountIds: one, ...rest }
}

export async function readPunctuality(
  reading: Reading,
  { by, limit, ...asked }: Asked & { by: Grouping; limit: number },
) {
  const { db } = reading
  const filter = await filterOf(reading, asked)
  const total = await punctualityOf(db, filter)
  const groups = await punctualityBy(db, by, filter, limit)
  const { modes, lanes } = await waysInUse(db)
  const names = await namesOf()
  return {
    from: filter.from,
    to: filter.to,
    total,
    groups: groups.map(group => ({ ...group, name: group.key === null ? null : (names.get(group.key) ?? group.key) })),
    modes,
    lanes,
  }

  async function namesOf(): Promise<Map<string, string>> {
    if (by === 'lane') return new Map(lanes.map(lane => [String(lane.id), lane.name]))
    if (by !== 'account') return new Map()
    const accounts = await accountNames(
      db,
      groups.map(({ key }) => Number(key)),
    )
    return new Map([...accounts].map(([id, account]) => [String(id), account.name]))
  }
}

export async function readBroken(
  reading: Reading,
  { limit, cursor, ...asked }: Asked & { limit: number; cursor: number },
) {
  const { db } = reading
  const filter = await filterOf(reading, asked)
  const rows = await brokenDeliveries(db, filter, { limit, cursor })
  const accounts = await accountNames(
    db,
    rows.map(row => row.accountId),
  )
  const products = await productNames(
    db,
    rows.flatMap(row => row.productId ?? []),
  )
  const { lanes } = await waysInUse(db)
  const laneNames = new Map(lanes.map(lane => [lane.id, lane.name]))
  return {
    items: rows.map(({ accountId, productId, productText, laneId, ...row }) => {
      const { id, code, name } = accounts.get(accountId)!
      return {
        ...row,
        account: { id, code, name },
        product: productId === null ? productText : (products.get(productId)?.name ?? productText),
        lane: laneId === null ? null : (laneNames.get(laneId) ?? null),
      }
    }),
    nextCursor: rows.length === limit ? cursor + limit : null,
  }
}
