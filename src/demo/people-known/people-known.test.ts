import { expect, test } from 'vitest'
import { demoAccounts } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { demoContacts } from '../contacts.ts'
import { demoErased, demoMoves, demoPeopleKnown } from './people-known.ts'

const accounts = demoAccounts('vitalfew')
const contacts = demoContacts('vitalfew', accounts)
const people = demoPeopleKnown('vitalfew', accounts, contacts)

test('the same is known every time', () => {
  expect(people).toEqual(demoPeopleKnown('vitalfew', accounts, contacts))
})

test('the large accounts are known well, the small ones hardly', () => {
  const rank = new Map(accounts.map(account => [account.code, account.rank]))
  const share = (from: number, to: number) => {
    const within = (code: string) => rank.get(code)! >= from && rank.get(code)! < to
    return people.filter(each => within(each.account)).length / contacts.filter(each => within(each.account)).length
  }
  expect(share(0, 60)).toBeGreaterThan(0.9)
  expect(share(130, 250)).toBeGreaterThan(0.3)
  expect(share(130, 250)).toBeLessThan(0.6)
  expect(share(250, 600)).toBeLessThan(0.15)
})

test('nothing is said of a day to come, and nobody is known before being met', () => {
  for (const { confirmedOn, acquaintances, consents, since } of people) {
    for (const day of [confirmedOn, since, ...consents.flatMap(each => [each.givenOn, each.withdrawnOn])])
      if (day) expect(day <= demoDay).toBe(true)
    for (const { since: met, lastContactOn } of acquaintances)
      expect(met <= lastContactOn && lastContactOn <= demoDay).toBe(true)
  }
})

test('every role, stance and a language of every country occurs; somebody was last heard of years ago', () => {
  expect(new Set(people.map(each => each.profile.buyingRole)).size).toBe(7)
  expect(new Set(people.map(each => each.profile.stance)).size).toBe(6)
  const languages = new Set(people.flatMap(each => each.profile.languages))
  for (const language of ['zh', 'en', 'vi', 'th', 'id']) expect(languages).toContain(language)
  expect(people.filter(each => each.confirmedOn < '2023-11-02').length).toBeGreaterThan(3)
})

test('people move between accounts of one manager, one leaves, and one who is none of them is erased', () => {
  const moves = demoMoves(accounts, contacts)
  const owner = new Map(accounts.map(account => [account.code, account.ownerKey]))
  expect(moves.filter(move => move.to !== null).length).toBeGreaterThan(3)
  expect(moves.filter(move => move.to === null)).toHaveLength(1)
  for (const { account, to, ownerKey } of moves) {
    expect(owner.get(account)).toBe(ownerKey)
    if (to !== null) expect(owner.get(to)).toBe(ownerKey)
  }
  expect(moves.map(move => move.email)).not.toContain(demoErased(accounts, contacts).email)
})
