import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { runImportJob, undoImportJob } from './imports.job.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const context = () => ({
  db: api.db,
  pool: api.pool,
  dataDirectory: api.dataDirectory,
  log: () => undefined,
  clock: { now: () => new Date() },
  signal: new AbortController().signal,
})

async function upload(text: string, role: 'back office' = 'back office'): Promise<string> {
  const bytes = Buffer.from(text)
  const begun = await api.as(role, 'POST', '/imports/uploads', { name: 'march.csv', size: bytes.length })
  expect(begun.status).toBe(200)
  const half = Math.floor(bytes.length / 2)
  for (const [from, to] of [
    [0, half],
    [half, bytes.length],
  ] as const) {
    const answer = await api.fetch(role, `/imports/uploads/${begun.body.id}?offset=${from}`, {
      method: 'PUT',
      body: bytes.subarray(from, to),
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ received: to })
  }
  return begun.body.id
}

const file =
  'document,account,day,net,Kennz\nA1,C1,03-04-2014,10.50,x\nA2,,05-04-2014,5.25,=1+1\nA3,C2,06-04-2014,7.25,-3.5\n'

describe('an import through the web', () => {
  it('is uploaded in pieces, detected, corrected, started, read and undone', async () => {
    const uploadId = await upload(file)
    const detected = await api.as('back office', 'POST', '/imports', { uploadId })
    expect(detected.body).toMatchObject({
      state: 'asking',
      kind: 'invoices',
      fileName: 'march.csv',
      questions: [{ code: 'date_order' }],
    })
    const { id } = detected.body
    expect((await api.as('back office', 'POST', `/imports/${id}/start`)).body).toMatchObject({ code: 'import_asks' })

    const corrected = await api.as('back office', 'PATCH', `/imports/${id}`, { corrections: { dayOrder: 'dmy' } })
    expect(corrected.body).toMatchObject({ questions: [], shape: { dayOrder: 'dmy' } })
    const preview = await api.as('back office', 'GET', `/imports/${id}/preview`)
    expect(preview.body.rows).toHaveLength(3)
    expect(preview.body.doubtful).toMatchObject([{ row: 3, reason: 'account_missing' }])

    const started = await api.as('back office', 'POST', `/imports/${id}/start`)
    expect(started.body.state).toBe('waiting')
    await runImportJob.run({ id }, context())
    const done = await api.as('reader', 'GET', `/imports/${id}`)
    expect(done.body).toMatchObject({
      state: 'finished',
      rows: 3,
      added: 2,
      setAside: 1,
      reasons: { account_missing: 1 },
    })

    const aside = await api.as('reader', 'GET', `/imports/${id}/set-aside?limit=10`)
    expect(aside.body).toMatchObject({
      headers: ['document', 'account', 'day', 'net', 'Kennz'],
      items: [{ row: 3, reason: 'account_missing', state: 'open' }],
      counts: [{ reason: 'account_missing', state: 'open', rows: 1 }],
    })
    const settled = await api.as('back office', 'POST', `/imports/${id}/settle`, {
      reason: 'account_missing',
      answer: 'leave',
    })
    expect(settled.body).toEqual({ rows: 1, import: null })

    const undoing = await api.as('back office', 'POST', `/imports/${id}/undo`)
    expect(undoing.body.state).toBe('undoing')
    await undoImportJob.run({ id, actor: { id: null, name: 'x', role: 'administrator', via: 'job' } }, context())
    expect((await api.as('reader', 'GET', `/imports/${id}`)).body.state).toBe('undone')
    expect(api.failures).toEqual([])
  })

  it('gives its set-aside rows as a file that runs no formula and can be imported again', async () => {
    const uploadId = await upload(file.replace('A1,C1', 'A1,'))
    const { id } = (await api.as('back office', 'POST', '/imports', { uploadId, corrections: { dayOrder: 'dmy' } }))
      .body
    await api.as('back office', 'POST', `/imports/${id}/start`)
    await runImportJob.run({ id }, context())
    const download = await api.fetch('reader', `/imports/${id}/set-aside.csv`)
    expect(download.status).toBe(200)
    const text = await download.text()
    expect(text.split('\r\n')).toEqual([
      'document,account,day,net,Kennz,set_aside_row,set_aside_reason,set_aside_why',
      'A1,,03-04-2014,10.50,x,row 2,account_missing,no account',
      "A2,,05-04-2014,5.25,'=1+1,row 3,account_missing,no account",
      '',
    ])
    const fixed = text.replace('A1,,', 'A1,C7,').replace('A2,,', 'A2,C8,')
    const again = (await api.as('back office', 'POST', '/imports', { uploadId: await upload(fixed) })).body
    expect(again.questions).toEqual([])
    await api.as('back office', 'POST', `/imports/${again.id}/start`)
    await runImportJob.run({ id: again.id }, context())
    expect((await api.as('reader', 'GET', `/imports/${again.id}`)).body).toMatchObject({ added: 2, setAside: 0 })
  })

  it('is for those who may import, with their own uploads', async () => {
    expect((await api.as('manager', 'POST', '/imports/uploads', { name: 'x', size: 1 })).status).toBe(403)
    const uploadId = await upload(file)
    const foreign = await api.fetch('head', `/imports/uploads/${uploadId}?offset=0`, { method: 'PUT', body: 'x' })
    expect(await foreign.json()).toMatchObject({ code: 'upload_unknown' })
    const reader = await api.fetch('reader', `/imports/uploads/${uploadId}?offset=0`, { method: 'PUT', body: 'x' })
    expect(reader.status).toBe(403)
    expect((await api.fetch(null, '/imports/1/set-aside.csv')).status).toBe(401)
  })

  it('goes on from where an upload broke off, and takes no byte beyond its end', async () => {
    const begun = (await api.as('head', 'POST', '/imports/uploads', { name: 'x.csv', size: 6 })).body
    const put = (offset: number, body: string) =>
      api.fetch('head', `/imports/uploads/${begun.id}?offset=${offset}`, { method: 'PUT', body })
    await put(0, 'abc')
    expect((await api.as('head', 'GET', `/imports/uploads/${begun.id}`)).body).toMatchObject({ received: 3, size: 6 })
    expect(await (await put(5, 'z')).json()).toMatchObject({ code: 'upload_offset_wrong' })
    expect((await api.as('head', 'POST', '/imports', { uploadId: begun.id })).body).toMatchObject({
      code: 'upload_incomplete',
    })
    expect(await (await put(3, 'defg')).json()).toMatchObject({ code: 'upload_offset_wrong' })
    expect(await (await put(3, 'def')).json()).toMatchObject({ received: 6 })
  })
})

describe('lines pushed by an ERP', () => {
  it('are answered once for one Idempotency-Key', async () => {
    const key = await api.keyOf('back office')
    const push = () =>
      api.as(
        null,
        'POST',
        '/imports/push',
        {
          source: 'erp',
          lines: [{ document: 'X1', line: '1', day: '2014-03-05', account: 'E1', net: '10.50' }, { account: 'E1' }],
        },
        { authorization: `Bearer ${key}`, 'idempotency-key': 'night of the 5th' },
      )
    const first = await push()
    expect(first.body).toMatchObject({ rows: 2, added: 1, setAside: [{ row: 2, reason: 'document_missing' }] })
    expect((await push()).body).toEqual(first.body)
  })
})
