import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerChunks } from '../../bench/generate-ledger.ts'
import { launchBrowser, signInAs, visit } from '../support/browser.ts'
import { expectSound } from '../support/expect-sound.ts'
import { startSystem, type TestSystem } from '../support/system.ts'

let system: TestSystem
let browser: Browser
beforeAll(async () => {
  system = await startSystem()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await system?.close()
})

/** Days that can be read either way, a row without account, one whose amount is no amount. */
const ledger = [
  'Invoice,Line,Date,Customer,Customer name,Net,Cost',
  'R1,1,03-04-2025,C1,Harbour Electric,100.00,60.00',
  'R2,1,05-06-2025,C2,Northgate Systems,200.00,150.00',
  'R3,1,07-08-2025,,,40.00,30.00',
  'R4,1,09-10-2025,C1,Harbour Electric,ten,5.00',
].join('\n')

async function choose(page: Page, name: string, text: string) {
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

/** The figure of a tile. */
function count(page: Page, label: string): Promise<string> {
  return page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .first()
    .innerText()
}

async function finished(page: Page) {
  await page.getByRole('heading', { name: 'How it was read' }).waitFor({ timeout: 60_000 })
}

test('a first ledger comes in with two bad rows; one is corrected, one is booked, and all of it is undone', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, system.people['back office'])

  // Nothing there yet: the page says what it takes.
  await page.goto('/imports')
  await expectSound(page, 'Import the sales ledger')
  const sample = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Sample CSV: Invoice lines' }).click()
  expect(await readFile((await (await sample).path())!, 'utf8')).toContain('Document number')

  // A file that is no table is refused in a sentence, and another can be chosen at once.
  await choose(page, 'offer.csv', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
  await page.getByText('The file offer.csv is of a kind (pdf) that cannot be imported.').waitFor()

  // What is ambiguous is asked; nothing starts before the answer.
  await choose(page, 'ledger.csv', ledger)
  await page.getByText('Which day is 03-04-2025?').waitFor()
  await expectSound(page, 'ledger.csv')
  const start = page.getByRole('button', { name: 'Import the invoice lines' })
  expect(await start.isDisabled()).toBe(true)
  await page.getByRole('button', { name: '3 Apr 2025' }).click()
  await page.getByText('Which day is 03-04-2025?').waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Doubtful rows' }).getByText('No account').waitFor()
  await page.getByRole('region', { name: 'First rows' }).first().getByText('3 Apr 2025').waitFor()
  await expectSound(page, 'ledger.csv')

  // The address holds the state: a reload loses nothing.
  await page.reload()
  await start.click()
  await finished(page)
  await expectSound(page, 'ledger.csv')
  expect(await Promise.all(['Rows', 'Added', 'Set aside'].map(label => count(page, label)))).toEqual(['4', '2', '2'])
  const first = page.url()

  // The figures are there at once, without a reload.
  await page.getByRole('link', { name: 'See the vital few' }).click()
  const ranked = page.getByRole('grid', { name: 'Ranked accounts' }).getByRole('row')
  await ranked.filter({ hasText: 'Northgate Systems' }).filter({ hasText: '200' }).waitFor()
  expect(await ranked.filter({ has: page.getByRole('link') }).count()).toBe(2)
  await expectSound(page, 'Vital few')
  await page.goBack()

  // The row without account is booked to one.
  const reasons = page.getByRole('list', { name: 'Reasons' })
  await reasons.getByRole('button', { name: 'Book to an account' }).click()
  const booking = page.getByRole('dialog', { name: 'Book to an account' })
  await booking.getByLabel('Account').fill('Northgate')
  await page.getByRole('option', { name: 'Northgate Systems' }).click()
  await booking.getByRole('button', { name: 'Book 1 row' }).click()
  await reasons.getByText('1 booked').waitFor({ timeout: 30_000 })

  // The other is downloaded, corrected and imported: the answer about days is remembered.
  await reasons.getByRole('button', { name: /Amount not readable/ }).click()
  await page.waitForURL(/reason=amount_unreadable/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download these as CSV' }).click()
  const aside = await readFile((await (await download).path())!, 'utf8')
  expect(aside).toContain('amount_unreadable')
  await page.getByRole('link', { name: 'Import the corrected file' }).click()
  await choose(page, 'corrected.csv', aside.replace(',ten,', ',10.00,'))
  await page.getByText('The only row can be read.').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Import the invoice lines' }).click()
  await finished(page)
  expect(await Promise.all(['Rows', 'Added', 'Set aside'].map(label => count(page, label)))).toEqual(['1', '1', '0'])

  // Undone: it says what goes, and the import stays listed.
  await page.goto(first)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  const undo = page.getByRole('dialog', { name: 'Undo the import of ledger.csv' })
  await undo.getByText('2 rows that it added go').waitFor()
  await undo.getByText('1 row that was set aside and booked to an account goes').waitFor()
  await expectSound(page, 'ledger.csv')
  await undo.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(/^Undone on /).waitFor({ timeout: 60_000 })
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Imports' }).click()
  await expectSound(page, 'Imports')
  const listed = page.getByRole('grid', { name: 'Imports' }).getByRole('row').filter({ hasText: 'Undone' })
  await expect.poll(() => listed.count()).toBe(2)

  // The corrected row is an import of its own; with it goes the last line, and the ledger is as empty as before.
  await page.getByRole('link', { name: 'corrected.csv' }).click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(/^Undone on /).waitFor({ timeout: 60_000 })
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Vital few' }).click()
  await page.getByText('There is no ledger yet').waitFor()
  await close()
})

test('a large import goes on through a reload, and cancelled it leaves nothing', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, system.people.head)
  await page.goto('/imports/new')
  // Large enough that it still runs after the reload, on a quick machine too (under the browser's 50 MB).
  await choose(page, 'large.csv', [...ledgerChunks({ lines: 800_000, accounts: 5_000 })].join(''))
  await page.getByRole('button', { name: 'Import the invoice lines' }).click({ timeout: 60_000 })
  await page.getByText('Reading and checking rows').waitFor()
  await page.reload()
  await page.getByText('Reading and checking rows').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page
    .getByText(/cancelled/i)
    .first()
    .waitFor({ timeout: 60_000 })
  await expectSound(page, 'large.csv')
  expect(await (await page.request.get('/api/ledger')).json()).toMatchObject({ span: null })
  await close()
})
