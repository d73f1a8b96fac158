import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from '../accounts/accounts.server.ts'
import { contextOf } from '../accounts/acting.fixture.ts'
import { recordChange } from '../platform/audit.server.ts'
import { createPerson } from '../platform/people.use.ts'
import { jobActor, type Role } from '../platform/roles.ts'
import { type FixtureRooms, type Said, startRooms } from './said.fixture.ts'
import { todayRoutes } from './today.routes.ts'

type Name = 'ye' | 'shen' | 'lin' | 'tang' | 'zheng' | 'hendra' | 'su'
const roles: Record<Name, Role> = {
  ye: 'manager',
  shen: 'manager',
  lin: 'head',
  tang: 'back office',
  zheng: 'executive',
  hendra: 'reader',
  su: 'administrator',
}

let database: TestDatabase
let rooms: FixtureRooms
let day: string
let mine = 0
let theirs = 0
const ids = {} as Record<Name, string>

beforeAll(async () => {
  database = await createTestDatabase()
  rooms = await startRooms(database.pool, ['know'])
  for (const [name, role] of Object.entries(roles) as [Name, Role][])
    ids[name] = await createPerson(database.db, { name, email: `${name}@x.cn`, role })
})
afterAll(async () => {
  await rooms.close()
  await database.close()
})
beforeEach(async () => {
  day = '2026-11-02'
  const { pool } = database
  await pool.query('truncate accounts.account cascade')
  await pool.query('truncate said, today.signal, today.answer, today.tally, today.state, platform.absence cascade')
  const claimed = await claimAccounts(pool, 1, 'erp', [
    { code: 'A', ownerId: ids.ye },
    { code: 'B', ownerId: ids.shen },
  ])
  mine = claimed.ids.get('A')!
  theirs = claimed.ids.get('B')!
})

/** The operations as that person has them, on the day. */
const as = (name: Name) => {
  const context = contextOf(database, { id: ids[name], name, role: roles[name], via: 'web' })
  const clock = { now: () => new Date(`${day}T08:00:00Z`) }
  return createRouterClient(todayRoutes, { context: { ...context, clock, ...{ sourceFolder: rooms.folder } } })
}
const queueOf = async (name: Name, show: 'open' | 'answered' = 'open') => (await as(name).queue({ show })).items
const kindsOf = async (name: Name, show: 'open' | 'answered' = 'open') =>
  (await queueOf(name, show)).map(each => each.kind)
/** Says it, and that the account changed. */
const arises = async (said: Said) => {
  await rooms.unsay(said.kind, said.accountId ?? null)
  await rooms.say(said)
  await changed(said.accountId ?? null)
}
const vanishes = async (kind: string, accountId: number) => {
  await rooms.unsay(kind, accountId)
  await changed(accountId)
}
/** Somebody looks at once. */
const changed = async (accountId: number | null) => {
  const change = { room: 'know', subject: 'x', subjectId: 1, accountId, operation: 'x' }
  await recordChange(database.db, jobActor('Test'), change)
  await queueOf('lin')
}
const first = async (name: Name) => (await queueOf(name))[0]!
const gap = (given: Partial<Said> = {}): Said => ({ kind: 'know.a', accountId: mine, value: '1000', ...given })

