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

test('the head moves a slider, sees who would move, puts the policy in force and confirms a review by it', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.head)

  // Try: the simulator answers while the slider moves.
  await page.goto('/policy')
  const simulator = page.getByRole('region', { name: 'What it would do' })
  const moved = simulator.getByRole('definition').first()
  await moved.waitFor()
  await expectSound(page, 'Policy')
  const before = await moved.innerText()
  const save = page.getByRole('button', { name: 'Save as a new version' })
  expect(await save.isDisabled()).toBe(true)
  await page.getByRole('slider', { name: 'Weight of Growth' }).press('End')
  expect(await page.getByRole('textbox', { name: 'Weight of Growth, exact' }).inputValue()).toBe('100')
  await expect.poll(() => moved.innerText()).not.toBe(before)
  await page.getByText('edited, not in force').waitFor()

  // From-to: a flow names its accounts. Ribbons cross, so a key is surer than a click in the middle.
  await simulator.getByRole('button', { name: /^Silver to Regular: \d+ accounts$/ }).press('Enter')
  await simulator.getByRole('heading', { name: 'Silver → Regular' }).waitFor()
  await expect.poll(() => simulator.getByRole('listitem').count()).toBeGreaterThan(0)

  // The draft survives a reload; a new version says what changed and why.
  await page.reload()
  await page.getByText('edited, not in force').waitFor()
  await save.click()
  const saving = page.getByRole('dialog', { name: 'Save as a new version' })
  await saving.getByText(/Growth.*100/).waitFor()
  await saving.getByLabel('Note').fill('Growth decides in the year of the new plant.')
  await expectSound(page, 'Policy')
  await saving.getByRole('button', { name: 'Put version 3 in force' }).click()
  await page.getByText('Version 3 is in force. Tiers move with the next review.').waitFor()
  await page.getByText(/^version 3: /).waitFor()

  // Review: opened, looked at, confirmed.
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Reviews' }).click()
  await expectSound(page, 'Reviews')
  await page.getByRole('button', { name: 'Open a review' }).click()
  await page.getByRole('button', { name: 'Compute the review' }).click()
  await expectSound(page, 'Review as of 30 Oct 2026')
  const moves = page.getByRole('grid', { name: 'Moves' })
  const down = page.getByRole('radiogroup', { name: 'Which moves' }).getByText('Up', { exact: true })
  await down.click()
  await page.waitForURL(/moves=up/)
  const first = moves
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  await expect.poll(() => first.innerText()).toMatch(/promoted at once|points/i)
  const account = first.getByRole('link')
  const address = await account.getAttribute('href')
  const tier = await first.getByRole('gridcell').nth(2).innerText()
  await page.getByRole('button', { name: 'Confirm review of 30 Oct 2026' }).click()
  const confirming = page.getByRole('dialog', { name: 'Confirm review of 30 Oct 2026' })
  await confirming.getByText(/\d+ accounts? moves? up/).waitFor()
  await confirming.getByLabel('Note (optional)').fill('Agreed with the managers.')
  await confirming.getByRole('button', { name: 'Confirm review of 30 Oct 2026' }).click()
  await page.getByText('The review of 30 Oct 2026 is in force.').waitFor()
  await page.getByText('Agreed with the managers.').waitFor()

  // It stands in the account's history, in the list of reviews and at the version.
  await page.goto(address!)
  const history = page.getByRole('region', { name: 'Tier history' })
  const latest = history.getByRole('row').nth(1)
  await latest.getByRole('link', { name: '30 Oct 2026' }).waitFor()
  expect(await latest.innerText()).toContain(tier.trim())
  await page.getByText(/\(version 3\)/).waitFor()
  await page.goto('/policy?view=versions')
  const version = page.getByRole('list', { name: 'Versions' }).getByRole('listitem').first()
  await version.getByText('Growth decides in the year of the new plant.').waitFor()
  expect(await version.innerText()).toContain('1 confirmed review')
  await expectSound(page, 'Policy')
  await close()
})

test('a manager may try every slider, and puts nothing in force', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.manager)
  await page.goto('/policy')
  await page.getByText('Putting a version in force is up to the head of the department.').waitFor()
  const moved = page.getByRole('region', { name: 'What it would do' }).getByRole('definition').first()
  await moved.waitFor()
  const before = await moved.innerText()
  await page.getByRole('slider', { name: 'Weight of Contribution' }).press('Home')
  await expect.poll(() => moved.innerText()).not.toBe(before)
  expect(await page.getByRole('button', { name: 'Save as a new version' }).count()).toBe(0)
  await expectSound(page, 'Policy')

  const inForce = await (await page.request.get('/api/policy')).json()
  const refused = await page.request.post('/api/policy', {
    headers: { origin: system.url },
    data: { basedOn: inForce.version, name: 'Mine', note: null, policy: inForce.policy },
  })
  expect(refused.status()).toBe(403)
  expect(refused.headers()['content-type']).toContain('application/problem+json')
  expect((await (await page.request.get('/api/policy')).json()).version).toBe(inForce.version)

  await page.goto('/reviews')
  await expectSound(page, 'Reviews')
  expect(await page.getByRole('button', { name: 'Open a review' }).count()).toBe(0)
  await close()
})
