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

test('a season is planned from forecasts, its board filled, tasks assigned and done by thumb, and closed with what came of it', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  await signInAs(page, system.url, 'demo-tang-li')
  await page.goto('/supply/season?form=plan')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Name').fill('Summer 2027')
  await drawer.getByLabel('From the week of').fill('2027-04-05')
  await drawer.getByLabel('To the week of').fill('2027-05-31')
  await drawer.getByRole('button', { name: 'Plan the season' }).click()
  const open = page.getByRole('region', { name: 'Open' })
  await page.getByRole('radiogroup', { name: 'What to prepare' }).getByText('Place at the account').click()
  await open.getByRole('listitem').first().waitFor()
  expect(await seriousFaults(page)).toEqual([])

  // Somebody else is to see to the first task.
  await open.getByRole('listitem').first().getByRole('button').first().click()
  await drawer.getByLabel('By when').waitFor()
  await drawer.getByRole('combobox', { name: 'Owner' }).click()
  await page.getByRole('option', { name: /Lin Zhiyuan/ }).click()
  expect(await seriousFaults(page)).toEqual([])
  await drawer.getByRole('button', { name: 'Save the task' }).click()
  await open
    .getByText(/Lin Zhiyuan/)
    .first()
    .waitFor()
  await close()

  // On a phone one takes the next on, and is done with it.
  const phone = await visit(browser, { url: system.url, width: 390, theme: 'dark', language: 'en' })
  await signInAs(phone.page, system.url, 'demo-tang-li')
  await phone.page.goto('/supply/season?owner=nobody')
  await phone.page.getByRole('combobox', { name: 'Which season' }).click()
  await phone.page.getByRole('option', { name: 'Summer 2027' }).click()
  await phone.page.getByRole('button', { name: 'Take it on' }).first().click()
  await phone.page.getByText('Mine', { exact: true }).click()
  await phone.page.getByRole('button', { name: 'All of it is done' }).first().click()
  const done = phone.page.getByRole('region', { name: 'Done' })
  await done.getByRole('listitem').first().waitFor()
  expect(await seriousFaults(phone.page)).toEqual([])

  await phone.page.getByRole('button', { name: 'More for this season' }).click()
  await phone.page.getByRole('menuitem', { name: 'Close the season' }).click()
  const closing = phone.page.getByRole('dialog')
  await closing.getByLabel('What we learn for next time').fill('Begin four weeks earlier')
  await closing.getByRole('button', { name: 'Close the season' }).click()
  await phone.page.getByText('Begin four weeks earlier').waitFor()
  expect(await phone.page.getByRole('button', { name: 'Take it on' }).count()).toBe(0)
  await phone.close()
})
