import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../src/platform/roles.ts'
import { createProposal } from '../../src/supply/orders/orders.server.ts'
import { launchBrowser, signInAs, visit } from '../support/browser.ts'
import { expectSound } from '../support/expect-sound.ts'
import { startSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
let browser: Browser
let orderId: string

beforeAll(async () => {
  system = await startSystem(async ({ db, pool }) => {
    await pool.query(
      `insert into accounts.account (code, name) values ('D1', 'Harbour Trading'), ('D2', 'Inland Trading')`,
    )
    await pool.query(
      `insert into products.product (code, name, unit) values ('SW-8', 'Switch 8', 'pcs'), ('CB-2', 'Cable 2 m', 'pcs')`,
    )
    const context = { db, clock: { now: () => new Date() }, actor: operator() }
    const lines = [{ productId: 1, quantity: '20', unitPrice: '90.5' }]
    orderId = (await createProposal(context, { accountId: 1, lines })).publicId
    await createProposal(context, { accountId: 2, lines: [{ productId: 2, quantity: '777' }] })
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await system?.close()
})

/** The account's manager invites from the account's page and passes the link on. */
async function invitation(name: string, email: string): Promise<string> {
  const { page, close } = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  await signInAs(page, system.url, system.people.head)
  await page.goto('/accounts/1/portal')
  await expectSound(page, 'Harbour Trading')
  await page.getByRole('button', { name: 'Invite a person' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Name').fill(name)
  await drawer.getByLabel('E-mail').fill(email)
  await drawer.getByRole('button', { name: 'Make the invitation link' }).click()
  const link = (await drawer.locator('code').textContent())!
  await close()
  return link
}

async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await expectSound(page, /Welcome to Test Switches/)
  await page.getByLabel(/Password/).fill('correct horse battery')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('heading', { level: 1, name: /Good day/ }).waitFor()
}

test('a buyer is invited, sees their account alone, enters stock on a phone, changes an order and signs it', async () => {
  const link = await invitation('Wu Min', 'wu@harbour.example')
  const { page, context, close } = await visit(browser, { url: system.url, width: 390, theme: 'light', language: 'en' })
  await comeIn(page, link)
  await expectSound(page, 'Good day, Wu Min')
  expect(await page.content()).not.toContain('Inland')
  await page.getByText('1 product', { exact: false }).first().waitFor()

  await page.getByRole('link', { name: 'Stock', exact: true }).click()
  await page.getByLabel('Find a product by name or code').last().fill('cable')
  await page.getByRole('button', { name: /Cable 2 m/ }).click()
  await page.getByLabel('Cable 2 m: there now').fill('44')
  // A lost connection and a closed page lose nothing of what was typed.
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Enter 1 product' }).click()
  await page.getByText('No connection. What you typed stays on this device.').waitFor()
  await context.setOffline(false)
  await page.reload()
  expect(await page.getByLabel('Cable 2 m: there now').inputValue()).toBe('44')
  await page.getByRole('button', { name: 'Enter 1 product' }).click()
  await page.getByText('1 figure entered. Thank you.').waitFor()
  await expectSound(page, 'Stock and sales')

  await page.goto(`/portal/orders/${orderId}`)
  await page.getByLabel('Quantity of Switch 8').fill('15')
  await page.getByRole('button', { name: 'Send the change' }).click()
  await page.getByText('changed, to be signed').waitFor()
  await page.getByLabel(/I have read order/).check()
  await page.getByRole('button', { name: 'Sign the order' }).click()
  await page.getByText(/Signed by Wu Min/).waitFor()
  await page.goto('/portal/orders')
  await page.getByText('signed', { exact: true }).waitFor()
  expect(await page.content()).not.toContain('777')
  await close()
  const { rows } = await system.pool.query(`select state from supply.purchase_order order by id`)
  expect(rows.map(row => row.state)).toEqual(['signed', 'proposed'])
})

test('every page of the portal is sound on a phone and on a desk, in both languages, by day and by night', async () => {
  const link = await invitation('Lin Tao', 'lin@harbour.example')
  const first = await visit(browser, { url: system.url, width: 390, theme: 'light', language: 'en' })
  await comeIn(first.page, link)
  const state = await first.context.storageState()
  await first.close()
  for (const [width, theme, language] of [
    [390, 'dark', 'zh-Hans'],
    [1440, 'light', 'en'],
  ] as const) {
    const { page, context, close } = await visit(browser, { url: system.url, width, theme, language })
    await context.addCookies(state.cookies)
    await page.request.patch(`${system.url}/api/portal/me`, { data: { language }, headers: { origin: system.url } })
    for (const path of [
      '',
      `orders/${orderId}`,
      'orders',
      'stock',
      'deliveries',
      'shares',
      'messages',
      'people',
      'me',
      'more',
    ]) {
      await page.goto(`/portal/${path}`)
      await expectSound(page, /./)
    }
    await context.clearCookies()
    await page.goto('/portal/sign-in')
    await expectSound(page, /./)
    await close()
  }
})

test('the first page takes less than 150 kB of code and styles over the line', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 390, theme: 'light', language: 'en' })
  await page.goto('/portal/sign-in', { waitUntil: 'networkidle' })
  const loaded = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(entry => /\.(js|css)$/.test(new URL(entry.name).pathname))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  )
  expect(loaded).toBeGreaterThan(20_000)
  expect(loaded).toBeLessThan(150_000)
  await close()
})
