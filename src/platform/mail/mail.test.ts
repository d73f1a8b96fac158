import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { writeSettings } from '../settings.server.ts'
import type { Letter } from './queue-mail.server.ts'
import { queueMail } from './queue-mail.server.ts'
import { sendMailJob } from './send-mail.job.ts'
import { unsubscribeToken } from './unsubscribe-token.server.ts'

const secret = 'the secret of this test'
const clock = { now: () => new Date('2026-11-02T01:00:00Z') }

let api: TestApi
let server: SMTPServer
/** What the mail server was given, and what it says to the next. */
let letterbox: string[]
let answer: { code: number } | null

beforeAll(async () => {
  process.env.VITALFEW_SECRET = secret
  api = await startTestApi({ clock })
  await writeSettings(api.db, { address: 'https://kam.example.com', companyName: 'Tingyu' })
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = ''
      stream.on('data', chunk => {
        text += chunk
      })
      stream.on('end', () => {
        if (answer) return done(Object.assign(new Error('no'), { responseCode: answer.code }))
        letterbox.push(`${(session.envelope.rcptTo as { address: string }[]).map(to => to.address)}\n${text}`)
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
beforeEach(async () => {
  letterbox = []
  answer = null
  await writeSettings(api.db, { demo: false })
  process.env.VITALFEW_SMTP = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  process.env.VITALFEW_MAIL_FROM = 'Key accounts <kam@tingyu.example>'
  await api.pool.query('delete from platform.mail; delete from platform.mail_choice')
})
afterEach(() => {
  delete process.env.VITALFEW_SMTP
  delete process.env.VITALFEW_MAIL_FROM
})
afterAll(async () => {
  delete process.env.VITALFEW_SECRET
  await new Promise<void>(resolve => server.close(() => resolve()))
  await api.close()
})

const digest = (more: Partial<Letter> = {}) =>
  queueMail(
    { db: api.db, clock, dataDirectory: api.dataDirectory },
    {
      kind: 'digest',
      personId: api.people.manager,
      content: language => ({
        subject: language === 'en' ? 'Your Monday' : '您的周一',
        blocks: [{ kind: 'paragraph', text: 'Two promises are due. 两项承诺到期。' }],
      }),
      ...more,
    },
  )

const send = (id: number) =>
  sendMailJob.run(
    { id },
    {
      db: api.db,
      pool: api.pool,
      clock,
      dataDirectory: api.dataDirectory,
      log: () => undefined,
      signal: new AbortController().signal,
    },
  )

const stateOf = async (id: number) =>
  (await api.pool.query('select state, attempts, error from platform.mail where id = $1', [id])).rows[0]

test('a mail reaches its reader with both languages whole and a way to stop it', async () => {
  const id = await digest()
  await send(id!)
  expect(await stateOf(id!)).toEqual({ state: 'sent', attempts: 1, error: null })
  expect(letterbox).toHaveLength(1)
  const parsed = await simpleParser(letterbox[0]!.slice(letterbox[0]!.indexOf('\n') + 1))
  expect(letterbox[0]).toMatch(/^manager@vitalfew\.test\n/)
  expect(parsed.subject).toBe('Your Monday')
  expect(parsed.text).toContain('两项承诺到期。')
  expect(parsed.html).toContain('两项承诺到期。')
  expect(parsed.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('https://kam.example.com/api/mail/unsubscribe?token=') },
  })
  expect(parsed.headers.get('list-unsubscribe-post') ?? letterbox[0]).toContain('One-Click')
})

test('an invitation carries its calendar message', async () => {
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const id = await digest({ kind: 'invitation', calendar: { method: 'REQUEST', text } })
  await send(id!)
  const parsed = await simpleParser(letterbox[0]!.slice(letterbox[0]!.indexOf('\n') + 1))
  const part = parsed.attachments.find(attachment => attachment.contentType.startsWith('application/ics'))
  expect(part?.content.toString()).toBe(text)
  expect(letterbox[0]).toMatch(/text\/calendar;.*method=REQUEST/i)
})

test('the same key is queued once, and a mail that left does not leave again', async () => {
  const id = await digest({ onceKey: 'digest manager 2026-11-02' })
  expect(await digest({ onceKey: 'digest manager 2026-11-02' })).toBeNull()
  await send(id!)
  await send(id!)
  expect(letterbox).toHaveLength(1)
})

test('two workers that take the same mail send it once', async () => {
  const id = await digest()
  await Promise.all([send(id!), send(id!)])
  expect(letterbox).toHaveLength(1)
})

test('a mail server that is busy is asked again, one that refuses is not', async () => {
  const id = await digest()
  answer = { code: 451 }
  await expect(send(id!)).rejects.toThrow()
  expect(await stateOf(id!)).toMatchObject({ state: 'waiting', attempts: 1 })
  answer = { code: 550 }
  await send(id!)
  expect(await stateOf(id!)).toMatchObject({ state: 'failed', attempts: 2 })
  answer = null
  await send(id!)
  expect(letterbox).toEqual([])
  expect((await api.as('head', 'POST', `/mail/${id}/send-again`)).status).toBe(403)
  expect((await api.as('administrator', 'POST', `/mail/${id}/send-again`)).status).toBe(200)
  await send(id!)
  expect(letterbox).toHaveLength(1)
  expect((await api.as('administrator', 'POST', `/mail/${id}/send-again`)).body.code).toBe('mail_sent_already')
})

test('a demo sends nothing: its mails are kept to be read', async () => {
  await writeSettings(api.db, { demo: true })
  const id = await digest()
  await send(id!)
  expect(letterbox).toEqual([])
  expect(await stateOf(id!)).toMatchObject({ state: 'captured' })
  const { body } = await api.as('manager', 'GET', '/mail')
  expect(body).toMatchObject({ delivery: 'kept here', items: [{ id, subject: 'Your Monday' }] })
})

test('one reads one’s own mails, an administrator all', async () => {
  const id = await digest()
  expect((await api.as('head', 'GET', '/mail')).body.items).toEqual([])
  expect((await api.as('head', 'GET', `/mail/${id}`)).status).toBe(404)
  expect((await api.fetch('head', `/mail/${id}/html`)).status).toBe(404)
  expect((await api.fetch(null, `/mail/${id}/html`)).status).toBe(401)
  expect((await api.as('administrator', 'GET', `/mail/${id}`)).body.text).toContain('两项承诺到期')
  const page = await api.fetch('manager', `/mail/${id}/html`)
  expect(page.headers.get('content-security-policy')).toMatch(/^sandbox/)
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

test('one click in the mail stops this kind for this person alone', async () => {
  const token = unsubscribeToken(secret, { personId: api.people.manager, kind: 'digest' })
  const opened = await api.fetch(null, `/mail/unsubscribe?token=${token}`)
  expect(opened.headers.get('location')).toBe(`/unsubscribe#${token}`)
  expect((await api.as('manager', 'GET', '/me/mail')).body.items[0]).toEqual({ kind: 'digest', wanted: true })
  const stopped = await api.fetch(null, `/mail/unsubscribe?token=${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(stopped.status).toBe(200)
  expect(await digest()).toBeNull()
  expect(await digest({ kind: 'reminder' })).not.toBeNull()
  expect(await digest({ personId: api.people.head })).not.toBeNull()
  await api.as('manager', 'PUT', '/me/mail', { kind: 'digest', wanted: true })
  expect(await digest()).not.toBeNull()
})

test('a link that we did not sign stops nothing', async () => {
  const token = unsubscribeToken('another secret', { personId: api.people.manager, kind: 'digest' })
  for (const bad of [token, token.split('.')[0], 'x.y', '']) {
    const answer = await api.fetch(null, `/mail/unsubscribe?token=${bad}`, { method: 'POST' })
    expect(answer.status).toBe(422)
  }
  expect(await digest()).not.toBeNull()
})

test('who was disabled gets no mail', async () => {
  await api.pool.query('update auth."user" set disabled = true where id = $1', [api.people.reader])
  expect(await digest({ personId: api.people.reader })).toBeNull()
})
