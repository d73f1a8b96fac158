import { expect, test } from 'vitest'
import { landMask } from '../../engage/risk/land.server.ts'
import { readCap } from '../../engage/risk/read-cap.ts'
import { outlookAt, stormExposures } from '../../engage/risk/storm-exposure.ts'
import { demoAccounts } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { demoSites } from './sites.ts'
import { comingStorm, floodMessage } from './storms.ts'

const accounts = demoAccounts('a seed')
const sites = demoSites('a seed', accounts)

test('every account has a site, the same for the same seed', () => {
  expect(new Set(sites.map(site => site.account)).size).toBe(accounts.length)
  expect(demoSites('a seed', accounts)).toEqual(sites)
  expect(new Set(sites.map(site => site.code)).size).toBe(sites.length)
})

test('some goods and some insurance are unknown, none is older than half a year', () => {
  const unknown = sites.filter(site => site.goodsValue === null).length / sites.length
  expect(unknown).toBeGreaterThan(0.2)
  expect(unknown).toBeLessThan(0.7)
  expect(
    sites.every(site => site.goodsAsOf === null || (site.goodsAsOf >= '2026-06-01' && site.goodsAsOf < demoDay)),
  ).toBe(true)
})

test("on the demo's morning the storm threatens Taizhou, and not yet in the coming hours", async () => {
  const now = Date.parse(`${demoDay}T01:00:00Z`)
  const outlook = outlookAt(comingStorm.fixes, [], now)!
  const [taizhou] = stormExposures(outlook, [{ latitude: 28.66, longitude: 121.42 }], await landMask())
  expect(taizhou).toMatchObject({ hit: false })
  expect(taizhou!.arrivesAt - now).toBeGreaterThan(24 * 3_600_000)
})

test('its flood warning is a good message', () => {
  expect(readCap(new TextEncoder().encode(floodMessage)).faults).toBeUndefined()
})
