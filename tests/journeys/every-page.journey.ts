import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, seriousFaults, signInAs, type Visit, visit } from '../support/browser.ts'
import { demoPeople, startDemoSystem } from '../support/demo-system.ts'
import type { TestSystem } from '../support/system.ts'

let system: TestSystem
let browser: Browser
beforeAll(async () => {
  system = await startDemoSystem()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await system?.close()
})

const pages = [
  '/',
  '/today',
  '/today/department',
  '/today/department?view=kinds',
  '/calendar',
  '/calendar?view=month',
  '/calendar?view=agenda',
  '/calendar/day',
  '/calendar/plan',
  '/calendar/kept',
  '/calendar/rules',
  '/time',
  '/requests',
  '/executives',
  '/vital-few',
  '/vital-few/guards?guard=losing',
  '/accounts',
  '/accounts/1',
  '/accounts/1/documents',
  '/accounts/1/details',
  '/accounts/1/visits',
  '/accounts/1/changes',
  '/accounts/1/portal',
  '/accounts/1/relationships',
  '/relationships',
  '/accounts/duplicates',
  '/accounts/duplicates/1-2',
  '/accounts/1/people',
  '/privacy',
  '/accounts/1/buying',
  '/accounts/1/installed',
  '/accounts/1/white-space',
  '/white-space',
  '/replacement',
  '/buying-profiles',
  '/promises',
  '/accounts/1/promises',
  '/accounts/1/events',
  '/accounts/1/timeline',
  '/accounts/1/brief',
  '/visits/1/brief',
  '/visits/1/report',
  '/on-this-phone',
  '/accounts/1/sites',
  '/map',
  '/risks',
  '/risks/2',
  '/supply/stock',
  '/supply/stock?state=low&sort=onHand',
  '/supply/forecast',
  '/supply/forecast?level=item&series=total',
  '/supply/forecast?view=adjustments&adjustment=new',
  '/supply/forecast?view=accuracy',
  '/supply/lanes',
  '/supply/partners',
  '/supply/partners?partner=1',
  '/supply/partners?partner=new',
  '/supply/allocations',
  '/supply/allocations?draw=true',
  '/supply/allocations/policy',
  '/supply/season',
  '/supply/season?form=again',
  '/supply/deliveries',
  '/supply/deliveries?by=cause&period=24',
  '/supply/transport',
  '/supply/reasonable',
  '/supply/reasonable?state=short&sort=cover',
  '/supply/reasonable?drawer=policy',
  '/supply/reasonable?drawer=packs',
  '/supply/reasonable?plan=203',
  '/accounts/203/targets',
  '/accounts/203/targets?drawer=terms',
  '/supply/orders',
  '/supply/orders?group=ended&fresh=new',
  '/accounts/1/orders',
  '/webhooks',
  '/accounts/1/stock',
  '/accounts/1/forecast',
  '/accounts/1/deliveries',
  '/products',
  '/reviews',
  '/reviews/2',
  '/policy',
  '/imports',
  '/imports/1',
  '/imports/new',
  '/people',
  '/mail',
  '/settings',
  '/api/docs',
  '/an/address/that/leads/nowhere',
]

const looks = [
  { width: 1440, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'zh-Hans' },
] as const

describe.each(looks)('at $width pixels, $theme, in $language', look => {
  // One window and one sign-in for all pages: what does not change is loaded once.
  let window: Visit
  beforeAll(async () => {
    window = await visit(browser, { url: system.url, ...look, withoutServiceWorker: true })
    await signInAs(window.page, system.url, demoPeople.administrator)
    await window.page.request.patch(`${system.url}/api/me`, {
      data: { language: look.language },
      headers: { origin: system.url },
    })
  })
  afterAll(() => window?.close())

  test.each(pages)('%s has a title, no serious fault of accessibility, no error and no foreign request', async path => {
    const { page, checkFaults } = window
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor({ timeout: 15_000 })
    expect(await seriousFaults(page)).toEqual([])
    // The page itself never scrolls sideways; tables do that inside.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    )
    checkFaults()
  })
})

test('the sign-in page stands without signing in', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  await page.locator('h1').first().waitFor({ timeout: 15_000 })
  expect(await seriousFaults(page)).toEqual([])
  await close()
})
