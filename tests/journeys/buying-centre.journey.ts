import type { Browser, Page } from 'playwright-core'
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

/** A manager's new account, of which nobody is known yet. */
async function newAccount(page: Page, code: string): Promise<number> {
  await signInAs(page, system.url, demoPeople.manager)
  await page.request.patch(`${system.url}/api/me`, { data: { language: 'en' }, headers: { origin: system.url } })
  const answer = await page.request.post(`${system.url}/api/accounts`, {
    data: { code, name: `Strait Controls ${code}` },
    headers: { origin: system.url },
  })
  return (await answer.json()).id
}

const gapsOf = (page: Page) =>
  page
    .getByRole('region', { name: 'Gaps', exact: true })
    .getByRole('listitem')
    .evaluateAll(items => items.map(item => item.querySelector('strong')?.textContent))

async function addPerson(page: Page, name: string, role?: string): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill(name)
  if (role) {
    await form.getByLabel('Role in the buying centre').click()
    await page.getByRole('option', { name: role, exact: true }).click()
  }
  await form.getByRole('button', { name: 'Add the person' }).click()
  await page.getByText(`${name}`).first().waitFor()
  await form.waitFor({ state: 'hidden' })
}

test('a manager maps a buying centre and closes its gaps', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  const id = await newAccount(page, 'J-1')
  await page.goto(`/accounts/${id}/relationships`)
  await page.getByText('nobody is a decision maker').waitFor()
  expect(await gapsOf(page)).toEqual(['No relationship to a decision maker', 'Nobody on the floor known'])

  // Whom the gap lacks is the role that the form begins with.
  const first = page.getByRole('listitem').filter({ hasText: 'No relationship to a decision maker' })
  await first.getByRole('button', { name: 'Add a person' }).click()
  await addPerson(page, 'Tan Mei Ling')
  await page.getByText('Tan Mei Ling decides, and nobody of ours knows them').waitFor()

  await first.getByRole('button', { name: 'Link one of ours' }).click()
  const link = page.getByRole('dialog')
  expect(await link.getByLabel('Whom of theirs').inputValue()).toBe('Tan Mei Ling')
  await link.getByRole('button', { name: 'Save the relationship' }).click()
  await page.getByText('The only relationship is that of').waitFor()
  expect(await gapsOf(page)).toEqual(['A single thread', 'Nobody on the floor known'])

  await page.getByRole('button', { name: 'Add a person' }).last().click()
  await addPerson(page, 'Rahman Azlan', 'Floor staff')
  await page.getByText('Nobody on the floor known').waitFor({ state: 'detached' })
  expect(await gapsOf(page)).toEqual(['A single thread'])
  expect(await seriousFaults(page)).toEqual([])

  // A line drawn with the mouse, from one person to another, is settled in the form.
  const clerk = page.locator('.react-flow__node').filter({ hasText: 'Rahman Azlan' })
  const decider = page.locator('.react-flow__node').filter({ hasText: 'Tan Mei Ling' })
  await clerk.hover()
  await clerk.locator('.react-flow__handle-top').dragTo(decider.locator('.react-flow__handle-bottom'), { force: true })
  const line = page.getByRole('dialog')
  expect(await line.getByRole('combobox', { name: 'Who', exact: true }).inputValue()).toBe('Rahman Azlan')
  expect(await line.getByRole('combobox', { name: 'Whom', exact: true }).inputValue()).toBe('Tan Mei Ling')
  await line.getByRole('button', { name: 'Draw the line' }).click()
  await page.locator('.react-flow__edge-path').first().waitFor({ state: 'attached' })
  await line.waitFor({ state: 'hidden' })

  // Laid out by rule the superior stands above; put aside by hand they stay there.
  const top = async (node: typeof clerk) => (await node.boundingBox())!.y
  await expect.poll(async () => (await top(decider)) < (await top(clerk)), { timeout: 15_000 }).toBe(true)
  await clerk.scrollIntoViewIfNeeded()
  const before = (await clerk.boundingBox())!
  const saved = page.waitForResponse(answer => answer.url().endsWith('/relationships/places') && answer.ok())
  await page.mouse.move(before.x + 40, before.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.x + 240, before.y - 20, { steps: 8 })
  await page.mouse.up()
  await saved
  const { positions } = await (await page.request.get(`${system.url}/api/accounts/${id}/relationships`)).json()
  expect(positions).toHaveLength(1)
  await page.getByRole('button', { name: 'Lay out anew' }).click()
  await page.getByText('The map is laid out anew.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Lay out anew' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await close()
})

test('the same by keyboard alone', async () => {
  const { page, close } = await visit(browser, { url: system.url })
  const id = await newAccount(page, 'J-2')
  for (const name of ['Lim Kok Leong', 'Priya Nair']) {
    await page.request.post(`${system.url}/api/accounts/${id}/contacts`, {
      data: { name },
      headers: { origin: system.url },
    })
  }
  await page.goto(`/accounts/${id}/relationships`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByRole('button', { name: 'Add a line' }).focus()
  await press('Enter')
  await page.getByRole('dialog').waitFor()
  const who = page.getByRole('combobox', { name: 'Who', exact: true })
  await expect.poll(() => who.evaluate(element => element === document.activeElement), { timeout: 20_000 }).toBe(true)
  await page.keyboard.type('Priya')
  await press('ArrowDown', 'Enter', 'Tab', 'ArrowRight', 'Tab')
  await page.keyboard.type('Lim')
  await press('ArrowDown', 'Enter', 'Enter')
  await page.getByText('The line is drawn.').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const { lines } = await (await page.request.get(`${system.url}/api/accounts/${id}/relationships`)).json()
  expect(lines).toMatchObject([{ kind: 'influences', strength: 2 }])

  // The table beside the map opens the line; removing it can be taken back.
  await page.getByRole('grid', { name: 'Lines' }).getByRole('row').nth(1).focus()
  await press('Enter')
  await page.getByRole('button', { name: 'Remove the line' }).focus()
  await press('Enter')
  await page.getByText('No line has been drawn yet').waitFor()
  await page.getByRole('button', { name: 'Undo' }).focus()
  await press('Enter')
  await page.getByText('No line has been drawn yet').waitFor({ state: 'detached' })

  // What is no gap here is said with reason and end, and counted again.
  const floor = page.getByRole('listitem').filter({ hasText: 'Nobody on the floor known' })
  await floor.getByRole('button', { name: 'Not a gap here' }).focus()
  await press('Enter')
  await page.getByLabel('Why it is no gap here').fill('They sell from the catalogue alone')
  await page.getByRole('button', { name: 'Set aside' }).focus()
  await press('Enter')
  await page.getByText('They sell from the catalogue alone').waitFor()
  await page.getByRole('button', { name: 'Count it again' }).focus()
  await press('Enter')
  await page.getByText('They sell from the catalogue alone').waitFor({ state: 'detached' })
  expect(await seriousFaults(page)).toEqual([])
  await close()
})
