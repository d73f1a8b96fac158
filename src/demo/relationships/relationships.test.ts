import { expect, test } from 'vitest'
import { ringClosedBy } from '../../know/map/line.ts'
import { demoAccounts } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { demoContacts } from '../contacts.ts'
import { demoLines, earlierContacts } from './relationships.ts'

const accounts = demoAccounts('test')
const contacts = demoContacts('test', accounts)
const lines = demoLines('test', accounts, contacts)

test('the 150 largest accounts have a hierarchy without a ring, drawn the same every time', () => {
  expect(lines).toEqual(demoLines('test', accounts, contacts))
  expect(new Set(lines.map(line => line.account)).size).toBeGreaterThan(100)
  const ids = new Map(contacts.map((contact, index) => [`${contact.account} ${contact.email}`, index]))
  const ends = lines
    .filter(line => line.kind === 'reports to')
    .map(line => ({
      fromContactId: ids.get(`${line.account} ${line.from}`)!,
      toContactId: ids.get(`${line.account} ${line.to}`)!,
    }))
  expect(ends.filter(line => ringClosedBy(line, ends) !== null)).toEqual([])
})

test('nobody reports to two', () => {
  const reporting = lines.filter(line => line.kind === 'reports to').map(line => `${line.account} ${line.from}`)
  expect(new Set(reporting).size).toBe(reporting.length)
})

test('contacts come before the last one, at most a year back', () => {
  for (let contactId = 1; contactId < 50; contactId++) {
    const days = earlierContacts('test', { contactId, personId: 'p', lastContactOn: '2026-10-20' }, demoDay)
    expect(days).toEqual([...days].sort())
    expect(days.at(-1)).toBe('2026-10-20')
    expect(days[0]! > '2025-10-20').toBe(true)
  }
})
