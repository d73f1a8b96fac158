import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser, visit } from '../support/browser.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { expectSound } from '../support/expect-sound.ts'
import { command, runVitalfew, type VitalfewProcess } from '../support/vitalfew-process.ts'

let browser: Browser
let database: TestDatabase
let data: string
let running: VitalfewProcess | undefined
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  database = await createTestDatabase()
  data = await mkdtemp(join(tmpdir(), 'vitalfew-first-'))
})
afterEach(async () => {
  running?.child.kill('SIGTERM')
  await running?.over
  running = undefined
  await database.close()
  await rm(data, { recursive: true, force: true })
})

/** Starts the system as `npx vitalfew start` does and waits until it says its address. */
async function start(...options: string[]): Promise<string> {
  running = runVitalfew(command, ['start', '--data', data, '--port', '0', ...options], database.url)
  return running.says(/Ready: (\S+)[\s\S]*Ctrl-C stops it/)
}

/** Ctrl-C. */
async function stop(): Promise<void> {
  running!.child.kill('SIGINT')
  expect(await running!.over, running!.said()).toBe(0)
  running = undefined
}

test('the first start makes the demo; from one click on a person to the invoice lines of a vital account', async () => {
  const url = await start()
  expect(running!.said()).toContain('one click signs you in, no password')
  const { page, close } = await visit(browser, { url })

  await page.goto('/')
  await expectSound(page, 'Look around as…')
  await page.getByRole('listitem').filter({ hasText: '林致远' }).getByRole('button').click()

  // What to do today, best first; then the vital few: tiles, whale curve, guards, the list.
  await page
    .getByRole('button', { name: /^Done: / })
    .first()
    .waitFor()
  await expectSound(page, 'Today')
  await page.getByRole('link', { name: 'Vital few' }).first().click()
  await page.getByRole('img', { name: /^Contribution by rank: rises to .+ ends at / }).waitFor()
  await expectSound(page, 'Vital few')
  const tiles = page.getByRole('main')
  for (const tile of ['Revenue', 'Contribution', 'Loss-making accounts', 'Accounts for 80% of contribution'])
    await tiles.getByRole('term').filter({ hasText: tile }).first().waitFor()
  await page.getByRole('link', { name: /^Large and losing \d+ accounts/ }).click()
  await page.waitForURL(/guards\?guard=losing/)
  await page
    .getByText(/contribution|margin/i)
    .first()
    .waitFor()
  await page.goBack()

  // Into an account: its tier and why, what is missing for the next.
  const list = page.getByRole('grid', { name: 'Ranked accounts' })
  const first = list
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  const name = await first.getByRole('link').innerText()
  await first.getByRole('link').click()
  await page.waitForURL(/\/accounts\/\d+/)
  const standing = page.getByRole('region', { name: 'Tier and points' })
  await standing.getByRole('meter', { name: 'Contribution' }).waitFor()
  expect(await standing.innerText()).toMatch(/Platinum|Gold|Silver/)
  await page.getByRole('region', { name: 'Tier history' }).getByRole('link', { name: '30 Sept 2026' }).waitFor()
  await expectSound(page, new RegExp(name.slice(0, 10)))

  // From a month to its documents, from a document to its lines.
  const months = page.getByRole('grid', { name: 'Months' })
  await months.getByRole('row').filter({ hasText: /2026/ }).nth(1).getByRole('gridcell').first().click()
  await page.waitForURL(/\/documents\?.*month=/)
  const documents = page.getByRole('grid', { name: 'Documents' })
  await documents.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  const drawer = page.getByRole('dialog', { name: /^Document \S+/ })
  await drawer.getByRole('columnheader', { name: 'Quantity' }).waitFor()
  expect(await drawer.getByRole('row').count()).toBeGreaterThan(1)
  await expectSound(page, new RegExp(name.slice(0, 10)))
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })

  // Language, theme, palette.
  await page.getByRole('button', { name: '简体中文' }).click()
  await page
    .getByRole('navigation', { name: '业务' })
    .or(page.getByRole('link', { name: '关键少数' }))
    .first()
    .waitFor()
  await page.getByRole('button', { name: '深色' }).click()
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: '搜索' }).fill('C10305')
  await page.getByRole('button', { name: /C10305/ }).click()
  await expectSound(page, /榕恒/)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
  await close()
  await stop()

  // A second start finds everything where it was, within seconds.
  const began = performance.now()
  const again = await start()
  expect(running!.said()).not.toContain('Making the demo company')
  const seconds = (performance.now() - began) / 1000
  const facts = await (await fetch(`${again}/api/sign-in`)).json()
  expect(facts).toMatchObject({ demo: true })
  expect(facts.people.length).toBeGreaterThan(15)
  expect(seconds).toBeLessThan(30)
  await stop()
})

test('a start without the demo prints a link for the first administrator, who signs in with the password and finds the way to the first import', async () => {
  const url = await start('--empty')
  const link = /(http:\/\/\S+\/welcome#\S+)/.exec(running!.said())![1]!
  const password = 'four unrelated words stand here'
  const { page, close } = await visit(browser, { url })
  await page.goto(link)
  await expectSound(page, 'Welcome to Vitalfew')
  await page.getByLabel('Name').fill('Ada Admin')
  await page.getByLabel('E-mail').fill('ada@example.test')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await page.getByText('There is no ledger yet').waitFor()
  await expectSound(page, 'Today')

  // Signed out and in again: by the password, not by a click.
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expectSound(page, 'Sign in')
  await page.getByLabel('E-mail').fill('ada@example.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('E-mail or password is wrong.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Import the sales ledger' }).click()
  await expectSound(page, 'Import the sales ledger')

  // The link was for once.
  const second = await visit(browser, { url })
  await second.page.goto(link)
  await second.page.getByRole('alert').waitFor()
  await expectSound(second.page, 'Welcome')
  expect(await second.page.getByLabel('Password', { exact: true }).count()).toBe(0)
  await second.close()
  await close()
  await stop()
})
