import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import type { Role } from '../../platform/roles.ts'
import { peopleOf, touchAcquaintances } from '../know.server.ts'

let api: TestApi
/** The manager's own. */
let harbour = 0
let valley = 0
/** Nobody's. */
let foreign = 0

const send = (method: string, path: string, body?: unknown, role: Role = 'manager') => api.as(role, method, path, body)
const account = async (code: string, role: Role) =>
  (await send('POST', '/accounts', { code, name: `Company ${code}` }, role)).body.id as number
const add = async (accountId: number, name: string, more: object = {}, role: Role = 'manager') =>
  (await send('POST', `/accounts/${accountId}/people`, { name, ...more }, role)).body.contactId as number
const person = async (id: number) => (await send('GET', `/contacts/${id}/person`, undefined, 'reader')).body
const list = async (accountId: number) => (await send('GET', `/accounts/${accountId}/people`, undefined, 'reader')).body
const names = async (accountId: number) => (await list(accountId)).items.map((each: { name: string }) => each.name)

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  harbour = await account('H', 'manager')
  valley = await account('V', 'manager')
  foreign = await account('F', 'head')
})

describe('a person of an account', () => {
  test('is entered with role, influence and stance, and stands by weight in the list', async () => {
    await add(harbour, 'Wang Min', { influence: 2 })
    await add(harbour, 'Aa Nobody')
    const chen = await add(harbour, 'Chen Jing', {
      buyingRole: 'decision maker',
      influence: 5,
      stance: -1,
      languages: ['zh'],
    })
    expect(await names(harbour)).toEqual(['Chen Jing', 'Wang Min', 'Aa Nobody'])
    expect(await person(chen)).toMatchObject({
      buyingRole: 'decision maker',
      stance: -1,
      confirmedOn: '2026-11-02',
      profileVersion: 1,
      jobs: [{ accountId: harbour, fromDay: null, toDay: null }],
    })
  })

  test('whose rank or stance is beyond the scale is refused, at its ends taken', async () => {
    for (const [edit, status] of [
      [{ influence: 1, stance: -2 }, 200],
      [{ influence: 5, stance: 2 }, 200],
      [{ influence: 0 }, 400],
      [{ influence: 6 }, 400],
      [{ stance: -3 }, 400],
      [{ stance: 3 }, 400],
    ] as const)
      expect((await send('POST', `/accounts/${harbour}/people`, { name: 'Somebody', ...edit })).status).toBe(status)
  })

  test('is edited whole; of two who edit at once the second is told so and loses nothing of the first', async () => {
    const id = await add(harbour, 'Chen Jing', { stance: 1 })
    const { version, profileVersion } = await person(id)
    const edit = (more: object) => send('PATCH', `/contacts/${id}/person`, { version, profileVersion, ...more })
    expect((await edit({ mobile: '139', stance: 2 })).status).toBe(200)
    expect((await edit({ stance: -2 })).body.code).toBe('contact_changed_meanwhile')
    expect(await person(id)).toMatchObject({ mobile: '139', stance: 2 })
  })

  test('saved without a change is said to be so today, which leaves its trace', async () => {
    const id = await add(harbour, 'Chen Jing', { stance: 1 })
    await api.pool.query(`update know.profile set confirmed_on = '2025-01-01'`)
    const { version, profileVersion } = await person(id)
    await send('PATCH', `/contacts/${id}/person`, { version, profileVersion })
    expect((await person(id)).confirmedOn).toBe('2026-11-02')
    const { body } = await send('GET', `/changes?subject=person&subjectId=${id}`)
    expect(body.items[0]).toMatchObject({ operation: 'confirm', accountId: harbour })
  })

  test('is nobody’s to write but the owner’s, the back office’s and those above', async () => {
    const id = await add(foreign, 'Li Wei', {}, 'head')
    const { version, profileVersion } = await person(id)
    const edit = (role: Role) => send('PATCH', `/contacts/${id}/person`, { version, profileVersion, stance: 1 }, role)
    expect((await edit('manager')).body.code).toBe('account_not_yours')
    expect((await edit('reader')).status).toBe(403)
    expect((await edit('executive')).status).toBe(403)
    expect((await edit('back office')).status).toBe(200)
    expect((await person(id)).mayEdit).toBe(false)
  })

  test('is found by a part of the name, whatever signs it holds', async () => {
    await add(harbour, '陈静 Chen Jing')
    await add(valley, 'Percent 100% Lee')
    const found = async (text: string) =>
      (await send('GET', `/people-of-accounts?text=${encodeURIComponent(text)}`)).body.items.map(
        (each: { name: string }) => each.name,
      )
    expect(await found('陈')).toEqual(['陈静 Chen Jing'])
    expect(await found('0%')).toEqual(['Percent 100% Lee'])
    expect(await found('_')).toEqual([])
  })
})

