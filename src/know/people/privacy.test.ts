import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { declaredTables } from '../../platform/person-data.server.ts'
import { personColumns } from '../../platform/person-places.server.ts'
import { jobActor, type Role } from '../../platform/roles.ts'
import { enforceRetention } from './enforce-retention.use.ts'

let api: TestApi
let harbour = 0
let valley = 0
let chen = 0
let wang = 0

const send = (method: string, path: string, body?: unknown, role: Role = 'head') => api.as(role, method, path, body)
const add = async (accountId: number, name: string, more: object = {}) =>
  (await send('POST', `/accounts/${accountId}/people`, { name, ...more })).body.contactId as number

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  await api.pool.query(`update know.retention set months = null, grace_days = 30, automatic = false, version = 1`)
  const account = async (code: string) =>
    (await send('POST', '/accounts', { code, name: `Company ${code}` }, 'administrator')).body.id
  harbour = await account('H')
  valley = await account('V')
  chen = await add(harbour, '陈静 Chen Jing', { email: 'chen@h.cn', taboos: 'no tea', note: 'a secret' })
  wang = await add(harbour, 'Wang Min', { note: 'works for Chen Jing', stance: 1 })
  await api.pool.query(
    `insert into engage.promise (account_id, side, what, contact_id, made_on)
     values ($1, 'theirs', 'Chen Jing sends the drawings', $2, '2026-09-01')`,
    [harbour, chen],
  )
})

describe('what rooms keep of a person', () => {
  test('stands in no table that its room has not declared', async () => {
    const declared = await declaredTables()
    const missed = (await personColumns(api.db)).map(({ table }) => table).filter(table => !declared.has(table))
    expect([...new Set(missed)]).toEqual([])
  })

  test('is only declared of tables that there are, and that name contacts unless they are kept', async () => {
    const named = new Set((await personColumns(api.db)).map(({ table }) => table))
    const { rows } = await api.pool.query(
      `select table_schema || '.' || table_name as name from information_schema.tables`,
    )
    const there = new Set(rows.map(row => row.name))
    const wrong = [...(await declaredTables())].filter(
      ([table, { erase }]) => !(erase === 'kept' ? there : named).has(table),
    )
    expect(wrong).toEqual([])
  })
})

describe('everything known of a person', () => {
  test('holds rows of every room, texts that name them, and the trail; not the colleague’s own', async () => {
    const { body } = await send('GET', `/contacts/${chen}/everything`)
    const text = JSON.stringify(body)
    for (const words of ['chen@h.cn', 'no tea', 'a secret', 'sends the drawings', 'works for Chen Jing'])
      expect(text).toContain(words)
    expect(body.parts.map((part: { table: string }) => part.table)).toEqual(
      expect.arrayContaining(['accounts.contact', 'accounts.contact_claim', 'engage.promise', 'know.profile']),
    )
    expect(body.trail.length).toBeGreaterThan(0)
    expect(JSON.stringify((await send('GET', `/contacts/${wang}/everything`)).body)).not.toContain('no tea')
  })

  test('comes as a page that stands for itself and runs nothing', async () => {
    const id = await add(harbour, '<script>alert(1)</script>')
    const response = await api.fetch('head', `/contacts/${id}/everything.html`)
    const page = await response.text()
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toMatch(/<script|src=|href=/)
  })

  test('is not given to whom the account is not theirs, and leaves its trace', async () => {
    expect((await send('GET', `/contacts/${chen}/everything`, undefined, 'manager')).body.code).toBe(
      'account_not_yours',
    )
    expect((await api.fetch('reader', `/contacts/${chen}/everything.html`)).status).toBe(403)
    await send('GET', `/contacts/${chen}/everything`)
    const { body } = await send('GET', `/changes?subject=person&subjectId=${chen}`)
    expect(body.items[0].operation).toBe('give out')
  })
})

