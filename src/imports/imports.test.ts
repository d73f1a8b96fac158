import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import type { Actor } from '../platform/roles.ts'
import { readSettings } from '../platform/settings.server.ts'
import { commandsOn, ledgerState } from './import-command.fixture.ts'
import { findImport, insertImport, setState } from './imports.store.ts'
import { pushLines } from './push-lines.use.ts'
import { runImport } from './run-import.use.ts'
import { runQueuedImport } from './run-queued-import.use.ts'
import { bookSetAside, leaveAside } from './settle-set-aside.use.ts'
import { undoImport } from './undo-import.use.ts'

const actor: Actor = { id: 'ann', name: 'Ann', role: 'administrator', via: 'web' }

let database: TestDatabase
let commands: ReturnType<typeof commandsOn>
beforeEach(async () => {
  database = await createTestDatabase()
  commands = commandsOn(database)
})
afterEach(() => database.close())

const header = 'document,line,account,account_name,day,product,quantity,net,cost\n'
const march = `${header}A1,1,C1,Alpha,2014-03-05,P1,2,10.50,6\nA1,2,C1,Alpha,2014-03-05,P2,1,7,\nA2,1,C2,Beta,2014-03-09,P1,1,5,3\n`
const counts = (json: Record<string, unknown>) => [json.rows, json.added, json.replaced, json.unchanged, json.setAside]

async function nets(): Promise<string[]> {
  const { rows } = await database.pool.query(
    `select a.code, d.number, l.line, trim_scale(l.net) as net from ledger.line l
     join ledger.document d on d.account_id = l.account_id and d.id = l.document_id
     join accounts.account a on a.id = l.account_id order by 1, 2, 3`,
  )
  return rows.map(row => `${row.code} ${row.number}/${row.line} ${row.net}`)
}

