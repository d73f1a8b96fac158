import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers, today } from '../../identify/dealers.fixture.ts'

let api: TestApi
let ids: Map<string, number>
let own: number
let hour = 8

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T${String(hour).padStart(2, '0')}:00:00Z`) } })
  ids = await startWithDealers(api)
  own = ids.get('D10')!
})
afterAll(() => api.close())

const write = (text: string, more: object = {}, role: 'manager' | 'head' | 'reader' | 'executive' = 'manager') =>
  api.as(role, 'POST', `/accounts/${own}/notes`, { text, ...more })

const timeline = async (query = '', accountId = own) =>
  (await api.as('reader', 'GET', `/accounts/${accountId}/timeline${query}`)).body

test('a note stands first in the timeline, above what happened before, and nowhere else', async () => {
  const { body } = await write('Met the **owner**, wants two more facings')
  const { items, kinds } = await timeline()
  expect(items[0]).toMatchObject({
    kind: 'know.note',
    sentence: 'Met the owner, wants two more facings',
    actor: 'The manager',
    note: { id: body.id, text: 'Met the **owner**, wants two more facings', version: 1, mayChange: false },
  })
  expect(items.slice(1).every((item: { kind: string }) => item.kind === 'ledger.document')).toBe(true)
  expect(items.length).toBeGreaterThan(1)
  expect(kinds.map((each: { kind: string }) => each.kind)).toEqual(
    expect.arrayContaining(['know.note', 'ledger.document', 'identify.tier']),
  )
  expect((await timeline('?kinds=know.note', ids.get('D11'))).items).toEqual([])
})

test('page after page brings everything once', async () => {
  hour = 9
  await write('Second')
  const whole = (await timeline('?limit=200')).items.map((item: { kind: string; key: string }) => item.kind + item.key)
  const read: string[] = []
  for (let cursor = ''; ; ) {
    const page = await timeline(`?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    read.push(...page.items.map((item: { kind: string; key: string }) => item.kind + item.key))
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  expect(read).toEqual(whole)
  expect((await api.as('reader', 'GET', `/accounts/${own}/timeline?cursor=x`)).status).toBe(422)
})

test('only the author and those who answer for all change a note; it can be put back', async () => {
  const { body } = await write('Theirs')
  const change = { version: 1, text: 'Changed' }
  expect((await api.as('executive', 'PATCH', `/notes/${body.id}`, change)).body.code).toBe('note_not_yours')
  expect((await api.as('executive', 'DELETE', `/notes/${body.id}`)).status).toBe(403)
  expect((await api.as('manager', 'PATCH', `/notes/${body.id}`, change)).status).toBe(200)
  expect((await api.as('head', 'PATCH', `/notes/${body.id}`, change)).status).toBe(412)
  expect((await api.as('head', 'DELETE', `/notes/${body.id}`)).status).toBe(200)
  const texts = async () =>
    (await timeline('?kinds=know.note')).items.map((item: { note: { text: string } }) => item.note.text)
  expect(await texts()).not.toContain('Changed')
  await api.as('manager', 'POST', `/notes/${body.id}/restore`)
  expect(await texts()).toContain('Changed')
  expect((await write('No', {}, 'reader')).status).toBe(403)
  expect((await api.as('manager', 'POST', '/accounts/999999/notes', { text: 'x' })).status).toBe(404)
})

test('files come with the note; a file that is not there refuses the whole note', async () => {
  const answer = await api.fetch('manager', '/files?name=shelf.txt', {
    method: 'POST',
    body: 'Two facings',
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id } = await answer.json()
  await write('With a file', { fileIds: [id] })
  const { items } = await timeline('?kinds=know.note&limit=1')
  expect(items[0].note.files).toEqual([{ id, name: 'shelf.txt', mediaType: 'text/plain', size: 11 }])
  const missing = await write('Without', { fileIds: ['00000000-0000-4000-8000-000000000000'] })
  expect(missing.body.code).toBe('attached_file_not_found')
  expect((await timeline('?kinds=know.note&limit=1')).items[0].note.text).toBe('With a file')
})

test('sentences come in the reader’s language', async () => {
  const { items } = await timeline('?kinds=ledger.document&limit=1&language=zh-Hans')
  expect(items[0].title).toBe('开票')
  expect(items[0].sentence).toMatch(/：.*，\d+ 行$/)
})
