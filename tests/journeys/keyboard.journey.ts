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

test('by keys alone: skip link, palette, rows of a table, a document’s drawer and back to where one was', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.head)
  await page.goto('/accounts')
  const list = page.getByRole('grid', { name: 'Accounts' })
  const rows = list.locator('[data-row]')
  await rows.nth(3).waitFor()

  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect.poll(() => skip.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')

  // Rows: one Tab stop, arrows go on from it, Enter opens.
  await list.locator('[data-row="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedRow()).toBe('2')
  await page.keyboard.press('End')
  await expect.poll(() => focusedRow()).not.toBe('2')
  await page.keyboard.press('Home')
  await expect.poll(() => focusedRow()).toBe('0')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/accounts\/\d+/)
  await page.goBack()
  await rows.nth(3).waitFor()

  // Letters lead to rooms, the palette to everything else.
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expectSound(page, 'Reviews')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.waitFor()
  await expectSound(page, 'Reviews')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  const search = page.getByRole('textbox', { name: 'Search' })
  await search.fill('C10305')
  await page.getByRole('button', { name: /C10305/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/accounts\/305/)

  // A drawer takes the focus, Escape closes it and gives the focus back.
  await page.getByRole('link', { name: 'Figures' }).press('Enter')
  const documents = page.getByRole('grid', { name: 'Documents' })
  await documents.locator('[data-row="1"]').waitFor()
  await documents.locator('[data-row="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedRow()).toBe('1')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^Document \S+/ })
  await drawer.getByRole('columnheader', { name: 'Quantity' }).waitFor()
  await expect.poll(() => drawer.evaluate(element => element.contains(document.activeElement))).toBe(true)
  await expectSound(page, /榕恒/)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  await expect.poll(() => focusedRow()).toBe('1')
  await close()

  function focusedRow() {
    return page.evaluate(() => document.activeElement?.getAttribute('data-row'))
  }
})

test('on a phone: rooms under the thumb, tables as lists, nothing to scroll sideways', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 390 })
  await signInAs(page, system.url, demoPeople.head)
  await page.goto('/')
  await page
    .getByRole('button', { name: /^Done: / })
    .first()
    .waitFor()
  await expectSound(page, 'Today')
  await page.goto('/vital-few')
  await page.getByRole('grid', { name: 'Ranked accounts' }).locator('[data-row]').first().waitFor()
  await expectSound(page, 'Vital few')

  const bar = page.getByRole('navigation', { name: 'Rooms' })
  await bar.getByRole('link', { name: 'Accounts' }).tap()
  await expectSound(page, 'Accounts')
  const list = page.getByRole('grid', { name: 'Accounts' })
  const first = list.locator('[data-row="0"]')
  await first.waitFor()
  const { height, width } = (await first.boundingBox())!
  expect(height).toBeGreaterThanOrEqual(44)
  expect(width).toBeLessThanOrEqual(390)
  expect(await first.getByRole('gridcell').count()).toBeLessThanOrEqual(3)
  await first.getByRole('link').first().tap()
  await page.waitForURL(/\/accounts\/\d+/)
  await page.getByRole('region', { name: 'Tier and points' }).getByRole('meter').first().waitFor()
  await expectSound(page, /\S/)

  await bar.getByRole('button', { name: 'More' }).tap()
  const more = page.getByRole('dialog', { name: 'Rooms' })
  await more.getByRole('link', { name: 'Policy' }).tap()
  await expectSound(page, 'Policy')
  await close()
})
