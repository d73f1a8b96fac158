import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, seriousFaults, signInAs, visit } from '../support/browser.ts'
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

test('a manager replays the storm, rings up the account whose goods lie in its way, and records what was advised', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  // The accounts of Taizhou are his.
  await signInAs(page, system.url, 'demo-ye-jianbo')
  await page.goto('/risks')
  await page.getByRole('link', { name: /Kingfisher/ }).click()
  await page.getByRole('heading', { level: 1, name: /Kingfisher/ }).waitFor()
  const table = page.getByRole('table', { name: 'Exposed sites' }).or(page.getByRole('grid', { name: 'Exposed sites' }))
  await table.first().waitFor()
  expect(await seriousFaults(page)).toEqual([])

  // At the first hour of its track the storm is too weak to warn anybody.
  const hour = page.getByRole('slider', { name: 'Hour shown' })
  await hour.focus()
  await page.keyboard.press('Home')
  await page.getByText('Nobody would have been warned at this hour').waitFor()
  await page.keyboard.press('End')
  await page.getByText('Nobody would have been warned at this hour').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Back to now' }).click()

  await page.locator('[role="row"]').nth(1).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Raise goods off the floor').check()
  await drawer.getByLabel('Stop inbound deliveries').check()
  await drawer.getByText('By WeChat').click()
  await drawer.getByLabel('In words').fill('First floor, away from the gate')
  expect(await seriousFaults(page)).toEqual([])
  await drawer.getByRole('button', { name: 'Record the advice' }).click()
  await drawer.getByText('First floor, away from the gate').last().waitFor()

  await drawer.getByText('Partly followed').click()
  await drawer.getByLabel(/Loss avoided/).fill('120,000')
  await drawer.getByRole('button', { name: 'Record the outcome' }).click()
  await page.getByText('What came of the advice is recorded.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Partly followed').first().waitFor()
  await close()
})

test('the map stands on a phone without a request to anybody else', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 390, theme: 'dark', language: 'zh-Hans' })
  await signInAs(page, system.url, demoPeople.manager)
  const foreign: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(system.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await page.goto('/map', { waitUntil: 'networkidle' })
  const map = page.getByRole('application')
  await map.waitFor()
  const before = await map.getAttribute('data-middle')
  await map.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => map.getAttribute('data-middle')).not.toBe(before)
  expect(await seriousFaults(page)).toEqual([])
  expect(foreign).toEqual([])
  await close()
})
