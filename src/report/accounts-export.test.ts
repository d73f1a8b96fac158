import { text } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from '../accounts/accounts.server.ts'
import { contextOf, person } from '../accounts/acting.fixture.ts'
import type { StreamingApp } from '../platform/http.server.ts'
import { spreadsheetText } from '../platform/spreadsheet-text.ts'
import { createColumnsReader } from './account-columns.server.ts'
import { accountsExport } from './accounts-export.routes.ts'
import { accountsXlsx } from './accounts-export.server.ts'
import type { ListedAccount } from './accounts-list.contract.ts'

let database: TestDatabase
let app: StreamingApp

const nothingKnown: ListedAccount = {
  id: 1,
  code: 'A',
  name: 'Alpha',
  country: null,
  region: null,
  city: null,
  level: null,
  parent: null,
  owner: null,
  salesperson: null,
  cooperationSince: null,
  revenue: '0',
  margin: null,
  costToServe: '0',
  contribution: null,
  marginRate: null,
  documents: 0,
  growth: null,
  lastDay: null,
  silentDays: null,
  tier: null,
  movement: null,
  points: null,
  rank: null,
  months: [],
}

beforeAll(async () => {
  database = await createTestDatabase()
  await claimAccounts(database.pool, 1, 'erp', [
    { code: 'A', name: '=HYPERLINK("http://evil")', country: 'China' },
    { code: '-B', name: '宁波, "港务"', country: 'China' },
    { code: 'C', name: 'Elsewhere', country: 'Vietnam' },
  ])
  app = new Hono()
  app.use('*', async (c, next) => {
    c.set('context', contextOf(database, person('Sun', 'reader')))
    await next()
  })
  accountsExport(createColumnsReader())(app)
})

afterAll(() => database.close())

describe('text that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j gets an apostrophe before it', value => {
    expect(spreadsheetText(value)).toBe(`'${value}`)
  })

  test.each(['', 'Alpha', 'a=b', '宁波', '8-800', "'quoted"])('%j stays as it is', value => {
    expect(spreadsheetText(value)).toBe(value)
  })
})

test('a CSV holds what the list shows, in its order and within its filter', async () => {
  const answer = await app.request('/api/accounts/export?format=csv&sort=code&direction=asc&country[]=China&limit=1')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="accounts-2026-11-23\.csv"/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').slice(1).trimEnd().split('\n')
  expect(lines[0]).toMatch(/^Code,Name,Level,Parent,Country/)
  expect(lines.slice(1).map(line => line.slice(0, 40))).toEqual([
    expect.stringMatching(/^'-B,"宁波, ""港务""",,,China/),
    expect.stringMatching(/^A,"'=HYPERLINK/),
  ])
})

test('an XLSX holds the same with numbers as numbers', async () => {
  const answer = await app.request('/api/accounts/export?format=xlsx&sort=code&direction=asc')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const sheet = workbook.worksheets[0]!
  expect(sheet.rowCount).toBe(4)
  expect(sheet.getCell('A2').value).toBe("'-B")
  expect(sheet.getCell('B3').value).toBe(`'=HYPERLINK("http://evil")`)
  const revenue = (sheet.getRow(1).values as string[]).indexOf('Revenue')
  expect(sheet.getRow(2).getCell(revenue).value).toBe(0)
})

test('an amount with more digits than a spreadsheet keeps is written as text, not rounded', async () => {
  async function* onePage() {
    yield [{ ...nothingKnown, revenue: '12345678901234.5678', margin: '-1234.5' }]
  }
  const file = accountsXlsx(onePage(), 'en')
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk as Buffer)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(Buffer.concat(chunks)).buffer)
  const sheet = workbook.worksheets[0]!
  const titles = sheet.getRow(1).values as string[]
  expect(sheet.getRow(2).getCell(titles.indexOf('Revenue')).value).toBe('12345678901234.5678')
  expect(sheet.getRow(2).getCell(titles.indexOf('Margin')).value).toBe(-1234.5)
})

test('an export that fails in the middle breaks off instead of looking complete', async () => {
  const file = accountsXlsx(
    (async function* () {
      yield []
      throw new Error('the database went away')
    })(),
    'en',
  )
  await expect(text(file)).rejects.toThrow('the database went away')
})

test('who is not signed in, or asks for what is not there, gets no file', async () => {
  const stranger: StreamingApp = new Hono()
  stranger.use('*', async (c, next) => {
    c.set('context', { ...contextOf(database, person('Sun', 'reader')), actor: null })
    await next()
  })
  stranger.onError((error, c) => c.text(error.message, 400))
  accountsExport(createColumnsReader())(stranger)
  expect(await (await stranger.request('/api/accounts/export')).text()).toBe('not_signed_in')
  app.onError((error, c) => c.text(error.message, 400))
  expect(await (await app.request('/api/accounts/export?sort=colour')).text()).toBe('input_invalid')
})
