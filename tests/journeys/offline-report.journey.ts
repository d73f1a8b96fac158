import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scheduleVisit } from '../../src/engage/visits/visits.server.ts'
import { launchBrowser, seriousFaults, signInAs, visit } from '../support/browser.ts'
import { demoPeople, startDemoSystem } from '../support/demo-system.ts'
import { expectSound } from '../support/expect-sound.ts'
import type { TestSystem } from '../support/system.ts'

let system: TestSystem
let browser: Browser
let visitId: number
let account: { id: number; name: string }

beforeAll(async () => {
  system = await startDemoSystem()
  browser = await launchBrowser()
  const { rows } = await system.pool.query(
    `select a.id, a.name from accounts.account a
     where a.owner_id = $1 and exists (select from accounts.contact c where c.account_id = a.id) order by a.id limit 1`,
    [demoPeople.manager],
  )
  account = rows[0]
  const head = { id: demoPeople.head, name: 'Lin Zhiyuan', role: 'head', via: 'web' } as const
  const hours = { startsAt: '2026-11-02T01:00:00Z', endsAt: '2026-11-02T02:00:00Z', timeZone: 'Asia/Shanghai' }
  const said = { accountId: account.id, personId: demoPeople.manager, ...hours }
  visitId = (await scheduleVisit(system.db, head, said, new Date('2026-11-01T01:00:00Z'))).id
})
afterAll(async () => {
  await browser?.close()
  await system?.close()
})

const reports = async () =>
  (await system.pool.query('select said from engage.visit_report where visit_id = $1', [visitId])).rows

test('a report written without a network outlives a reload and is sent once when the network is back', async () => {
  const { page, context, close } = await visit(browser, { url: system.url, width: 390 })
  await signInAs(page, system.url, demoPeople.manager)
  await page.goto('/on-this-phone')
  await page.getByText(account.name).first().waitFor({ timeout: 60_000 })
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true)

  await context.setOffline(true)
  await page.goto(`/visits/${visitId}/report`)
  await expectSoundOffline(page, `Report: ${account.name}`)
  await page.getByText('No network.').first().waitFor()
  await page.getByRole('textbox', { name: 'What was said' }).fill('They wait for the **tender** of the port.')
  await page.getByRole('button', { name: 'Add a promise' }).click()
  await page.getByLabel('What was promised').fill('Send the certificates of the journey')
  await page.getByRole('button', { name: 'In a week' }).click()
  await page.getByText('Kept on this phone').waitFor()

  await page.reload()
  const said = page.getByRole('textbox', { name: 'What was said' })
  await said.waitFor()
  expect(await said.inputValue()).toBe('They wait for the **tender** of the port.')
  expect(await page.getByLabel('By when').inputValue()).toBe('2026-11-09')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.getByText('It is sent as soon as there is a network.').waitFor()
  expect(await reports()).toEqual([])

  await context.setOffline(false)
  await page.getByText(/, sent /).waitFor({ timeout: 45_000 })
  await expectSound(page, `Report: ${account.name}`)
  expect(await reports()).toEqual([{ said: 'They wait for the **tender** of the port.' }])

  await page.getByRole('link', { name: 'Promises of this account' }).click()
  await page.getByText('Send the certificates of the journey').first().waitFor()
  await page.goto('/promises')
  await page.getByText('Send the certificates of the journey').first().waitFor()
  await expectSound(page, 'Promises')
  await page.reload()
  expect(await reports()).toHaveLength(1)
  await close()
})

test('the queue of the morning asks for the promise', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 390 })
  await signInAs(page, system.url, demoPeople.manager)
  const { items } = await (await page.request.get(`${system.url}/api/today?limit=200`)).json()
  const asked = items.filter((each: { kind: string }) => each.kind === 'engage.promise_due')
  const words = asked.map((each: { values: { what: string } }) => each.values.what)
  expect(words).toContain('Send the certificates of the journey')
  await close()
})

test('brief, report and promises are sound in Chinese and in the dark', async () => {
  const { page, close } = await visit(browser, { url: system.url, language: 'zh-Hans', theme: 'dark', width: 390 })
  await signInAs(page, system.url, demoPeople.manager)
  await page.goto(`/visits/${visitId}/brief`)
  await expectSound(page, account.name)
  await page.goto(`/visits/${visitId}/report`)
  await expectSound(page, `拜访报告：${account.name}`)
  await page.goto('/promises')
  await expectSound(page, '承诺')
  await page.goto('/on-this-phone')
  await expectSound(page, '本机内容')
  await close()
})

test('what was put by for work without a network goes with the sign-out', async () => {
  const { page, close } = await visit(browser, { url: system.url, width: 390 })
  await signInAs(page, system.url, demoPeople.manager)
  await page.goto('/on-this-phone')
  await page.getByText(account.name).first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: /Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  const left = await page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('vitalfew')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const stores = ['kit', 'facts', 'outbox']
          const transaction = opening.result.transaction(stores)
          const counts = stores.map(store => transaction.objectStore(store).count())
          transaction.oncomplete = () => resolve(counts.map(count => count.result))
        }
      }),
  )
  expect(left).toEqual([0, 0, 0])
  await close()
})

/** Without a network the page never rests, so that nothing is waited for but its title. */
async function expectSoundOffline(page: Parameters<typeof seriousFaults>[0], title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
}
