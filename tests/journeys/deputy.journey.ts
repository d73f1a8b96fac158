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

const what = 'Our president at the opening of their new plant'

test('asked by a manager, agreed to by the head, approved by the president’s deputy, and his visit is planned', async () => {
  const asking = await visit(browser, { url: system.url })
  await signInAs(asking.page, system.url, demoPeople.manager)
  const { items } = await (await asking.page.request.get('/api/vital-few/accounts?by=contribution&limit=200')).json()
  const own = items.find((each: { ownerId: string | null }) => each.ownerId === demoPeople.manager)
  await asking.page.goto(`/requests?account=${own.id}&request=new`)
  const form = asking.page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'What is asked for' }).fill(what)
  await form.getByRole('textbox', { name: 'Why it matters' }).fill('The governor comes; two competitors send theirs')
  await form.getByLabel('On which day').fill('2026-11-25')
  await form.getByRole('combobox', { name: 'Whose presence' }).click()
  await asking.page.getByRole('option', { name: /Zheng Guodong/ }).click()
  await form.getByRole('textbox', { name: /What it costs us/ }).fill('4200')
  await form.getByText('Anna Lindqvist stands in').waitFor()
  expect(await seriousFaults(asking.page)).toEqual([])
  await form.getByRole('button', { name: 'Ask for it' }).click()
  await form.getByText('waiting for a decision').waitFor()
  await asking.close()

  const head = await visit(browser, { url: system.url, theme: 'dark' })
  await signInAs(head.page, system.url, demoPeople.head)
  await head.page.goto('/requests')
  await head.page.getByText(what).click()
  await head.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await head.page
    .getByRole('dialog')
    .getByText(/Lin Zhiyuan, 2 Nov 2026/)
    .waitFor()
  await head.close()

  const deputy = await visit(browser, { url: system.url, width: 390, language: 'en' })
  await signInAs(deputy.page, system.url, 'demo-anna-lindqvist')
  await deputy.page.goto('/requests')
  await deputy.page.getByText(what).click()
  const drawer = deputy.page.getByRole('dialog')
  await drawer.getByText('as deputy').waitFor()
  expect(await seriousFaults(deputy.page)).toEqual([])
  await drawer.getByRole('textbox', { name: 'A word with it' }).fill('He is back by then')
  await drawer.getByRole('button', { name: 'Approve' }).click()
  await drawer.getByText('He is back by then').waitFor()
  await drawer.getByText(/Anna Lindqvist, as deputy/).waitFor()
  const { items: requests } = await (await deputy.page.request.get(`/api/requests?accountId=${own.id}`)).json()
  const request = requests.find((each: { what: string }) => each.what === what)
  expect(request.state).toBe('approved')
  const { rows } = await system.pool.query('select person_id, state from engage.visit where id = $1', [request.visitId])
  expect(rows).toEqual([{ person_id: 'demo-zheng-guodong', state: 'planned' }])
  await deputy.close()
})