describe('an import', () => {
  it('prints its contract', async () => {
    const { code, out } = await commands.importText(march)
    expect(code).toBe(0)
    const printed = JSON.parse(out)
    expect(Object.keys(printed)).toEqual([
      'import',
      'rows',
      'added',
      'replaced',
      'unchanged',
      'setAside',
      'reasons',
      'seconds',
    ])
    expect(printed).toMatchObject({ rows: 3, added: 3, replaced: 0, unchanged: 0, setAside: 0, reasons: {} })
  })

  it('says which currency it took for the base, where the file has several', async () => {
    const { code, out, error } = await commands.importText(
      'document,account,day,net,currency\n1,C1,2014-03-05,1,CNY\n2,C1,2014-03-05,2,CNY\n3,C1,2014-03-05,3,USD\n',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ rows: 3, added: 2, setAside: 1, reasons: { rate_missing: 1 } })
    expect(error).toContain('The base currency is CNY')
    expect((await readSettings(database.db)).baseCurrency).toBe('CNY')
  })

  it('of the same file again adds nothing, of a changed line replaces it', async () => {
    await commands.importText(march)
    expect(counts((await commands.importText(march)).json())).toEqual([3, 0, 0, 3, 0])
    expect(counts((await commands.importText(march.replace('10.50', '11'))).json())).toEqual([3, 0, 1, 2, 0])
    expect(await nets()).toEqual(['C1 A1/1 11', 'C1 A1/2 7', 'C2 A2/1 5'])
  })

  it('of another source is another ledger of the same accounts', async () => {
    await commands.importText(march)
    expect(counts((await commands.importText(march, '--source', 'shop')).json())).toEqual([3, 3, 0, 0, 0])
  })

  it('numbers lines without a number in the order of the file', async () => {
    await commands.importText(
      'document,account,day,net\nA1,C1,2014-03-05,1\nA2,C1,2014-03-05,2\nA1,C1,2014-03-05,3\nA1,C1,2014-03-05,3\n',
    )
    expect(await nets()).toEqual(['C1 A1/1 1', 'C1 A1/2 3', 'C1 A1/3 3', 'C1 A2/1 2'])
  })

  it('sets bad rows aside with their reason and text, and books the others', async () => {
    const bad = `${march}A3,1,,,2014-03-09,P1,1,5,\nA4,1,C1,Alpha,soon,P1,1,5,\nA5,1,C1,Alpha,2014-03-09,P1,1,much,\nA1,2,C1,Alpha,2014-03-05,P2,1,8,\n`
    const { json } = await commands.importText(bad)
    expect(json()).toMatchObject({
      rows: 7,
      added: 3,
      setAside: 4,
      reasons: { account_missing: 1, day_unreadable: 1, amount_unreadable: 1, line_repeated: 1 },
    })
    const { rows } = await database.pool.query('select row, reason, raw from imports.set_aside order by row')
    expect(rows).toEqual([
      { row: 5, reason: 'account_missing', raw: 'A3,1,,,2014-03-09,P1,1,5,' },
      { row: 6, reason: 'day_unreadable', raw: 'A4,1,C1,Alpha,soon,P1,1,5,' },
      { row: 7, reason: 'amount_unreadable', raw: 'A5,1,C1,Alpha,2014-03-09,P1,1,much,' },
      { row: 8, reason: 'line_repeated', raw: 'A1,2,C1,Alpha,2014-03-05,P2,1,8,' },
    ])
  })

  it('creates no accounts or products where none are wanted', async () => {
    const { json } = await commands.importText(march, '--create', 'none')
    expect(json()).toMatchObject({ added: 0, reasons: { product_unknown: 3 } })
    expect((await commands.importText(march, '--create', 'products')).json()).toMatchObject({
      added: 0,
      reasons: { account_unknown: 3 },
    })
    expect(((await ledgerState(database)) as { accounts: unknown[]; products: unknown[] }).products).toEqual([])
  })

  it('asks what the file leaves open, with the flag that answers, and writes nothing', async () => {
    const open = 'document,account,day,net\nA1,C1,03-04-2013,1.50\n'
    const asked = await commands.importText(open)
    expect(asked.code).toBe(2)
    expect(asked.json()).toMatchObject({
      questions: [{ code: 'date_order', flags: ['--date-order dmy', '--date-order mdy'] }],
    })
    expect((await commands.imports('list')).json()).toEqual({ imports: [] })
    expect((await commands.importText(open, '--date-order', 'mdy')).code).toBe(0)
    // The answer is remembered for this source, and for it alone.
    expect((await commands.importText(open)).json()).toMatchObject({ unchanged: 1 })
    expect((await commands.importText(open, '--source', 'other')).code).toBe(2)
  })

  it('asks for a column nobody could guess, and remembers it', async () => {
    const odd = 'Kennz,account,day,net\nA1,C1,2014-03-05,1.50\n'
    const asked = await commands.importText(odd)
    expect(asked.code).toBe(2)
    expect(asked.json()).toMatchObject({ questions: [{ code: 'column_missing', field: 'document' }] })
    expect((await commands.importText(odd, '--column', 'document=Kennz')).json()).toMatchObject({ added: 1 })
    expect((await commands.importText(odd)).json()).toMatchObject({ unchanged: 1 })
  })

  it('of a dry run keeps nothing', async () => {
    const before = await ledgerState(database)
    expect((await commands.importText(march, '--dry-run')).json()).toMatchObject({ import: null, added: 3 })
    expect(await ledgerState(database)).toEqual(before)
    expect((await commands.imports('list')).json()).toEqual({ imports: [] })
  })
})

