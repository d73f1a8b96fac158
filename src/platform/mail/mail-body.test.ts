import { expect, test } from 'vitest'
import type { MailContent } from './mail.ts'
import { subjectLine } from './mail.ts'
import { mailBody } from './mail-body.ts'

const content: MailContent = {
  language: 'en',
  subject: 'Monday',
  blocks: [
    { kind: 'heading', text: 'Due today' },
    {
      kind: 'items',
      items: [{ title: 'Müller & Söhne <b>', figure: '¥82k', text: 'Owed since Friday', path: '/accounts/7' }],
    },
    { kind: 'action', label: 'Open the queue', path: '/today' },
  ],
}
const frame = {
  address: 'https://kam.example.com',
  company: 'Tingyu',
  footer: 'Morning digest of Tingyu.',
  stop: { label: 'Stop these mails', url: 'https://kam.example.com/unsubscribe#t' },
}

test('text and HTML say the same and lead to the same places', () => {
  const { text, html } = mailBody(content, frame)
  for (const body of [text, html]) {
    expect(body).toContain('https://kam.example.com/accounts/7')
    expect(body).toContain('https://kam.example.com/today')
    expect(body).toContain('https://kam.example.com/unsubscribe#t')
    expect(body).toContain('¥82k')
    expect(body).toContain('Owed since Friday')
  }
})

test('a name that looks like HTML stays a name', () => {
  const { html, text } = mailBody(content, frame)
  expect(html).toContain('Müller &amp; Söhne &lt;b&gt;')
  expect(html).not.toContain('<b>')
  expect(text).toContain('Müller & Söhne <b>')
})

test('nothing is fetched from anywhere when the mail is read', () => {
  expect(mailBody(content, frame).html).not.toMatch(/<(img|script|link|iframe)|url\(|@import/i)
})

test('a mail that nobody chose has no way to stop it', () => {
  expect(mailBody(content, { ...frame, stop: null }).text).not.toContain('unsubscribe')
})

test('a subject is one line of at most 200 characters', () => {
  expect(subjectLine('Visit\r\nBcc: all@example.com')).toBe('Visit Bcc: all@example.com')
  expect(subjectLine('x'.repeat(201))).toHaveLength(200)
})
