import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { nextTry } from './back-off.ts'
import { postWebhook } from './post-webhook.server.ts'
import { sendDue } from './send-webhooks.job.ts'
import { signedHeaders } from './webhook-signature.server.ts'
import { publishEvent } from './webhooks.server.ts'

let api: TestApi
let receiver: Server
let url: string
let received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer: { status: number; body: string } = { status: 204, body: '' }
let now = new Date('2026-11-02T08:00:00Z')
const clock = { now: () => now }

beforeAll(async () => {
  api = await startTestApi({ clock })
  receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(answer.status, { location: `${url}/elsewhere` }).end(answer.body)
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})

afterAll(async () => {
  await new Promise(resolve => receiver.close(resolve))
  await api.close()
})

beforeEach(async () => {
  received = []
  answer = { status: 204, body: '' }
  now = new Date('2026-11-02T08:00:00Z')
  await api.pool.query('delete from platform.webhook_endpoint')
})

async function endpoint(fields: object = {}) {
  const { status, body } = await api.as('administrator', 'POST', '/webhooks', {
    name: 'ERP',
    url,
    allowPrivate: true,
    ...fields,
  })
  expect(status).toBe(200)
  return body as { id: number; secret: string }
}

const publish = (type = 'order.signed') =>
  api.db.transaction().execute(db => publishEvent(db, { type, subjectId: 'x', payload: { number: 'K7' }, at: now }))
const send = () => sendDue(api.db, clock, () => undefined)
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const log = async () => (await api.as('administrator', 'GET', '/webhooks/deliveries')).body.items

