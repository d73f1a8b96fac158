import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postedLine, postFile } from '../../src/ledger/posting.fixture.ts'
import { claimAvailability } from '../../src/supply/deliveries/deliveries.server.ts'
import { daysAfter, weekOf } from '../../src/supply/forecast/periods.ts'
import { launchBrowser, signInAs, visit } from '../support/browser.ts'
import { expectSound } from '../support/expect-sound.ts'
import { startSystem, type TestSystem } from '../support/system.ts'

const today = new Date().toISOString().slice(0, 10)
const lastWeek = daysAfter(weekOf(today), -7)

let system: TestSystem
let browser: Browser
/** The company's ERP: it takes whatever it is told of. */
let erp: Server
const told: { headers: IncomingHttpHeaders; body: string }[] = []

beforeAll(async () => {
  system = await startSystem(async ({ db, pool }) => {
    await pool.query(`insert into accounts.account (code, name) values ('D1', 'Harbour Trading')`)
    await pool.query(`insert into products.product (code, name, unit) values ('SW-8', 'Switch 8', 'pcs')`)
    await postFile({ pool }, { importId: 900 }, [
      postedLine({
        day: daysAfter(today, -100),
        productId: 1,
        quantity: '100',
        unitPrice: '90',
        net: '9000',
        cost: '5000',
      }),
    ])
    const claiming = { via: 'system', source: 'plan', at: new Date() } as const
    await claimAvailability(db, claiming, [{ productId: 1, week: weekOf(today), quantity: '20' }])
  })
  erp = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    told.push({ headers: request.headers, body })
    response.end('taken')
  }).listen(0, '127.0.0.1')
  await once(erp, 'listening')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await system?.close()
  erp?.close()
})

/** What the dealer sold in each of ten weeks, and what was left at the end. */
function activity852(): string {
  const dense = (day: string) => day.replaceAll('-', '')
  const weeks = Array.from({ length: 10 }, (_, back) => daysAfter(lastWeek, -7 * (9 - back)))
  const sets = weeks.map((week, at) => {
    const number = String(at + 1).padStart(4, '0')
    const segments = [
      `ST*852*${number}`,
      `XQ*H*${dense(week)}*${dense(daysAfter(week, 6))}`,
      'N1*BY*Harbour Trading*92*HT',
      'LIN**VN*SW-8',
      `ZA*QS*${12 + (at % 3)}*EA`,
      `ZA*QA*${at === 9 ? 6 : 40}*EA`,
      'CTT*1',
    ]
    return [...segments, `SE*${segments.length + 1}*${number}`]
  })
  return [
    `ISA*00*          *00*          *ZZ*HARBOUR        *ZZ*VITALFEW       *${dense(today).slice(2)}*0615*U*00401*000000007*0*P*>`,
    `GS*PD*HARBOUR*VITALFEW*${dense(today)}*0615*7*X*004010`,
    ...sets.flat(),
    `GE*${sets.length}*7`,
    'IEA*1*000000007',
  ]
    .map(segment => `${segment}~\n`)
    .join('')
}

