import { expect, test } from 'vitest'
import { nextOrderState } from '../../supply/orders/order-state.ts'
import { demoCompany } from '../demo-company.ts'
import { demoOrders } from './orders.ts'

const { accounts, contacts, products } = demoCompany('orders')

test('the demo has orders in every state, each come by a way that there is', () => {
  const orders = demoOrders('orders', accounts, contacts, products)
  const last = new Set(orders.map(order => order.steps.at(-1)!.to))
  expect(last.size).toBe(9)
  for (const { steps } of orders)
    for (const [at, step] of steps.entries())
      if (at > 0) expect(nextOrderState(steps[at - 1]!.to, step.act)).toBe(step.to)
  expect(new Set(orders.map(order => order.number)).size).toBe(orders.length)
  expect(demoOrders('orders', accounts, contacts, products)).toEqual(orders)
})

test('nothing in the demo happens after its day', () => {
  const orders = demoOrders('orders', accounts, contacts, products)
  expect(orders.flatMap(order => order.steps).filter(step => step.at > '2026-11-02T01:00:00Z')).toEqual([])
})
