import { expect, test } from 'vitest'
import { demoDay } from '../company.ts'
import { demoCompany } from '../demo-company.ts'
import { demoOrders } from '../orders/orders.ts'
import { demoPortal } from './portal.ts'

const made = demoCompany('portal')
const orders = demoOrders('portal', made.accounts, made.contacts, made.products)
const portal = () => demoPortal('portal', { ...made, orders }, demoDay)

test('six accounts of the demo have a buyer, who has an order before them, and mails to one person each', () => {
  const { members } = portal()
  const buyers = members.filter(member => member.role === 'portal buyer')
  expect(new Set(buyers.map(buyer => buyer.account)).size).toBe(6)
  expect(members.length).toBeGreaterThan(6)
  expect(new Set(members.map(member => member.email)).size).toBe(members.length)
  for (const { email } of buyers) expect(orders.some(order => order.buyer.email === email)).toBe(true)
  expect(portal()).toEqual(portal())
})

test('nothing was written after the demo’s day, and both sides have something to read', () => {
  const { messages } = portal()
  expect(messages.filter(message => message.at > `${demoDay}T01:00:00Z`)).toEqual([])
  const unread = messages.filter(message => !message.isRead)
  expect(new Set(unread.map(message => message.side)).size).toBe(2)
})