test('an event is sent once, signed so that the receiver can check it with the secret it was shown', async () => {
  const { secret } = await endpoint()
  await publish()
  await send()
  await send()
  expect(received).toHaveLength(1)
  const { headers, body } = received[0]!
  expect(JSON.parse(body)).toEqual({
    type: 'order.signed',
    timestamp: '2026-11-02T08:00:00.000Z',
    data: { number: 'K7' },
  })
  expect(headers['webhook-timestamp']).toBe('1793606400')
  expect(headers['webhook-id']).toMatch(/^msg_[0-9a-f-]{36}$/)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  expect(key).toHaveLength(32)
  const mac = createHmac('sha256', key).update(`${headers['webhook-id']}.1793606400.${body}`).digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${mac}`)
  expect(await log()).toMatchObject([{ type: 'order.signed', state: 'delivered', attempts: 1, lastStatus: 204 }])
})

test('the example of Standard Webhooks has the signature that its specification prints', () => {
  const headers = signedHeaders(
    {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: Buffer.from('{"test": 2432232314}'),
    },
    ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  )
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('what is rolled back is never told', async () => {
  await endpoint()
  await expect(
    api.db.transaction().execute(async db => {
      await publishEvent(db, { type: 'order.signed', payload: {}, at: now })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await send()
  expect(received).toEqual([])
})

test('an endpoint hears the types that it chose; one that is switched off hears nothing', async () => {
  await endpoint({ eventTypes: ['order.shipped'] })
  await endpoint({ name: 'Off', enabled: false })
  await publish('order.signed')
  await publish('order.shipped')
  await send()
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['order.shipped'])
})

test('what fails is tried again with growing waits under the same id, and given up after ten tries', async () => {
  await endpoint()
  answer = { status: 500, body: 'broken' }
  await publish()
  await send()
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: 500 }])
  await send()
  expect(received).toHaveLength(1)
  later(2)
  answer = { status: 302, body: '' }
  await send()
  // A redirect is not followed.
  expect(received).toHaveLength(2)
  for (let attempt = 3; attempt <= 12; attempt += 1) {
    later(30 * 60)
    await send()
  }
  expect(received).toHaveLength(10)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 10, nextAt: null }])
})

test('waits grow, and luck moves them by a tenth at most', () => {
  const at = new Date('2026-11-02T08:00:00Z')
  const wait = (failed: number, luck: number) => (nextTry(failed, at, luck)?.getTime() ?? Number.NaN) - at.getTime()
  expect(wait(1, 0.5)).toBe(60_000)
  expect(wait(2, 0)).toBe(0.9 * 300_000)
  expect(wait(2, 1)).toBe(1.1 * 300_000)
  expect(nextTry(9, at, 0.5)).not.toBeNull()
  expect(nextTry(10, at, 0.5)).toBeNull()
})

test('a message is sent again from the log, with every try kept', async () => {
  const { id } = await endpoint()
  await publish()
  await send()
  const [delivery] = await log()
  expect((await api.as('administrator', 'POST', `/webhooks/deliveries/${delivery.id}/replay`)).status).toBe(200)
  await send()
  expect(received).toHaveLength(2)
  const { body } = await api.as('administrator', 'GET', `/webhooks/deliveries/${delivery.id}`)
  expect(body).toMatchObject({ replays: 1, state: 'delivered', payload: { number: 'K7' } })
  expect(body.tries).toHaveLength(2)
  const { body: list } = await api.as('administrator', 'GET', '/webhooks')
  const { version, ...fields } = list.endpoints[0]
  await api.as('administrator', 'PUT', `/webhooks/${id}`, { ...fields, version, enabled: false })
  expect(await api.as('administrator', 'POST', `/webhooks/deliveries/${delivery.id}/replay`)).toMatchObject({
    status: 409,
    body: { code: 'webhook_switched_off' },
  })
})

test('a receiver that is gone for good switches its endpoint off', async () => {
  await endpoint()
  answer = { status: 410, body: '' }
  await publish()
  await publish()
  await send()
  expect((await api.as('administrator', 'GET', '/webhooks')).body.endpoints[0].enabled).toBe(false)
  expect((await log()).map((each: { state: string }) => each.state)).toEqual(['stopped', 'stopped'])
})

test('a new secret signs beside the one before for a day, then alone', async () => {
  const { id, secret } = await endpoint()
  const { body: rotated } = await api.as('administrator', 'POST', `/webhooks/${id}/secret`, { version: 1 })
  expect(rotated.secret).not.toBe(secret)
  await publish()
  await send()
  expect(String(received[0]!.headers['webhook-signature']).split(' ')).toHaveLength(2)
  later(24 * 60)
  await publish()
  await send()
  expect(String(received[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1)
})

test('private addresses are not posted to unless allowed, by number or by name', async () => {
  const post = (address: string, allow = false) => postWebhook(address, allow, { headers: {}, body: Buffer.from('x') })
  await expect(post(url)).rejects.toThrow('private address')
  await expect(post(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'))).rejects.toThrow('private address')
  await expect(post(url.replace('127.0.0.1', 'localhost'))).rejects.toThrow('private address')
  await expect(post('ftp://example.com/')).rejects.toThrow('not posted to')
  expect(received).toEqual([])
  expect((await post(url, true)).status).toBe(204)
})

test('the secret is shown once, and neither the list nor the trail has it', async () => {
  const { secret } = await endpoint()
  const bare = secret.slice('whsec_'.length)
  const { body } = await api.as('administrator', 'GET', '/webhooks')
  expect(JSON.stringify(body)).not.toContain(bare)
  const trail = await api.pool.query(`select before, after from platform.change where subject = 'webhook'`)
  expect(JSON.stringify(trail.rows)).not.toContain(bare)
})

test('an address with a password, another scheme or an event that there is not is refused', async () => {
  const create = (fields: object) =>
    api.as('administrator', 'POST', '/webhooks', { name: 'ERP', url, allowPrivate: true, ...fields })
  for (const address of ['nonsense', 'ftp://example.com', 'https://me:secret@example.com'])
    expect(await create({ url: address })).toMatchObject({ status: 422, body: { code: 'webhook_address_invalid' } })
  expect(await create({ eventTypes: ['order.eaten'] })).toMatchObject({
    status: 422,
    body: { code: 'webhook_type_invalid' },
  })
})

test('one who tries a webhook sends it a message that no other hears', async () => {
  const { id } = await endpoint()
  await endpoint({ name: 'Bystander' })
  await api.as('administrator', 'POST', `/webhooks/${id}/test`)
  await send()
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test'])
})