describe('a person erased on request', () => {
  /** Every text of the database, but what people sign in with. */
  const wholeDatabase = async () => {
    const { rows: tables } = await api.pool.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker', 'auth')`,
    )
    const texts = await Promise.all(
      tables.map(({ name }) => api.pool.query(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`)),
    )
    return texts.map(({ rows }) => rows[0].text).join(' ')
  }
  const noteOn = async (id: number, note: string) => {
    const { version } = (await send('GET', `/accounts/${id}`)).body
    return send('PATCH', `/accounts/${id}`, { version, note })
  }
  const erase = (role: Role = 'head') => send('POST', `/contacts/${chen}/erase`, { reference: 'Letter 7' }, role)

  test('stands nowhere any more: not in a record, not in a text, not in the trail', async () => {
    // Of a name that no test before has left in the trail.
    chen = await add(harbour, '欧阳若水 Ouyang Ruoshui', {
      email: 'ouyang@h.cn',
      taboos: 'no tea at four',
      note: 'a rare secret',
    })
    const { version, profileVersion } = (await send('GET', `/contacts/${chen}/person`)).body
    await send('PATCH', `/contacts/${chen}/person`, {
      version,
      profileVersion,
      taboos: 'no coffee',
      phone: '0574 5550101',
    })
    await noteOn(harbour, 'Ask 欧阳若水 first')
    const known = /欧阳若水|Ouyang Ruoshui|ouyang@h\.cn|tea at four|no coffee|rare secret|0574 5550101/gi
    expect((await wholeDatabase()).match(known)!.length).toBeGreaterThan(10)
    expect((await erase()).status).toBe(200)
    expect((await wholeDatabase()).match(known)).toBeNull()
  })

  test('leaves the business record without the person, and the colleague as she was', async () => {
    await erase()
    const { rows } = await api.pool.query('select what, contact_id from engage.promise')
    expect(rows).toEqual([{ what: `Erased person ${chen} sends the drawings`, contact_id: chen }])
    expect((await send('GET', `/contacts/${wang}/person`)).body).toMatchObject({
      name: 'Wang Min',
      note: `works for Erased person ${chen}`,
    })
    expect((await send('GET', `/contacts/${chen}/person`)).status).toBe(404)
  })

  test('keeps in the trail who did what and when, and which values, but no value', async () => {
    const before = (await send('GET', `/changes?subject=contact&subjectId=${chen}`)).body.items
    await erase()
    const after = (await send('GET', `/changes?subject=contact&subjectId=${chen}`)).body.items
    expect(after.map((each: { operation: string }) => each.operation)).toEqual(['erase', 'add'])
    expect(after[1]).toMatchObject({ at: before[0].at, actor: before[0].actor })
    expect(after[1].after).toMatchObject({ name: '…', email: '…' })
  })

  test('still leaves a trail that cannot be changed otherwise, nor have anything else changed that way', async () => {
    await erase()
    await expect(api.pool.query(`update platform.change set before = null`)).rejects.toThrow('cannot be changed')
    const client = await api.pool.connect()
    try {
      await client.query(`begin; select set_config('vitalfew.forgetting', 'on', true)`)
      await expect(client.query(`update platform.change set actor_name = 'Nobody'`)).rejects.toThrow(
        'cannot be changed',
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('does not touch a namesake at another account', async () => {
    await add(valley, 'Chen Jing', { taboos: 'no wine' })
    await noteOn(valley, 'Ask Chen Jing')
    await erase()
    expect((await send('GET', `/accounts/${valley}`)).body.note).toBe('Ask Chen Jing')
    expect((await send('GET', `/accounts/${valley}/people`)).body.items).toMatchObject([
      { name: 'Chen Jing', taboos: 'no wine' },
    ])
  })

  test('is listed as erased without a name, and can be erased but once, by those who may', async () => {
    expect((await erase('manager')).status).toBe(403)
    expect((await erase('back office')).status).toBe(403)
    await erase()
    expect((await erase()).body.code).toBe('contact_unknown')
    const { erasures } = (await send('GET', '/privacy')).body
    expect(erasures).toMatchObject([
      { contactId: chen, ground: 'request', by: 'The head', reference: 'Letter 7', erasedOn: '2026-11-02' },
    ])
  })
})

describe('the nightly job', () => {
  let today = '2026-11-02'
  const night = (day = '2026-11-02') => {
    today = day
    return enforceRetention({
      db: api.db,
      clock: { now: () => new Date(`${today}T01:00:00Z`) },
      actor: jobActor('Retention'),
    })
  }
  const limit = async (covers: string, values: object) => {
    const { limits } = (await send('GET', '/privacy')).body
    const version = limits.find((each: { covers: string }) => each.covers === covers).version
    return send(
      'PUT',
      `/privacy/limits/${covers}`,
      { months: 36, graceDays: 30, automatic: true, ...values, covers, version },
      'administrator',
    )
  }
  const lastHeard = (contactId: number, day: string) =>
    api.pool.query('update know.profile set confirmed_on = $2 where contact_id = $1', [contactId, day])
  const reviews = async () => (await send('GET', '/privacy')).body.reviews
  const here = async () =>
    (await send('GET', `/accounts/${harbour}/people`)).body.items.map((each: { contactId: number }) => each.contactId)

  beforeEach(async () => {
    await lastHeard(chen, '2023-11-02')
    await lastHeard(wang, '2023-11-03')
  })

  test('does nothing where no limit is set', async () => {
    expect(await night()).toEqual({ listed: 0, erased: 0, withdrawn: 0 })
  })

  test('lists who was silent for 36 months to the day, erases them after the days of grace, and nobody else', async () => {
    await limit('personal data', {})
    expect(await night('2026-11-02')).toEqual({ listed: 1, erased: 0, withdrawn: 0 })
    expect(await reviews()).toMatchObject([
      { contactId: chen, lastActivity: '2023-11-02', listedOn: '2026-11-02', endsOn: '2026-12-02' },
    ])
    await lastHeard(wang, '2026-10-01')
    expect((await night('2026-12-01')).erased).toBe(0)
    expect((await night('2026-12-02')).erased).toBe(1)
    expect(await here()).toEqual([wang])
    expect((await send('GET', '/privacy')).body.erasures).toMatchObject([{ ground: 'retention', by: null }])
  })

  test('only lists where nothing is to be ended by itself', async () => {
    await limit('personal data', { automatic: false, graceDays: 0 })
    await night('2026-11-02')
    expect(await night('2026-11-10')).toEqual({ listed: 1, erased: 0, withdrawn: 0 })
    expect((await reviews()).map((each: { endsOn: null }) => each.endsOn)).toEqual([null, null])
  })

  test('takes off the list who is heard of again', async () => {
    await limit('personal data', {})
    await night()
    await lastHeard(chen, '2026-11-20')
    await night('2026-12-02')
    expect(await here()).toContain(chen)
    expect((await reviews()).map((each: { contactId: number }) => each.contactId)).toEqual([wang])
  })

  test('leaves alone whom the head keeps until a day, that day included; then grace begins anew', async () => {
    await limit('personal data', {})
    await night()
    const keep = (until: string) =>
      send('POST', `/contacts/${chen}/keep`, { covers: 'personal data', until, reason: 'Comes back from leave' })
    expect((await keep('2026-11-02')).body.code).toBe('keep_until_past')
    expect((await keep('2026-12-31')).status).toBe(200)
    expect(await reviews()).toEqual([])
    await lastHeard(wang, '2026-10-01')
    expect(await night('2026-12-31')).toEqual({ listed: 0, erased: 0, withdrawn: 0 })
    await night('2027-01-01')
    expect(await reviews()).toMatchObject([{ contactId: chen, listedOn: '2027-01-01' }])
    expect((await night('2027-01-30')).erased).toBe(0)
    expect((await night('2027-01-31')).erased).toBe(1)
  })

  test('withdraws a consent to marketing whose time is over and leaves the person', async () => {
    await send('POST', `/contacts/${chen}/consents`, {
      covers: 'marketing',
      purpose: 'News',
      legalBasis: 'consent',
      givenOn: '2023-01-01',
      givenBy: 'form',
    })
    await limit('marketing', { graceDays: 0 })
    expect((await night()).withdrawn).toBe(0)
    expect((await night('2026-11-03')).withdrawn).toBe(1)
    expect((await send('GET', `/contacts/${chen}/person`)).body.consents).toMatchObject([
      { withdrawnBy: 'retention limit' },
    ])
    expect(await night('2026-11-04')).toEqual({ listed: 0, erased: 0, withdrawn: 0 })
  })

  test('lists at once who withdrew every ground on which we keep them', async () => {
    await lastHeard(chen, '2026-11-01')
    const { body } = await send('POST', `/contacts/${chen}/consents`, {
      covers: 'personal data',
      purpose: 'Key account care',
      legalBasis: 'consent',
      givenOn: '2026-01-01',
      givenBy: 'form',
    })
    expect((await night()).listed).toBe(0)
    await send('POST', `/consents/${body.id}/withdraw`, { day: '2026-11-02', by: 'mail' })
    expect((await night()).listed).toBe(1)
  })

  test('limits are the administrator’s, and of two who change one at once the second is told', async () => {
    const said = { covers: 'marketing', months: 24, graceDays: 30, automatic: false, version: 1 }
    expect((await send('PUT', '/privacy/limits/marketing', said, 'head')).status).toBe(403)
    expect((await send('PUT', '/privacy/limits/marketing', said, 'administrator')).body.version).toBe(2)
    expect((await send('PUT', '/privacy/limits/marketing', said, 'administrator')).body.code).toBe(
      'limit_changed_meanwhile',
    )
  })
})