test('from the dealer’s stock message to a signed order, the ERP, a fair share, and the reason the dealer reads', async () => {
  const desk = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  const { page } = desk
  await signInAs(page, system.url, system.people.administrator)
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${system.url}/api${path}`, { data, headers: { origin: system.url } })
    expect(answer.status(), await answer.text()).toBe(200)
    return answer.json()
  }
  await post('/accounts/owner', { accounts: [1], ownerId: system.people.manager })
  await post('/supply/partners', {
    ...{ accountId: 1, name: 'Harbour', standard: 'x12', messageVersion: '004010' },
    ...{ theirQualifier: 'ZZ', theirId: 'HARBOUR', ourQualifier: 'ZZ', ourId: 'VITALFEW' },
  })
  const { secret } = await post('/webhooks', {
    ...{ name: 'ERP', url: `http://127.0.0.1:${(erp.address() as AddressInfo).port}/orders`, allowPrivate: true },
    eventTypes: ['order.signed'],
  })
  const { link } = await post('/accounts/1/portal/invitations', {
    ...{ name: 'Wu Min', email: 'wu@harbour.example', right: 'buyer', language: 'en' },
  })

  // The dealer's 852 arrives and is known by what it says.
  await page.goto('/imports')
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'harbour.edi', mimeType: 'text/plain', buffer: Buffer.from(activity852()) })
  await page.getByRole('button', { name: 'Import the EDI reports' }).click()
  await page.getByText('100.0% of the rows').waitFor({ timeout: 60_000 })
  await page.goto('/accounts/1/stock')
  await page.getByText('Switch 8').first().waitFor()
  await desk.close()

  // Its manager looks at the target and proposes the order.
  const manager = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  await signInAs(manager.page, system.url, system.people.manager)
  await manager.page.goto('/supply/reasonable?account=1')
  await manager.page.getByRole('button', { name: 'Review now' }).click()
  await manager.page.getByText('1 items reviewed').or(manager.page.getByText('1 item reviewed')).waitFor()
  await manager.page.getByRole('button', { name: 'Plan an order' }).click()
  await manager.page.getByText(/weeks/i).first().waitFor()
  await manager.page.getByRole('button', { name: 'Propose to the account' }).click()
  await manager.page.waitForURL(/\/supply\/orders\/[0-9a-f-]{36}/)
  const orderId = manager.page.url().split('/').at(-1)!
  await expectSound(manager.page, /./)
  await manager.close()

  // The dealer changes the quantity and signs, on a phone.
  const phone = await visit(browser, { url: system.url, width: 390, theme: 'dark', language: 'en' })
  await phone.page.goto(link)
  await phone.page.getByLabel(/Password/).fill('correct horse battery')
  await phone.page.getByRole('button', { name: 'Come in' }).click()
  await phone.page.getByRole('heading', { level: 1, name: /Good day/ }).waitFor()
  await phone.page.goto(`/portal/orders/${orderId}`)
  await phone.page.getByRole('link', { name: /Orders.*waiting/ }).waitFor()
  await phone.page.getByLabel('Quantity of Switch 8').fill('40')
  await phone.page.getByRole('button', { name: 'Send the change' }).click()
  await phone.page.getByText('changed, to be signed').waitFor()
  await phone.page.getByLabel(/I have read order/).check()
  await phone.page.getByRole('button', { name: 'Sign the order' }).click()
  await phone.page.getByText(/Signed by Wu Min/).waitFor()
  await phone.page.getByRole('link', { name: /Orders.*waiting/ }).waitFor({ state: 'detached' })

  // The ERP is told, signed as Standard Webhooks says.
  await expect.poll(() => told.length, { timeout: 60_000 }).toBeGreaterThan(0)
  const { headers, body } = told[0]!
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(JSON.parse(body)).toMatchObject({ type: 'order.signed' })
  expect(body).toContain('"40"')

  // Production has twenty: the back office shares them out and releases.
  const office = await visit(browser, { url: system.url, width: 1440, theme: 'light', language: 'en' })
  await signInAs(office.page, system.url, system.people['back office'])
  await office.page.goto('/supply/allocations')
  await office.page.getByRole('button', { name: 'Draw up an allocation' }).first().click()
  await office.page.getByRole('dialog').getByRole('button', { name: 'Draw up as a draft' }).click()
  await office.page.waitForURL(/allocations\/[0-9a-f-]{36}/)
  await expectSound(office.page, /./)
  await office.page.getByRole('button', { name: 'Release', exact: true }).click()
  await office.page.getByRole('dialog').getByRole('button', { name: 'Release it' }).click()
  await office.page.getByText('Released', { exact: true }).first().waitFor()
  await office.close()

  // And the dealer reads what they get, and why.
  await phone.page.goto('/portal/shares')
  await phone.page.getByText('of 40').waitFor()
  await phone.page
    .getByText(/scarce/)
    .first()
    .waitFor()
  await expectSound(phone.page, /./)
  await phone.close()
  const { rows } = await system.pool.query(
    `select o.state, l.allocated_quantity from supply.purchase_order o join supply.order_line l on l.order_id = o.id`,
  )
  expect(rows).toEqual([{ state: 'signed', allocated_quantity: '20' }])
})
