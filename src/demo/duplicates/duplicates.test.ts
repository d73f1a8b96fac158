import { expect, test } from 'vitest'
import { scorePair, worthALook } from '../../accounts/merge/score-pair.ts'
import { blockingKeys, type Known, readTraits } from '../../accounts/merge/traits.ts'
import { demoAccounts } from '../accounts.ts'
import { usualSeed } from '../demo-company.ts'
import { demoDuplicates } from './duplicates.ts'

const accounts = demoAccounts(usualSeed)
const duplicates = demoDuplicates(accounts)

test('twelve accounts stand in the books twice, in several writings', () => {
  expect(duplicates).toHaveLength(12)
  expect(new Set(duplicates.map(({ of }) => of)).size).toBe(12)
  expect(duplicates.filter(({ taxNumber }) => taxNumber)).toHaveLength(3)
  expect(demoDuplicates(accounts)).toEqual(duplicates)
})

test.each(duplicates.map(duplicate => [duplicate.name, duplicate] as const))('%s is found', (_, duplicate) => {
  const account = accounts.find(each => each.code === duplicate.of)!
  const known = (id: number, one: { code: string; name: string; city: string; country: string }): Known => ({
    id,
    name: one.name,
    codes: [one.code],
    taxNumber: duplicate.taxNumber,
    country: one.country,
    city: one.city,
    address: null,
    parentId: null,
    mails: [],
  })
  const [one, other] = [
    readTraits(
      known(1, {
        ...account,
        city: `${account.place.city} ${account.place.cityChinese}`,
        country: account.place.country,
      }),
    ),
    readTraits(known(2, duplicate)),
  ]
  const keys = blockingKeys(other)
  expect(blockingKeys(one).some(key => keys.includes(key))).toBe(true)
  expect(scorePair(one, other).score).toBeGreaterThanOrEqual(worthALook)
})
