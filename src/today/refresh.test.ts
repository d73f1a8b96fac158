import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from '../accounts/accounts.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import { createPerson } from '../platform/people.use.ts'
import { jobActor } from '../platform/roles.ts'
import { readQueue } from './queue.store.ts'
import { refreshSignals } from './refresh.use.ts'
import { type FixtureRooms, startRooms } from './said.fixture.ts'

const today = '2026-11-02'
let database: TestDatabase
let rooms: FixtureRooms
let day = today
let a = 0
let b = 0
let ye = ''
let shen = ''

beforeAll(async () => {
  database = await createTestDatabase()
  rooms = await startRooms(database.pool, ['know', 'engage'])
  ye = await createPerson(database.db, { name: 'Ye', email: 'ye@x.cn', role: 'manager' })
  shen = await createPerson(database.db, { name: 'Shen', email: 'shen@x.cn', role: 'manager' })
})
afterAll(async () => {
  await rooms.close()
  await database.close()
})
beforeEach(async () => {
  day = today
  const { pool } = database
  await pool.query('truncate accounts.account cascade')
  await pool.query(
    'truncate said, asked, today.signal, today.answer, today.tally, today.state, platform.changed_account cascade',
  )
  await claimAccounts(pool, 1, 'erp', [
    { code: 'A', ownerId: ye },
    { code: 'B', ownerId: shen },
  ]).then(({ ids }) => {
    a = ids.get('A')!
    b = ids.get('B')!
  })
})

const refreshing = () => ({
  db: database.db,
  pool: database.pool,
  clock: { now: () => new Date(`${day}T08:00:00Z`) },
  sourceFolder: rooms.folder,
})
const refresh = () => refreshSignals(refreshing())
const queue = async () =>
  (await readQueue(database.db, { whose: null, today: day, show: 'open' }, { offset: 0, limit: 100 })).map(
    ({ kind, accountId, personId, role }) => [kind, accountId, personId ?? role],
  )
const change = (accountId: number | null, room = 'engage') =>
  recordChange(database.db, jobActor('Test'), { room, subject: 'thing', subjectId: 1, accountId, operation: 'change' })

describe('the first reading', () => {
  test('keeps what every room says, with whose it is: the person named, the owner, the role, the head', async () => {
    const { say } = rooms
    await say({ kind: 'know.a', accountId: a, value: '40' })
    await say({ kind: 'know.b', accountId: a, personId: shen, value: '30' })
    await say({ kind: 'engage.a', role: 'back office', value: '20' })
    await say({ kind: 'engage.b', value: '10' })
    await refresh()
    expect(await queue()).toEqual([
      ['know.a', a, ye],
      ['know.b', a, shen],
      ['engage.a', null, 'back office'],
      ['engage.b', null, 'head'],
    ])
  })

  test('gives the head what belongs to somebody who has left, and leaves out accounts that are no more', async () => {
    const gone = await createPerson(database.db, { name: 'Gone', email: 'gone@x.cn', role: 'manager' })
    await database.pool.query('update auth."user" set disabled = true where id = $1', [gone])
    await rooms.say({ kind: 'know.a', accountId: a, personId: gone })
    await rooms.say({ kind: 'know.a', accountId: 999_999_999 })
    await refresh()
    expect(await queue()).toEqual([['know.a', a, 'head']])
  })

  test('keeps one of a kind, account and key: the one that stands first', async () => {
    for (const value of ['5', '50', '20']) await rooms.say({ kind: 'know.a', accountId: a, value })
    await refresh()
    const { rows } = await database.pool.query('select value::text from today.signal')
    expect(rows).toEqual([{ value: '50' }])
  })

  test('stands in an order that is the same whatever order the rooms said it in', async () => {
    const said = [
      { kind: 'know.b', accountId: a, value: '10' },
      { kind: 'know.a', accountId: b, value: '10' },
      { kind: 'know.a', accountId: a, value: '10', key: 'y' },
      { kind: 'know.a', accountId: a, value: '10', key: 'x' },
      { kind: 'know.a', value: '10' },
      { kind: 'engage.a', accountId: a, value: '1', due: '2026-11-02' },
    ]
    const orders: unknown[] = []
    for (const order of [said, said.toReversed()]) {
      await database.pool.query('truncate said, today.signal, today.state cascade')
      for (const each of order) await rooms.say(each)
      await refresh()
      orders.push(await queue())
    }
    expect(orders[0]).toEqual([
      ['know.a', null, 'head'],
      ['know.a', a, ye],
      ['know.a', a, ye],
      ['know.a', b, shen],
      ['know.b', a, ye],
      ['engage.a', a, ye],
    ])
    expect(orders[1]).toEqual(orders[0])
  })
})