describe('who of ours knows them', () => {
  test('is said with how well, changed, and taken back', async () => {
    const id = await add(harbour, 'Chen Jing')
    const know = (strength: number | null, personId = api.people.executive) =>
      send('PUT', `/contacts/${id}/acquaintances/${personId}`, { strength, since: '2020-05-01' })
    await know(4)
    expect((await person(id)).acquaintances).toMatchObject([
      { personName: 'The executive', strength: 4, since: '2020-05-01' },
    ])
    await know(2)
    expect((await person(id)).acquaintances).toMatchObject([{ strength: 2 }])
    await know(null)
    expect((await person(id)).acquaintances).toEqual([])
    expect((await know(3, 'nobody')).status).toBe(404)
  })

  test('is freshened by a meeting, which never makes a later contact earlier', async () => {
    const [chen, wang] = [await add(harbour, 'Chen Jing'), await add(harbour, 'Wang Min')]
    const meet = (day: string) => touchAcquaintances(api.db, { contactIds: [chen], personId: api.people.manager, day })
    await meet('2026-10-20')
    await meet('2026-10-05')
    expect(await person(chen)).toMatchObject({ lastContactOn: '2026-10-20', acquaintances: [{ strength: 1 }] })
    expect(await person(wang)).toMatchObject({ lastContactOn: null, acquaintances: [] })
  })
})

describe('a person who moves', () => {
  const move = async (id: number, more: object) =>
    send('POST', `/contacts/${id}/move`, { version: (await person(id)).version, day: '2026-10-01', ...more })

  test('is listed at the new account and, with the day, as moved at the old; the profile goes along', async () => {
    const id = await add(harbour, 'Chen Jing', {
      role: 'Buyer',
      buyingRole: 'champion',
      email: 'c@h.cn',
      mobile: '139',
    })
    expect((await move(id, { accountId: valley, role: 'Head buyer' })).status).toBe(200)
    expect(await names(valley)).toEqual(['Chen Jing'])
    expect((await list(harbour)).items).toEqual([])
    expect((await list(harbour)).former).toEqual([
      {
        contactId: id,
        name: 'Chen Jing',
        title: 'Buyer',
        buyingRole: 'champion',
        leftOn: '2026-10-01',
        movedTo: { id: valley, name: 'Company V' },
      },
    ])
    expect(await person(id)).toMatchObject({
      role: 'Head buyer',
      email: null,
      mobile: '139',
      buyingRole: 'champion',
      jobs: [
        { accountId: valley, title: 'Head buyer', fromDay: '2026-10-01', toDay: null },
        { accountId: harbour, title: 'Buyer', fromDay: null, toDay: '2026-10-01' },
      ],
    })
  })

  test('leaves promises and their history with the old account', async () => {
    const id = await add(harbour, 'Chen Jing')
    await api.pool.query(
      `insert into engage.promise (account_id, side, what, contact_id, made_on) values ($1, 'theirs', 'Sends drawings', $2, '2026-09-01')`,
      [harbour, id],
    )
    await move(id, { accountId: valley })
    const { rows } = await api.pool.query('select account_id, contact_id from engage.promise')
    expect(rows).toEqual([{ account_id: harbour, contact_id: id }])
    const { body } = await send('GET', `/changes?accountId=${harbour}&subject=contact`)
    expect(body.items[0].operation).toBe('move away')
  })

  test('cannot move before the last job began nor after today; on those days it is possible', async () => {
    const id = await add(harbour, 'Chen Jing')
    await move(id, { accountId: valley, day: '2026-09-10' })
    expect((await move(id, { accountId: harbour, day: '2026-09-09' })).body.code).toBe('move_before_job')
    expect((await move(id, { accountId: harbour, day: '2026-11-03' })).body.code).toBe('move_in_future')
    expect((await move(id, { accountId: valley })).body.code).toBe('move_to_same_account')
    expect((await move(id, { accountId: harbour, day: '2026-09-10' })).status).toBe(200)
    expect((await move(id, { accountId: valley, day: '2026-11-02' })).status).toBe(200)
  })

  test('to somebody else’s account is not the manager’s to record, and nothing is half done', async () => {
    const id = await add(harbour, 'Chen Jing')
    expect((await move(id, { accountId: foreign })).body.code).toBe('account_not_yours')
    expect(await person(id)).toMatchObject({ accountId: harbour, jobs: [{ toDay: null }] })
  })

  test('for nobody knows where stays on the page as left, and is no longer one of those who work there', async () => {
    const id = await add(harbour, 'Chen Jing')
    await add(harbour, 'Wang Min')
    await move(id, { accountId: null })
    expect(
      (await list(harbour)).items.map((each: { name: string; leftOn: string }) => [each.name, each.leftOn]),
    ).toEqual([
      ['Wang Min', null],
      ['Chen Jing', '2026-10-01'],
    ])
    expect((await peopleOf(api.db, [harbour])).map(each => each.name)).toEqual(['Wang Min'])
    expect((await move(id, { accountId: null })).body.code).toBe('has_left_already')
    await move(id, { accountId: valley, day: '2026-10-15' })
    expect((await peopleOf(api.db, [valley])).map(each => each.name)).toEqual(['Chen Jing'])
  })
})

