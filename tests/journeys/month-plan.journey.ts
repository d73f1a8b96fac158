import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, signInAs, visit } from '../support/browser.ts'
import { demoPeople, startDemoSystem } from '../support/demo-system.ts'
import { expectSound } from '../support/expect-sound.ts'
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

/** Planning a month anew takes a moment. */
const patient = { timeout: 15_000 }

test('a manager plans a month, takes the plan back, and moves a visit with its reason', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.manager)

  // The plan: looked at, accepted but for one, taken back.
  await page.goto('/calendar/plan?month=2026-12')
  const proposed = page.getByRole('list', { name: 'Proposed visits' }).getByRole('listitem')
  await proposed.first().waitFor()
  await expectSound(page, 'Month plan')
  const before = await proposed.count()
  expect(before).toBeGreaterThan(1)
  const first = await proposed.first().getByRole('link').innerText()
  await proposed.first().getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: `Accept ${before - 1} of them` }).click()
  await page.getByText(/\d+ visits are planned, \d+ moved\./).waitFor()
  await expect.poll(() => proposed.count(), patient).toBe(1)
  expect(await proposed.first().innerText()).toContain(first)
  await page.getByText(/^Accepted on .* by Marcus Ong/).waitFor()
  await page.getByRole('button', { name: 'Take the plan back' }).click()
  await expect.poll(() => proposed.count(), patient).toBe(before)

  // A visit moved at the account's wish: the promise goes along.
  await page.goto('/calendar?view=week&day=2026-11-09')
  const item = page.locator('a[data-kind="visit"][data-state="open"]').first()
  await item.waitFor()
  await expectSound(page, 'Calendar')
  await item.click()
  await page.getByRole('button', { name: 'Move the visit' }).click()
  await page.getByLabel('New day').fill('2026-11-12')
  await page.getByLabel('New hour').fill('15:45')
  await page.getByLabel('Reason').fill('Stocktaking at the warehouse')
  await page.getByText('The promise goes along and stays kept.').waitFor()
  await page.getByRole('button', { name: 'Move the visit' }).click()
  await page.getByText(/moved to 12 Nov 2026, 15:45/).waitFor()
  await page.goto('/calendar?view=agenda&day=2026-11-12')
  const moved = page.getByRole('region', { name: '12 Nov 2026' }).getByText(/15:45/)
  await moved.waitFor()
  await moved.click()
  await page.getByText('Moved at their wish: Stocktaking at the warehouse').waitFor()
  await expectSound(page, 'Calendar')
  await close()
})