describe('undoing an import', () => {
  it('returns everything to what it was, with other imports in between', async () => {
    await commands.importText(march)
    const before = await ledgerState(database)
    const second = (
      await commands.importText(`${header}A1,1,C1,Alpha Ltd,2014-04-05,P1,2,12,6\nB1,1,C3,Gamma,2014-04-01,P9,1,4,\n`)
    ).json()
    const third = (await commands.importText(`${header}B2,1,C4,Delta,2014-04-02,P8,1,4,\n`)).json()
    expect((await commands.imports('undo', String(second.import))).json()).toMatchObject({
      undone: true,
      accountsRemoved: 1,
      productsRemoved: 1,
    })
    expect((await commands.imports('undo', String(third.import))).code).toBe(0)
    expect(await ledgerState(database)).toEqual(before)
    expect((await commands.imports('list')).json()).toMatchObject({
      imports: [{ state: 'undone' }, { state: 'undone' }, { state: 'finished' }],
    })
  })

  it('keeps what another import needs', async () => {
    const first = (await commands.importText(march)).json()
    await commands.importText(`${header}B1,1,C1,Alpha,2014-04-01,P1,1,4,\n`)
    await commands.imports('undo', String(first.import))
    const state = (await ledgerState(database)) as { accounts: { code: string; name: string }[] }
    expect(state.accounts).toMatchObject([{ code: 'C1', name: 'Alpha' }])
    expect(await nets()).toEqual(['C1 B1/1 4'])
  })

  it('twice is refused', async () => {
    const { import: id } = (await commands.importText(march)).json() as unknown as { import: number }
    await commands.imports('undo', String(id))
    await expect(commands.imports('undo', String(id))).rejects.toMatchObject({ code: 'import_not_undoable' })
    await expect(commands.imports('undo', '99')).rejects.toMatchObject({ code: 'import_unknown' })
  })

  it('of accounts, products, contacts, rates and costs leaves nothing', async () => {
    const empty = await ledgerState(database)
    const files = [
      'account,name,country,parent\nC1,Alpha,China,\nC2,Beta,China,C1\n',
      'product,name,list_price\nP1,Switch,12.50\n',
      'account,contact,job title,email\nC1,Li Wei,Buyer,li@alpha.cn\nC9,Nobody,,\n',
      'currency,date,rate\nUSD,2014-03-01,6.15\n',
      'account,date,cost type,amount\nC1,2014-03-05,freight,12.50\nC1,2014-03-05,freight,12.50\n',
    ]
    const made = []
    for (const file of files) made.push((await commands.importText(file)).json())
    expect(made.map(counts)).toEqual([
      [2, 2, 0, 0, 0],
      [1, 1, 0, 0, 0],
      [2, 1, 0, 0, 1],
      [1, 1, 0, 0, 0],
      [2, 2, 0, 0, 0],
    ])
    expect(made[2]!.reasons).toEqual({ account_unknown: 1 })
    for (const { import: id } of made) expect((await commands.imports('undo', String(id))).code).toBe(0)
    expect(await ledgerState(database)).toEqual(empty)
  })
})

describe('currencies', () => {
  const lines =
    'document,account,day,net,currency\nA1,C1,2014-03-05,100,CNY\nA2,C1,2014-03-05,10,USD\nA3,C1,2014-03-11,10,USD\nA4,C1,2014-03-12,10,USD\nA5,C1,2014-03-06,100,CNY\nA6,C1,2014-03-06,100,CNY\nA7,C1,2014-03-06,100,CNY\n'

  it('are converted with the rate of the day or of the last 7, and set aside without one', async () => {
    await commands.importText('currency,day,rate\nUSD,2014-03-04,6.125\n')
    const { json } = await commands.importText(lines)
    expect(json()).toMatchObject({ rows: 7, added: 6, reasons: { rate_missing: 1 } })
    expect((await nets()).slice(0, 3)).toEqual(['C1 A1/1 100', 'C1 A2/1 61.25', 'C1 A3/1 61.25'])
    expect((await readSettings(database.db)).baseCurrency).toBe('CNY')
    const { rows } = await database.pool.query(
      'select currency, trim_scale(rate) as rate, trim_scale(net_in_currency) as net from ledger.line where currency is not null limit 1',
    )
    expect(rows).toEqual([{ currency: 'USD', rate: '6.125', net: '10' }])
  })

  it('of rates that are all given in one currency tell the company’s own', async () => {
    await commands.importText('from,to,date,rate\nUSD,CNY,2014-03-04,6.125\nEUR,CNY,2014-03-04,8.5\n')
    expect((await readSettings(database.db)).baseCurrency).toBe('CNY')
    const even = 'document,account,day,net,currency\nA1,C1,2014-03-05,100,CNY\nA2,C1,2014-03-05,10,USD\n'
    expect((await commands.importText(even)).json()).toMatchObject({ added: 2, setAside: 0 })
  })

  it('ask for the company’s own where none stands out', async () => {
    const even = 'document,account,day,net,currency\nA1,C1,2014-03-05,100,CNY\nA2,C1,2014-03-05,10,USD\n'
    const asked = await commands.importText(even)
    expect(asked.json()).toMatchObject({
      questions: [{ code: 'base_currency', flags: ['--base-currency CNY', '--base-currency USD'] }],
    })
    expect((await commands.importText(even, '--base-currency', 'USD')).json()).toMatchObject({
      added: 1,
      reasons: { rate_missing: 1 },
    })
  })
})

