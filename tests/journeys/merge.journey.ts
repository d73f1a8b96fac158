import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, seriousFaults, signInAs, visit } from '../support/browser.ts'
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

test('the head compares two accounts, merges them, is led on from the old address, and takes the merge back', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.head)

  // Find: the demo has pairs from its last search.
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Duplicates' }).click()
  const pairs = page.getByRole('grid', { name: 'Pairs of accounts' })
  await pairs.getByText('same tax number').first().waitFor()
  await expectSound(page, 'Duplicates')

  // Compare: what differs is marked, the one with more history survives.
  await pairs.getByText('same tax number').first().click()
  await page.getByRole('heading', { name: 'Compare two accounts' }).waitFor()
  await page.getByText('differs').first().waitFor()
  await expectSound(page, 'Compare two accounts')
  const other = page.getByRole('radio', { name: /^Keep .* \(W-\d+\)$/ })
  expect(await other.isChecked()).toBe(false)

  // Merge: the question names what happens.
  const address = new URL(page.url()).pathname
  const loser = address.split('/').at(-1)!.split('-')[1]!
  await page.getByRole('button', { name: /^Merge into / }).click()
  const question = page.getByRole('dialog')
  await question.getByText(/leaves every list/).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await question.getByRole('button', { name: 'Merge the accounts' }).click()
  await page.waitForURL(/\/accounts\/\d+$/)
  const survivor = new URL(page.url()).pathname
  await page.goto(`/accounts/${loser}`)
  await page.waitForURL(`**${survivor}`)

  // Back: the merged account is one of its own again.
  await page.goto('/accounts/duplicates?view=merged')
  await page.getByRole('button', { name: /^Undo the merge of / }).click()
  await page.getByText(/is an account of its own again/).waitFor()
  await page.getByText(/^undone by /).waitFor()
  await expectSound(page, 'Duplicates')
  await page.goto(`/accounts/${loser}`)
  await page.getByText(/W-\d+/).first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/accounts/${loser}`)
  await close()
})