describe('whose queue', () => {
  beforeEach(async () => {
    await arises(gap())
    await arises({ kind: 'know.a', accountId: theirs })
    await arises({ kind: 'know.b', role: 'back office' })
    await arises({ kind: 'know.b', accountId: mine, personId: ids.zheng })
  })

  test('a manager sees their own alone, the back office what is nobody’s of theirs, a reader nothing', async () => {
    const seen = Object.fromEntries(
      await Promise.all(
        (Object.keys(roles) as Name[]).map(async name => [
          name,
          (await queueOf(name)).map(each => [each.kind, each.account?.code ?? null]),
        ]),
      ),
    )
    expect(seen).toEqual({
      ye: [['know.a', 'A']],
      shen: [['know.a', 'B']],
      lin: [],
      tang: [['know.b', null]],
      zheng: [['know.b', 'A']],
      hendra: [],
      su: [],
    })
  })

  test('the department’s queue has all of it, by person and by account', async () => {
    const department = await as('lin').department({})
    expect(department.total).toBe(4)
    expect(department.people[0]).toMatchObject({ name: 'ye', signals: 1, value: '1000', overdue: 0 })
    expect(department.people.map(each => each.name).sort()).toEqual(['Back office', 'shen', 'ye', 'zheng'])
    expect(department.accounts.map(each => [each.account.code, each.signals])).toEqual([
      ['A', 2],
      ['B', 1],
    ])
    expect((await as('lin').department({ personId: ids.shen })).items.map(each => each.account?.code)).toEqual(['B'])
    await expect(as('ye').department({})).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(as('hendra').department({})).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('nobody answers what stands in somebody else’s queue, but head and administrator do', async () => {
    const { id } = await first('ye')
    for (const name of ['shen', 'tang', 'zheng'] as const)
      await expect(as(name).answer({ id, answer: 'done' })).rejects.toMatchObject({ code: 'signal_not_yours' })
    await expect(as('hendra').answer({ id, answer: 'done' })).rejects.toMatchObject({ code: 'not_allowed' })
    await as('lin').answer({ id, answer: 'done' })
    expect(await kindsOf('ye')).toEqual([])
  })

  test('whoever stands in sees and answers it, from the first day to the last', async () => {
    await database.pool.query(
      `insert into platform.absence (person_id, deputy_id, from_day, to_day) values ($1, $2, '2026-11-03', '2026-11-04')`,
      [ids.ye, ids.shen],
    )
    const seen: unknown[] = []
    for (day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'])
      seen.push((await queueOf('shen')).map(each => each.account?.code))
    expect(seen).toEqual([['B'], ['A', 'B'], ['A', 'B'], ['B']])
    day = '2026-11-03'
    const queue = await as('shen').queue({})
    expect(queue.standingInFor).toEqual([{ id: ids.ye, name: 'ye' }])
    await as('shen').answer({ id: queue.items[0]!.id, answer: 'done' })
    expect(await kindsOf('ye')).toEqual([])
  })

  test('what is the head’s is the administrator’s where there is no head', async () => {
    await arises({ kind: 'know.b', role: 'head' })
    expect([await kindsOf('lin'), await kindsOf('su')]).toEqual([['know.b'], []])
    await database.pool.query('update auth."user" set disabled = true where id = $1', [ids.lin])
    try {
      expect(await kindsOf('su')).toEqual(['know.b'])
    } finally {
      await database.pool.query('update auth."user" set disabled = false where id = $1', [ids.lin])
    }
  })
})

describe('done', () => {
  beforeEach(async () => {
    await arises(gap({ values: { words: 'Silent', days: 30 } }))
    await arises({ kind: 'know.b', accountId: mine, value: '1' })
    await as('ye').answer({ id: (await first('ye')).id, answer: 'done', note: 'Called' })
  })

  test('leaves the queue, stands among the answered, and the other stays', async () => {
    expect(await kindsOf('ye')).toEqual(['know.b'])
    expect((await queueOf('ye', 'answered')).map(each => [each.kind, each.answer?.state, each.answer?.note])).toEqual([
      ['know.a', 'done', 'Called'],
    ])
  })

  test('stays away while the same only goes on', async () => {
    await arises(gap({ value: '1250', values: { words: 'Silent', days: 59 } }))
    day = '2026-11-20'
    expect(await kindsOf('ye')).toEqual(['know.b'])
  })

  test('comes back where more money is at stake, or a figure has doubled', async () => {
    await arises(gap({ value: '1251', values: { words: 'Silent', days: 30 } }))
    expect(await kindsOf('ye')).toEqual(['know.a', 'know.b'])
    await as('ye').answer({ id: (await first('ye')).id, answer: 'done' })
    await arises(gap({ value: '1251', values: { words: 'Silent', days: 60 } }))
    expect(await kindsOf('ye')).toEqual(['know.a', 'know.b'])
  })

  test('comes back where it had gone and arises again', async () => {
    await vanishes('know.a', mine)
    expect(await kindsOf('ye', 'answered')).toEqual([])
    await arises(gap({ values: { words: 'Silent', days: 30 } }))
    expect(await kindsOf('ye')).toEqual(['know.a', 'know.b'])
  })
})

describe('put off', () => {
  beforeEach(async () => {
    await arises(gap())
  })
  const snooze = async (until: string) => as('ye').answer({ id: (await first('ye')).id, answer: 'snoozed', until })

  test('comes back on its day, not the day before', async () => {
    await snooze('2026-11-05')
    const seen: unknown[] = []
    for (day of ['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-06']) seen.push(await kindsOf('ye'))
    expect(seen).toEqual([[], [], ['know.a'], ['know.a']])
  })

  test('until tomorrow at the earliest, and never without a day', async () => {
    await expect(snooze('2026-11-02')).rejects.toMatchObject({ code: 'snooze_over' })
    const { id } = await first('ye')
    await expect(as('ye').answer({ id, answer: 'snoozed' })).rejects.toMatchObject({ code: 'snooze_day_missing' })
    await snooze('2026-11-03')
    expect(await kindsOf('ye')).toEqual([])
  })
})

describe('given to somebody else', () => {
  beforeEach(async () => {
    await arises(gap())
  })

  test('stands in their queue with who sent it, until the condition goes', async () => {
    await as('ye').delegate({ id: (await first('ye')).id, personId: ids.tang, note: 'You have the list' })
    expect(await kindsOf('ye')).toEqual([])
    const [given] = await queueOf('tang')
    expect(given).toMatchObject({
      kind: 'know.a',
      personName: 'tang',
      answer: { senderName: 'ye', senderNote: 'You have the list' },
    })
    await as('tang').answer({ id: given!.id, answer: 'snoozed', until: '2026-11-04' })
    expect([await kindsOf('tang'), await kindsOf('ye')]).toEqual([[], []])
    day = '2026-11-04'
    expect((await queueOf('tang'))[0]?.answer).toMatchObject({ state: 'snoozed', senderName: 'ye' })
    await as('tang').answer({ id: given!.id, answer: 'done' })
    expect([await kindsOf('tang'), await kindsOf('ye')]).toEqual([[], []])
    await vanishes('know.a', mine)
    await arises(gap())
    expect([await kindsOf('tang'), await kindsOf('ye')]).toEqual([[], ['know.a']])
  })

  test('not to whom it belongs already, a reader, or somebody unknown', async () => {
    const { id } = await first('ye')
    for (const personId of [ids.ye, ids.hendra, 'nobody'])
      await expect(as('ye').delegate({ id, personId })).rejects.toMatchObject({ code: 'delegate_unfit' })
  })
})

describe('not useful', () => {
  test('needs a reason, which the head reads beside the counts of its kind', async () => {
    await arises(gap())
    await arises({ kind: 'know.b', accountId: theirs })
    const { id } = await first('ye')
    await expect(as('ye').answer({ id, answer: 'not useful' })).rejects.toMatchObject({ code: 'answer_reason_missing' })
    await as('ye').answer({ id, answer: 'not useful', note: 'Known to everybody' })
    await as('shen').answer({ id: (await first('shen')).id, answer: 'done' })
    await vanishes('know.b', theirs)
    await arises({ kind: 'know.b', accountId: mine })
    await vanishes('know.b', mine)
    const { items } = await as('lin').kinds({ days: 1 })
    expect(
      items.map(({ title, open, arisen, done, notUseful, ended, reasons }) => ({
        title,
        open,
        arisen,
        done,
        notUseful,
        ended,
        reasons,
      })),
    ).toEqual([
      { title: 'Kind a', open: 0, arisen: 1, done: 0, notUseful: 1, ended: 0, reasons: ['Known to everybody'] },
      // The one that was answered and then went is counted once, as done.
      { title: 'Kind b', open: 0, arisen: 2, done: 1, notUseful: 0, ended: 1, reasons: [] },
    ])
    day = '2026-11-03'
    expect((await as('lin').kinds({ days: 1 })).items).toEqual([])
  })
})

describe('an answer taken back', () => {
  test('stands in the queue as before; the answer before it holds again', async () => {
    await arises(gap())
    const { id } = await first('ye')
    await as('ye').delegate({ id, personId: ids.tang })
    const { answerId } = await as('tang').answer({ id, answer: 'done' })
    await as('tang').takeBack({ id: answerId })
    expect(await kindsOf('tang')).toEqual(['know.a'])
    await expect(as('tang').takeBack({ id: answerId })).rejects.toMatchObject({ code: 'answer_unknown' })
  })

  test('only by who gave it or the head, and only while it is the one in force', async () => {
    await arises(gap())
    const { id } = await first('ye')
    const { answerId } = await as('ye').answer({ id, answer: 'snoozed', until: '2026-11-09' })
    await expect(as('shen').takeBack({ id: answerId })).rejects.toMatchObject({ code: 'answer_not_yours' })
    const later = await as('lin').answer({ id, answer: 'done' })
    await expect(as('ye').takeBack({ id: answerId })).rejects.toMatchObject({ code: 'answer_changed_meanwhile' })
    await as('lin').takeBack({ id: later.answerId })
    expect((await queueOf('ye', 'answered'))[0]?.answer).toMatchObject({ id: answerId, state: 'snoozed' })
    await as('lin').takeBack({ id: answerId })
    expect(await kindsOf('ye')).toEqual(['know.a'])
  })

  test('every answer and every taking back leaves an entry on the account', async () => {
    await arises(gap())
    const { id } = await first('ye')
    const { answerId } = await as('ye').answer({ id, answer: 'snoozed', until: '2026-11-09' })
    await as('ye').takeBack({ id: answerId })
    const { rows } = await database.pool.query(
      `select operation, account_id, actor_name, after from platform.change where room = 'today' order by id desc limit 2`,
    )
    expect(rows).toEqual([
      { operation: 'take back', account_id: mine, actor_name: 'ye', after: null },
      { operation: 'snooze', account_id: mine, actor_name: 'ye', after: { until: '2026-11-09' } },
    ])
  })
})

test('the queue counts and sums by day and by kind, each under the other’s choice', async () => {
  const dues = ['2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09', null]
  for (const [index, due] of dues.entries())
    await rooms.say(gap({ key: String(index), due, value: index === 4 ? null : '10.10' }))
  await rooms.say({ kind: 'know.b', accountId: mine, due: '2026-11-02', value: '5' })
  await changed(null)
  const all = await as('ye').queue({})
  expect(all.groups).toEqual([
    { group: 'overdue', signals: 1, value: '10.1' },
    { group: 'today', signals: 2, value: '15.1' },
    { group: 'week', signals: 1, value: '10.1' },
    { group: 'later', signals: 2, value: '10.1' },
  ])
  const today = await as('ye').queue({ group: 'today', kind: 'know.b' })
  expect(today.items.map(each => each.value)).toEqual(['5'])
  expect(today.total).toBe(1)
  expect(today.kinds.map(each => [each.title, each.signals])).toEqual([
    ['Kind a', 1],
    ['Kind b', 1],
  ])
  const pages = [await as('ye').queue({ limit: 4 }), await as('ye').queue({ limit: 4, cursor: 4 })]
  expect(pages.map(page => [page.items.length, page.nextCursor])).toEqual([
    [4, 4],
    [2, null],
  ])
  expect(pages.flatMap(page => page.items)).toEqual(all.items)
})