describe('rows set aside', () => {
  const withoutAccount = `${march}A3,1,,,2014-03-09,P1,1,5.25,\nA4,1,,,2014-03-10,P3,1,6,\nA5,1,,,soon,P3,1,6,\n`

  it('are booked to one account by one answer, undone with their import', async () => {
    const empty = await ledgerState(database)
    const { import: id } = (await commands.importText(withoutAccount)).json() as unknown as { import: number }
    const { rows } = await database.pool.query("select id from accounts.account where code = 'C2'")
    const context = { ...database, actor, dataDirectory: '' }
    const booked = await bookSetAside(context, id, { reason: 'account_missing', accountId: rows[0].id, enqueue: false })
    expect(booked.rows).toBe(3)
    expect(await runQueuedImport(context, booked.import.id)).toMatchObject({
      rows: 3,
      added: 2,
      setAside: 1,
      reasons: { day_unreadable: 1 },
    })
    expect(await nets()).toContain('C2 A3/1 5.25')
    await expect(leaveAside(context, id, 'account_missing')).rejects.toMatchObject({ code: 'nothing_set_aside' })
    await undoImport(context, id)
    expect(await ledgerState(database)).toEqual(empty)
  })

  it('are open again when only their booking is undone', async () => {
    const { import: id } = (await commands.importText(withoutAccount)).json() as unknown as { import: number }
    const context = { ...database, actor, dataDirectory: '' }
    const { rows } = await database.pool.query("select id from accounts.account where code = 'C2'")
    const booked = await bookSetAside(context, id, { reason: 'account_missing', accountId: rows[0].id, enqueue: false })
    await runQueuedImport(context, booked.import.id)
    await undoImport(context, booked.import.id)
    expect(await leaveAside(context, id, 'account_missing')).toBe(3)
  })
})

