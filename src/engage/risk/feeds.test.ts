import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../../../tests/support/api.ts'
import { isPrivateAddress } from '../../platform/private-address.server.ts'
import { messageLinks } from './feed.ts'
import { FeedProblem, fetchDocument } from './fetch-feed.server.ts'
import { readFeeds } from './read-feeds.use.ts'
import { readXml } from './read-xml.ts'

const message = (id: string) => `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier>
<sender>met@example.cn</sender><sent>${testDay}T08:00:00+08:00</sent><status>Actual</status><msgType>Alert</msgType>
<scope>Public</scope></alert>`
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" type="text/html" href="/page"/>
<link type="application/cap+xml" href="one.cap"/></entry><entry><link href="/two.cap"/></entry>
<entry><link href="/broken.cap"/></entry><entry><link href="file:///etc/passwd"/></entry></feed>`

let api: TestApi
let server: Server
let base = ''
const asked: string[] = []

beforeAll(async () => {
  api = await startTestApi()
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const pages: Record<string, string> = {
      '/feed': atom,
      '/one.cap': message('one'),
      '/two.cap': message('two'),
      '/broken.cap': message('three').replace('<scope>Public</scope>', ''),
    }
    const page = pages[request.url ?? '']
    if (request.url === '/away') response.writeHead(302, { location: '/feed' }).end()
    else if (request.url === '/nowhere') response.writeHead(302, { location: 'http://[bad' }).end()
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
    else if (page === undefined) response.writeHead(404).end()
    else response.end(page)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await api.close()
})

test.each([
  ['127.0.0.1', true],
  ['10.255.255.255', true],
  ['11.0.0.0', false],
  ['172.15.255.255', false],
  ['172.16.0.0', true],
  ['172.32.0.0', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['8.8.8.8', false],
  ['::1', true],
  ['fd00::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['2001:4860:4860::8888', false],
  ['no address', true],
  ['::7f00:1', true],
  ['64:ff9b:1::7f00:1', true],
  ['2002:7f00:1::', true],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected)
})

test('a private address is read only where it is allowed, by name too', async () => {
  await expect(fetchDocument(`${base}/feed`, false)).rejects.toThrow(FeedProblem)
  await expect(fetchDocument(`${base.replace('127.0.0.1', 'localhost')}/feed`, false)).rejects.toThrow('private')
  expect(new TextDecoder().decode(await fetchDocument(`${base}/away`, true))).toBe(atom)
  await expect(fetchDocument(`${base}/round`, true)).rejects.toThrow('too many redirects')
  await expect(fetchDocument('file:///etc/passwd', true)).rejects.toThrow('not read')
  await expect(fetchDocument(`${base}/nowhere`, true)).rejects.toThrow(FeedProblem)
})

test('RSS and Atom name their messages; other schemes are left out', () => {
  const links = (text: string) => {
    const xml = readXml(text)
    return typeof xml === 'string' ? xml : messageLinks(xml.root, xml.element, 'https://met.example/feeds/all')
  }
  expect(links(atom)).toEqual([
    'https://met.example/feeds/one.cap',
    'https://met.example/two.cap',
    'https://met.example/broken.cap',
  ])
  expect(links('<rss><channel><item><link>https://met.example/a.cap</link></item></channel></rss>')).toEqual([
    'https://met.example/a.cap',
  ])
})

test('a feed is read once, what is wrong with it stands beside it, and it hinders no other', async () => {
  const add = (body: object) => api.as('administrator', 'POST', '/risks/feeds', body)
  expect((await add({ name: 'Gateway', url: `${base}/feed`, allowPrivate: true })).status).toBe(200)
  expect((await add({ name: 'Twice', url: `${base}/feed` })).body.code).toBe('risk_feed_taken')
  await add({ name: 'Not allowed', url: `${base}/one.cap` })
  await add({ name: 'Odd', url: 'ftp://met.example/' }).then(({ status }) => expect(status).toBe(400))
  expect((await api.as('head', 'GET', '/risks/feeds')).status).toBe(403)
  const clock = { now: () => new Date(`${testDay}T08:00:00Z`) }
  expect(await readFeeds({ db: api.db, clock })).toBe(2)
  const feeds = async () => (await api.as('administrator', 'GET', '/risks/feeds')).body.items
  expect(await feeds()).toMatchObject([
    { name: 'Gateway', messagesRead: 2, lastProblem: expect.stringContaining('missing|scope') },
    { name: 'Not allowed', messagesRead: 0, lastProblem: expect.stringContaining('private address') },
  ])
  asked.length = 0
  expect(await readFeeds({ db: api.db, clock })).toBe(0)
  expect(asked).toEqual(['/feed'])
})
