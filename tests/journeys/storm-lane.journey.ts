import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, seriousFaults, signInAs, visit } from '../support/browser.ts'
import { startDemoSystem } from '../support/demo-system.ts'
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

test('a storm nears the port: the back office weighs sea against road, sends the goods by road and later says what it saved', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  await signInAs(page, system.url, 'demo-tang-li')
  await page.goto('/supply/transport')
  const shipments = page.getByRole('grid', { name: 'Should it go a faster way?' })
  const threatened = shipments.getByRole('row').filter({ hasText: 'Kingfisher' }).first()
  await threatened.waitFor()
  expect(await seriousFaults(page)).toEqual([])
  const account = (await threatened.getByRole('link').first().textContent())!
  await threatened.click()

  const drawer = page.getByRole('dialog')
  await drawer.getByText(/The faster way gains/).waitFor()
  await drawer.getByText(/It pays/).waitFor()
  expect(await drawer.getByLabel('Reason').inputValue()).toContain('Kingfisher')
  expect(await seriousFaults(page)).toEqual([])
  await drawer.getByRole('button', { name: /Send by this way: / }).click()
  await page.getByText('1 shipment goes another way').waitFor()

  const switches = page.getByRole('grid', { name: 'Sent another way' })
  const made = switches.getByRole('row').filter({ hasText: account })
  await made.getByText('In force').last().waitFor()
  await made.click()
  await drawer.getByLabel(/Margin saved/).fill('900')
  await drawer.getByLabel('What came of it').fill('The port closed for two days; the goods came in three')
  await drawer.getByRole('button', { name: 'End and send as usual again' }).click()
  await page.getByText('Ended; what has not left goes its usual way again').waitFor()
  await made.getByText('Ended', { exact: true }).waitFor()
  await close()
})