describe('an import that does not come to its end', () => {
  const waiting = async () => {
    const id = await insertImport(database.db, actor, {
      kind: 'invoices',
      source: 'main',
      fileName: 'x',
      fileSize: 10,
      state: 'waiting',
      corrections: {},
      questions: [],
      shape: {
        kind: 'invoices',
        format: 'csv',
        gzip: false,
        encoding: 'utf-8',
        delimiter: ',',
        newline: '\n',
        sheet: null,
        headerRow: 0,
        headers: ['d', 'a', 't', 'n'],
        columns: { document: 0, account: 1, day: 2, net: 3 },
        dayOrder: 'ymd',
        serialDays: [],
        decimal: 'dot',
        decimalOf: {},
        wholeNumbers: [],
        discount: null,
        currency: null,
        currencies: {},
        documentByDay: false,
      },
    })
    return (await findImport(database.db, id))!
  }
  /** Rows that stop after a few until `go` is called. */
  const slowRows = () => {
    let go = () => {}
    let reached = () => {}
    const gate = new Promise<void>(resolve => {
      go = resolve
    })
    const halfway = new Promise<void>(resolve => {
      reached = resolve
    })
    async function* read() {
      for (let at = 0; at < 4; at++) {
        const numbers = Array.from({ length: 500 }, (_, row) => at * 500 + row + 1)
        yield {
          numbers,
          cells: numbers.map(row => [`A${row}`, row % 100 === 0 ? '' : 'C1', '2014-03-05', '1']),
          raws: numbers.map(String),
          faults: null,
        }
        if (at === 1) {
          reached()
          await gate
        }
      }
    }
    return { source: { size: 10, sha256: async () => null, read: async () => read() }, go, halfway }
  }

  it('leaves nothing when its connection dies, and can be started again', async () => {
    const before = await ledgerState(database)
    const row = await waiting()
    const { source, go, halfway } = slowRows()
    const running = runImport(row, source, { ...database, actor }).catch(error => error)
    await halfway
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7340102 and objid = $1`,
      [row.id],
    )
    go()
    expect(await running).toBeInstanceOf(Error)
    expect(await ledgerState(database)).toEqual(before)
    expect((await database.pool.query('select count(*) as n from imports.set_aside')).rows).toEqual([{ n: 0 }])
    expect((await findImport(database.db, row.id))!.state).toBe('failed')
    const again = slowRows()
    again.go()
    expect(await runImport(row, again.source, { ...database, actor })).toMatchObject({
      rows: 2000,
      added: 1980,
      setAside: 20,
    })
  })

  it('shows as interrupted when the process that ran it is gone', async () => {
    const row = await waiting()
    await setState(database.db, row.id, 'running')
    await database.pool.query(`update imports.import set started_at = now() - interval '1 minute' where id = $1`, [
      row.id,
    ])
    expect(await findImport(database.db, row.id)).toMatchObject({
      state: 'failed',
      error: { code: 'import_interrupted' },
    })
  })

  it('leaves nothing when it is cancelled', async () => {
    const before = await ledgerState(database)
    const row = await waiting()
    const { source, go, halfway } = slowRows()
    const stopping = new AbortController()
    const running = runImport(row, source, { ...database, actor, signal: stopping.signal }).catch(error => error)
    await halfway
    stopping.abort()
    go()
    expect(await running).toMatchObject({ name: 'Cancelled' })
    expect(await ledgerState(database)).toEqual(before)
    expect((await findImport(database.db, row.id))!.state).toBe('cancelled')
  })

  it('makes another wait, or be refused where that will not wait', async () => {
    const row = await waiting()
    const { source, go, halfway } = slowRows()
    const running = runImport(row, source, { ...database, actor })
    await halfway
    await expect(commands.importText(march, '--wait', '0')).rejects.toMatchObject({ code: 'import_running' })
    const other = commands.importText(march, '--source', 'shop')
    go()
    expect(await running).toMatchObject({ added: 1980 })
    expect((await other).json()).toMatchObject({ added: 3 })
  })
})

describe('pushed lines', () => {
  it('go through the same checks and answer with the rows set aside', async () => {
    const given = {
      source: 'erp',
      createAccounts: true,
      createProducts: true,
      lines: [
        { document: 'A1', line: 1, day: '2014-03-05', account: 'C1', net: '10.50', product: 'P1' },
        { document: 'A1', line: 2, day: '2014-03-05', account: 'C1', quantity: 3, unit_price: 0.1 },
        { document: 'A1', line: 3, day: '2014-03-05', account: '', net: 1 },
      ],
    }
    expect(await pushLines({ ...database, actor }, 'invoices', given)).toMatchObject({
      rows: 3,
      added: 2,
      setAside: [{ row: 3, reason: 'account_missing', field: 'account' }],
    })
    expect(await pushLines({ ...database, actor }, 'invoices', given)).toMatchObject({ added: 0, unchanged: 2 })
    expect(await nets()).toEqual(['C1 A1/1 10.5', 'C1 A1/2 0.3'])
  })
})
