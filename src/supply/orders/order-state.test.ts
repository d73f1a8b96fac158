import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import {
  mayAct,
  nextOrderState,
  type OrderAct,
  type OrderState,
  orderActs,
  orderStates,
  type Party,
} from './order-state.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const all: Party[] = ['head', 'manager', 'back office', 'buyer', 'staff', 'job', 'nobody']
const sellers = 'head, manager, back office'

// Written once more by hand: state, act, what becomes of it, whose act it is. What is not here is not possible for anybody.
const table: [OrderState, OrderAct, OrderState, string][] = [
  ['draft', 'edit', 'draft', sellers],
  ['draft', 'propose', 'proposed', sellers],
  ['draft', 'withdraw', 'withdrawn', sellers],
  ['proposed', 'edit', 'proposed', sellers],
  ['proposed', 'change', 'changed', 'buyer, staff'],
  ['proposed', 'sign', 'signed', 'buyer'],
  ['proposed', 'sign on paper', 'signed', 'head, manager'],
  ['proposed', 'decline', 'declined', 'head, manager, buyer'],
  ['proposed', 'withdraw', 'withdrawn', sellers],
  ['proposed', 'expire', 'expired', 'job'],
  ['changed', 'edit', 'proposed', sellers],
  ['changed', 'propose', 'proposed', sellers],
  ['changed', 'change', 'changed', 'buyer, staff'],
  ['changed', 'sign', 'signed', 'buyer'],
  ['changed', 'sign on paper', 'signed', 'head, manager'],
  ['changed', 'decline', 'declined', 'head, manager, buyer'],
  ['changed', 'withdraw', 'withdrawn', sellers],
  ['changed', 'expire', 'expired', 'job'],
  ['signed', 'edit', 'proposed', sellers],
  ['signed', 'change', 'changed', 'buyer'],
  ['signed', 'confirm', 'confirmed', 'head, back office'],
  ['signed', 'withdraw', 'withdrawn', 'head, manager'],
  ['confirmed', 'ship part', 'confirmed', 'head, back office'],
  ['confirmed', 'ship', 'shipped', 'head, back office'],
  ['confirmed', 'withdraw', 'withdrawn', 'head'],
  ['expired', 'propose', 'proposed', sellers],
]

test.each(orderStates.flatMap(state => orderActs.map(act => [state, act] as const)))(
  'an order that is %s: “%s” leads where it must, and is for those alone whose act it is',
  (state, act) => {
    const row = table.find(([from, by]) => from === state && by === act)
    expect(nextOrderState(state, act)).toBe(row?.[2] ?? null)
    expect(all.filter(party => mayAct(party, act, state)).join(', ')).toBe(row?.[3] ?? '')
  },
)

test('the database lets an order go from state to state exactly where some act leads', async () => {
  const { rows } = await database.pool.query<{ from: OrderState; to: OrderState }>(
    `select f as "from", t as "to" from unnest($1::text[]) f, unnest($1::text[]) t where supply.order_may_go(f, t) and f <> t`,
    [orderStates],
  )
  const pairs = (steps: { from: string; to: string }[]) =>
    [...new Set(steps.map(({ from, to }) => `${from} → ${to}`))].sort()
  const led = table.filter(([from, , to]) => from !== to).map(([from, , to]) => ({ from, to }))
  expect(pairs(rows)).toEqual(pairs(led))
})
