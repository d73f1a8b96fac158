import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { keepFiles } from './files.store.ts'
import { forgetFilesJob } from './forget-files.job.ts'

// The smallest PNG there is.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let api: TestApi
let bucket: Server
/** What lies in the bucket, by path. */
let objects: Map<string, Buffer>

/** A bucket that checks signatures by the published method (AWS Signature Version 4), without the library that made them. */
function isSigned(request: IncomingMessage, secret: string): boolean {
  const given = request.headers.authorization!.match(
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/,
  )
  if (!given) return false
  const [, credential, signedHeaders, signature] = given
  const [, day, region, service] = credential!.split('/')
  const headers = signedHeaders!
    .split(';')
    .map(name => `${name}:${request.headers[name]}\n`)
    .join('')
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const canonical = [
    request.method,
    request.url,
    '',
    headers,
    signedHeaders,
    request.headers['x-amz-content-sha256'] ?? sha(''),
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha(canonical)].join('\n')
  const key = [day!, region!, service!, 'aws4_request'].reduce<string | Buffer>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${secret}`,
  )
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
}

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date('2026-11-02T08:00:00Z') } })
  bucket = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const answer = (status: number, body?: Buffer | string) => response.writeHead(status).end(body)
    if (!isSigned(request, 'bucket-secret')) return answer(403, 'SignatureDoesNotMatch')
    if (request.method === 'PUT') {
      objects.set(request.url!, Buffer.concat(pieces))
      return answer(200)
    }
    if (request.method === 'DELETE') return answer(objects.delete(request.url!) ? 204 : 404)
    const object = objects.get(request.url!)
    return object ? answer(200, object) : answer(404)
  })
  await new Promise<void>(resolve => bucket.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  objects = new Map()
  delete process.env.VITALFEW_S3
})
afterAll(async () => {
  delete process.env.VITALFEW_S3
  await new Promise(resolve => bucket.close(resolve))
  await api.close()
})

const upload = (name: string, body: Buffer | string, role: 'manager' | 'reader' | null = 'manager') =>
  api.fetch(role, `/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'application/octet-stream' },
  })

test('a picture comes back byte by byte, shown but unable to run anything', async () => {
  const { id, name, mediaType, size } = await (await upload('货架 shelf.png', png)).json()
  expect({ name, mediaType, size }).toEqual({ name: '货架 shelf.png', mediaType: 'image/png', size: png.length })
  const answer = await api.fetch('reader', `/files/${id}`)
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe(
    `inline; filename*=UTF-8''${encodeURIComponent('货架 shelf.png')}`,
  )
  expect(answer.headers.get('content-security-policy')).toBe(`sandbox; default-src 'none'`)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('anything but a picture is handed out to be saved', async () => {
  const { id } = await (await upload('minutes.txt', 'Agreed: 两周内回复')).json()
  expect((await api.fetch('manager', `/files/${id}`)).headers.get('content-disposition')).toMatch(/^attachment/)
})

test.each([
  ['page.html', '<script>alert(1)</script>', 'file_kind_invalid'],
  ['picture.png', '<svg onload=alert(1)>', 'file_content_invalid'],
  ['letter.pdf', png, 'file_content_invalid'],
  ['empty.txt', '', 'file_empty_invalid'],
  ['binary.txt', Buffer.from([1, 2, 3, 0]), 'file_content_invalid'],
])('%s is refused: %#', async (name, body, code) => {
  const answer = await upload(name, body)
  expect([answer.status, (await answer.json()).code]).toEqual([422, code])
})

test('a file over the limit is refused, one at the limit taken', async () => {
  process.env.VITALFEW_FILE_LIMIT_MB = '1'
  try {
    expect((await upload('a.txt', 'x'.repeat(1024 * 1024))).status).toBe(201)
    expect((await upload('a.txt', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413)
  } finally {
    delete process.env.VITALFEW_FILE_LIMIT_MB
  }
})

test('nobody without signing in, no reader uploads; nobody without signing in reads', async () => {
  expect((await upload('a.txt', 'text', null)).status).toBe(401)
  expect((await upload('a.txt', 'text', 'reader')).status).toBe(403)
  const { id } = await (await upload('a.txt', 'text')).json()
  expect((await api.fetch(null, `/files/${id}`)).status).toBe(401)
  expect((await api.fetch('manager', '/files/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  expect((await api.fetch('manager', '/files/..%2F..%2Fsecret')).status).toBe(404)
  expect((await api.as('manager', 'GET', '/files/7', undefined, { 'accept-language': 'en' })).body.detail).toBe(
    'There is no such file, or it was removed.',
  )
})

test('what nobody attached goes after a day; what shares its bytes with a kept file stays readable', async () => {
  const kept = await (await upload('kept.txt', 'the same bytes')).json()
  const loose = await (await upload('loose.txt', 'the same bytes')).json()
  const alone = await (await upload('alone.txt', 'other bytes')).json()
  await keepFiles(api.db, [kept.id])
  const night = (at: string) =>
    forgetFilesJob.run(
      {},
      {
        db: api.db,
        pool: api.pool,
        clock: { now: () => new Date(at) },
        dataDirectory: api.dataDirectory,
        log: () => undefined,
        signal: new AbortController().signal,
      },
    )
  await night('2026-11-03T08:00:00Z')
  expect((await api.fetch('manager', `/files/${alone.id}`)).status).toBe(200)
  await night('2026-11-03T08:00:01Z')
  expect((await api.fetch('manager', `/files/${alone.id}`)).status).toBe(404)
  expect((await api.fetch('manager', `/files/${loose.id}`)).status).toBe(404)
  expect(await (await api.fetch('manager', `/files/${kept.id}`)).text()).toBe('the same bytes')
})

test('the same goes through a bucket that speaks S3', async () => {
  process.env.VITALFEW_S3 = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/company/attached`
  process.env.VITALFEW_S3_KEY = 'bucket-key'
  process.env.VITALFEW_S3_SECRET = 'bucket-secret'
  const { id } = await (await upload('shelf.png', png)).json()
  const sha256 = createHash('sha256').update(png).digest('hex')
  expect([...objects.keys()]).toEqual([`/company/attached/${sha256}`])
  const answer = await api.fetch('manager', `/files/${id}`)
  expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  process.env.VITALFEW_S3_SECRET = 'wrong'
  const refused = await upload('other.txt', 'other')
  expect((await refused.json()).code).toBe('file_store_failed')
})