describe('after that', () => {
  beforeEach(async () => {
    await rooms.say({ kind: 'know.a', accountId: a, value: '40' })
    await rooms.say({ kind: 'engage.a', accountId: b, value: '30' })
    await refresh()
    await rooms.asked()
  })

  test('nothing is read while nothing changes', async () => {
    await refresh()
    expect(await rooms.asked()).toEqual([])
  })

  test('a change of one account is read for it alone, by its room and those above, and leaves the others as they are', async () => {
    await rooms.unsay('engage.a', b)
    await rooms.say({ kind: 'engage.b', accountId: a, value: '99' })
    await change(a)
    await refresh()
    expect(await rooms.asked()).toEqual([{ room: 'engage', accounts: [a] }])
    // B's has gone as well, but nobody said that B changed.
    expect(await queue()).toEqual([
      ['engage.b', a, ye],
      ['know.a', a, ye],
      ['engage.a', b, shen],
    ])
    await change(b, 'accounts')
    await refresh()
    expect(await rooms.asked()).toEqual([
      { room: 'engage', accounts: [b] },
      { room: 'know', accounts: [b] },
    ])
    expect(await queue()).toEqual([
      ['engage.b', a, ye],
      ['know.a', a, ye],
    ])
  })

  test('a change of nobody in particular is read for all, and so is a new day', async () => {
    await change(null, 'know')
    await refresh()
    expect(await rooms.asked()).toEqual([
      { room: 'engage', accounts: null },
      { room: 'know', accounts: null },
    ])
    day = '2026-11-03'
    await refresh()
    expect(await rooms.asked()).toHaveLength(2)
    await refresh()
    expect(await rooms.asked()).toEqual([])
  })

  test('another version of the ledger is read for all', async () => {
    await database.pool.query('update bookkeeping.state set version = version + 1')
    await refresh()
    expect(await rooms.asked()).toHaveLength(2)
  })

  test('what a transaction that is not committed yet touched is not lost', async () => {
    const { pool } = database
    const slow = await pool.connect()
    await slow.query('begin')
    await slow.query(`insert into platform.changed_account (account_id, room) values ($1, 'engage')`, [b])
    await change(a)
    await refresh()
    expect(await rooms.asked()).toEqual([{ room: 'engage', accounts: [a] }])
    await slow.query('commit')
    slow.release()
    await refresh()
    expect(await rooms.asked()).toEqual([{ room: 'engage', accounts: [b] }])
  })

  test('readers at once double nothing and lose nothing', async () => {
    const other = await createOther()
    try {
      for (let turn = 0; turn < 5; turn += 1) {
        await rooms.say({ kind: 'engage.b', accountId: a, key: `k${turn}`, value: '5' })
        await change(a)
        await Promise.all([refresh(), refresh(), other.refresh(), change(b), other.refresh(), refresh()])
      }
      await refresh()
      expect((await queue()).filter(([kind]) => kind === 'engage.b')).toHaveLength(5)
      expect((await database.pool.query('select * from platform.changed_account')).rows).toEqual([])
      const { rows } = await database.pool.query(
        `select sum(arisen)::int as arisen from today.tally where kind = 'engage.b'`,
      )
      expect(rows).toEqual([{ arisen: 5 }])
    } finally {
      await other.close()
    }
  })

  test('who asks while it is being read sees their own change', async () => {
    await change(b)
    const running = refresh()
    await rooms.say({ kind: 'engage.b', accountId: a })
    await change(a)
    await refresh()
    expect((await queue()).map(([kind]) => kind)).toContain('engage.b')
    await running
  })

  test('a source that fails leaves what it said before, is named, and is asked again after a minute', async () => {
    await rooms.say({ kind: 'know.b', accountId: a, values: { words: 'fail' } })
    await rooms.say({ kind: 'engage.b', accountId: a })
    await change(null, 'know')
    await refresh()
    expect((await queue()).map(([kind]) => kind).sort()).toEqual(['engage.a', 'engage.b', 'know.a'])
    const failed = async () => (await database.pool.query('select failed from today.state')).rows[0].failed
    expect(await failed()).toEqual({ 'know/know.signals.server.ts': 'this source fails' })
    await rooms.unsay('know.b', a)
    await refresh()
    expect(await failed()).not.toEqual({})
    await refreshSignals({ ...refreshing(), clock: { now: () => new Date(`${today}T08:01:01Z`) } })
    expect(await failed()).toEqual({})
  })
})

test('a room is in the queue as soon as its file is there, and nothing else was touched', async () => {
  const grown = await startRooms(database.pool, ['know'])
  await rooms.say({ kind: 'reward.a', accountId: a, value: '7' })
  await refreshSignals({ ...refreshing(), sourceFolder: grown.folder })
  expect(await queue()).toEqual([])
  await grown.close()
  const later = await startRooms(database.pool, ['know', 'reward'])
  await refreshSignals({ ...refreshing(), sourceFolder: later.folder })
  expect(await queue()).toEqual([['reward.a', a, ye]])
  await later.close()
})

/** Another process, as far as the database can tell: a pool of its own. */
async function createOther() {
  const { openDatabase } = await import('../platform/database.server.ts')
  const other = openDatabase(database.url)
  return {
    refresh: () => refreshSignals({ ...refreshing(), db: other.db, pool: other.pool }),
    close: () => other.close(),
  }
}