describe('a consent', () => {
  const give = (id: number, more: object = {}) =>
    send('POST', `/contacts/${id}/consents`, {
      covers: 'marketing',
      purpose: 'New products by mail',
      legalBasis: 'consent',
      givenOn: '2026-06-01',
      givenBy: 'form at the fair',
      ...more,
    })

  test('covers from the day given until the day it is withdrawn', async () => {
    const id = await add(harbour, 'Chen Jing')
    const { body } = await give(id)
    expect(body.inForce).toBe(true)
    expect((await person(id)).coverage).toMatchObject({ marketing: 'covered', photos: 'nothing said' })
    const withdraw = (day: string) => send('POST', `/consents/${body.id}/withdraw`, { day, by: 'mail' })
    expect((await withdraw('2026-05-31')).body.code).toBe('withdrawn_before_given')
    expect((await withdraw('2026-11-03')).body.code).toBe('consent_in_future')
    expect((await withdraw('2026-11-02')).body).toMatchObject({ inForce: false, withdrawnOn: '2026-11-02' })
    expect((await person(id)).coverage.marketing).toBe('withdrawn')
    expect((await withdraw('2026-11-02')).body.code).toBe('consent_withdrawn_already')
  })

  test('cannot be given tomorrow, nor by a reader, nor on another manager’s account', async () => {
    const [id, theirs] = [await add(harbour, 'Chen Jing'), await add(foreign, 'Li Wei', {}, 'head')]
    expect((await give(id, { givenOn: '2026-11-03' })).body.code).toBe('consent_in_future')
    expect((await give(theirs)).body.code).toBe('account_not_yours')
  })
})

describe('a file of people', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n')
  const text =
    card('FN:Chen Jing', 'EMAIL:chen@h.cn', 'X-VITALFEW-STANCE:2') + card('FN:Wu Min', 'ORG:Elsewhere') + card('TEL:1')
  const preview = (accountId = harbour) =>
    send('POST', `/accounts/${accountId}/people/preview`, { format: 'vcard', text })
  const take = (leaveOut: number[] = []) =>
    send('POST', `/accounts/${harbour}/people/import`, { format: 'vcard', text, leaveOut })

  test('shows beforehand what it would bring, and writes nothing', async () => {
    const id = await add(harbour, 'Chen Jing', { email: 'chen@h.cn', stance: 1 })
    expect((await preview()).body.items).toMatchObject([
      { verdict: 'matched', contactId: id, changes: ['stance'] },
      { verdict: 'new', notice: 'organisation differs' },
      { verdict: 'set aside', reason: 'no name' },
    ])
    expect(await names(harbour)).toEqual(['Chen Jing'])
    expect((await preview(foreign)).body.code).toBe('account_not_yours')
  })

  test('is taken but for whom one leaves out, and taken again brings nobody twice', async () => {
    await add(harbour, 'Chen Jing', { email: 'chen@h.cn', stance: 1 })
    expect((await take([1])).body).toEqual({ added: 0, changed: 1, unchanged: 0, setAside: 2 })
    expect((await take()).body).toEqual({ added: 1, changed: 0, unchanged: 1, setAside: 1 })
    expect((await take()).body).toEqual({ added: 0, changed: 0, unchanged: 2, setAside: 1 })
  })

  test('with nobody in it is refused, of either kind', async () => {
    for (const format of ['vcard', 'csv'])
      expect((await send('POST', `/accounts/${harbour}/people/preview`, { format, text: 'x' })).body.code).toBe(
        'people_file_unreadable',
      )
  })

  test.each(['vcf', 'csv'] as const)('written as %s brings the people whole to another account', async kind => {
    const id = await add(harbour, '陈静 Chen Jing', {
      role: 'Buyer',
      mobile: '+86 139',
      buyingRole: 'champion',
      influence: 4,
      stance: 2,
      languages: ['zh', 'en'],
      channelsPreferred: ['wechat'],
      taboos: 'Never before nine; no “4”',
    })
    await send('PUT', `/contacts/${id}/acquaintances/${api.people.manager}`, { strength: 5 })
    const file = await (await api.fetch('reader', `/accounts/${harbour}/people.${kind}`)).text()
    await send('POST', `/accounts/${valley}/people/import`, { format: kind === 'vcf' ? 'vcard' : 'csv', text: file })
    const [copy] = (await list(valley)).items
    const { contactId, accountId, version, ...same } = (await list(harbour)).items[0]
    expect(copy).toMatchObject({ ...same, profileVersion: 1 })
  })

  test('does not bring back who was erased or has moved away', async () => {
    const erased = await add(harbour, 'Chen Jing', { email: 'chen@h.cn' })
    const moved = await add(harbour, 'Wu Min')
    await send('POST', `/contacts/${erased}/erase`, {}, 'head')
    await send('POST', `/contacts/${moved}/move`, {
      version: (await person(moved)).version,
      day: '2026-10-01',
      accountId: valley,
    })
    expect((await preview()).body.items.map((each: { reason: string }) => each.reason)).toEqual([
      'erased',
      'moved',
      'no name',
    ])
  })
})
