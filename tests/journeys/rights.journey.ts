import type { Browser, Page } from 'playwright-core'
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

/** What changes an account, wherever it stands on its pages. */
const writes = [
  ['details', 'Edit the details'],
  ['details', 'Delete the account'],
  ['details', 'Add the code'],
  ['people', 'Add a person'],
  ['costs', 'Enter a cost'],
] as const

async function writesOffered(page: Page, account: string): Promise<string[]> {
  const offered: string[] = []
  for (const part of ['details', 'people', 'costs']) {
    await page.goto(`/accounts/${account}/${part}`)
    await page.getByRole('navigation', { name: 'Parts of the account' }).waitFor()
    await page.waitForLoadState('networkidle')
    for (const [place, name] of writes) {
      if (place === part && (await page.getByRole('button', { name }).count()) > 0) offered.push(name)
    }
  }
  return offered
}

/** The largest account that the person owns, or the largest of anybody else. */
async function accountOf(page: Page, who: 'own' | 'other'): Promise<{ id: string; name: string; version: number }> {
  const { items } = await (await page.request.get('/api/vital-few/accounts?by=contribution&limit=100')).json()
  const found = items.find(
    (each: { ownerId: string | null }) =>
      each.ownerId !== null && (each.ownerId === demoPeople.manager) === (who === 'own'),
  )
  const { version } = await (await page.request.get(`/api/accounts/${found.id}`)).json()
  return { id: String(found.id), name: found.name, version }
}

test('a manager sees another’s account without any way to change it, and the API refuses', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.manager)
  const { id, version } = await accountOf(page, 'other')
  expect(await writesOffered(page, id)).toEqual([])

  for (const [method, path, data] of [
    ['patch', `/api/accounts/${id}`, { version, changes: { note: 'mine now' } }],
    ['delete', `/api/accounts/${id}`, undefined],
    ['post', '/api/accounts/owner', { ids: [Number(id)], ownerId: demoPeople.manager }],
    ['post', `/api/accounts/${id}/contacts`, { name: 'A friend' }],
  ] as const) {
    const refused = await page.request[method](path, { data, headers: { origin: system.url } })
    expect([path, refused.status()]).toEqual([path, 403])
    expect(refused.headers()['content-type']).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 403, detail: expect.stringMatching(/\w+/) })
  }
  await close()
})

test('a manager changes an own account, and the change stands on its page with name, before and after', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.manager)
  const { id, name } = await accountOf(page, 'own')
  expect(await writesOffered(page, id)).toEqual(writes.map(([, offered]) => offered))

  await page.goto(`/accounts/${id}/details`)
  await page.getByRole('button', { name: 'Edit the details' }).click()
  await page.getByLabel('Note').fill('Asks for delivery before ten.')
  await expectSound(page, new RegExp(name.slice(0, 12)))
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Edit the details' }).waitFor()
  await page.getByText('Asks for delivery before ten.').waitFor()
  await page.getByRole('link', { name: 'Changes' }).click()
  const change = page.getByRole('listitem').filter({ hasText: 'Asks for delivery before ten.' })
  await change.waitFor()
  expect(await change.innerText()).toContain('Marcus Ong')
  await close()
})

test('a reader reads everything and is offered no change; signing out ends it', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.reader)
  await page.goto('/')
  await page.getByRole('grid', { name: 'Ranked accounts' }).waitFor()
  const { id } = await accountOf(page, 'other')
  expect(await writesOffered(page, id)).toEqual([])
  await page.goto('/imports')
  await expectSound(page, 'Imports')
  expect(
    await page
      .getByRole('link', { name: /import/i })
      .filter({ hasText: /^Import / })
      .count(),
  ).toBe(0)

  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look around as…' }).waitFor()
  expect((await page.request.get('/api/vital-few')).status()).toBe(401)
  await page.goto(`/accounts/${id}`)
  await page.waitForURL(/\/sign-in/)
  await close()
})
