import { Decimal } from 'decimal.js'
import { addDays } from '../../engage/visits/wall-clock.ts'
import { unitMargins } from '../../ledger/ledger.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import type { Signal } from '../../platform/signal.ts'
import type { SignalReading, SignalSource } from '../../platform/signal-source.server.ts'
import { type WaitingOrder, waitingOrders } from './listed-orders.store.ts'
import { daysBetween } from './order-days.ts'
import { changedKind, unansweredKind, unconfirmedKind } from './order-signal-words.ts'

/** Days without an answer, or before its end, from which a proposal is spoken of. */
const patience = 3
/** Days within which a signed order should be confirmed. */
const confirmWithin = 2

export default {
  kinds: {
    'supply.order_unanswered': unansweredKind,
    'supply.order_changed': changedKind,
    'supply.order_unconfirmed': unconfirmedKind,
  },
  read: async reading => {
    const orders = await waitingOrders(reading.db, reading.accountIds)
    if (orders.length === 0) return []
    const values = await marginsOf(reading, orders)
    const confirmers = (await listPeople(reading.db)).filter(each => each.role === 'back office' && !each.disabled)
    return orders.flatMap(order =>
      signalsOf(
        order,
        reading.today,
        values.get(order.publicId) ?? null,
        confirmers.map(each => each.id),
      ),
    )
  },
} satisfies SignalSource

/** What the order earns at the margins that the account's purchases of a year had; null where none is known. */
async function marginsOf({ db, today }: SignalReading, orders: readonly WaitingOrder[]): Promise<Map<string, string>> {
  const accountIds = [...new Set(orders.map(order => order.accountId))]
  const margins = new Map(
    (await unitMargins(db, { accountIds, from: addDays(today, -365), to: today })).map(each => [
      `${each.accountId} ${each.productId}`,
      each.margin,
    ]),
  )
  return new Map(
    orders.flatMap(({ publicId, accountId, goods }) => {
      const known = goods.flatMap(({ productId, quantity }) => {
        const margin = margins.get(`${accountId} ${productId}`)
        return margin === undefined ? [] : [new Decimal(margin).times(quantity)]
      })
      const sum = known.reduce((total, each) => total.plus(each), new Decimal(0))
      return sum.gt(0) ? [[publicId, sum.toDecimalPlaces(2).toFixed()] as const] : []
    }),
  )
}

function signalsOf(order: WaitingOrder, today: string, value: string | null, confirmers: readonly string[]): Signal[] {
  const { publicId, number, since, until, state } = order
  const signal = { key: publicId, accountId: order.accountId, personId: null, role: null, value, confidence: 0.5 }
  const values = { order: publicId, number, since }
  if (state === 'changed')
    return [
      { ...signal, kind: 'supply.order_changed', due: addDays(since, patience), values: { ...values, by: order.by } },
    ]
  if (state === 'signed') {
    if (daysBetween(since, today) < confirmWithin) return []
    const waits = {
      ...signal,
      kind: 'supply.order_unconfirmed',
      due: addDays(since, confirmWithin),
      confidence: 0.8,
      values,
    }
    // At everybody whose work it is; the owner's where nobody's is.
    return confirmers.length === 0
      ? [waits]
      : confirmers.map(personId => ({ ...waits, key: `${publicId} ${personId}`, personId }))
  }
  const endsSoon = until !== null && daysBetween(today, until) <= patience
  if (!endsSoon && daysBetween(since, today) < patience) return []
  return [
    {
      ...signal,
      kind: 'supply.order_unanswered',
      due: until ?? addDays(since, 2 * patience),
      values: { ...values, until },
    },
  ]
}
