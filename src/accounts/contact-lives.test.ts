import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from './accounts.server.ts'
import { contextOf, person } from './acting.fixture.ts'
import { eraseContact, lockEditableContact, moveContact } from './contact-lives.server.ts'
import { claimContacts, contactsOfAccounts, withdrawContactClaims } from './contacts.server.ts'
import { addContact, removeContact } from './edit-contact.use.ts'

let database: TestDatabase
let harbour = 0
let valley = 0
const head = person('Lin', 'head')
const day = '2026-11-02'

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.pool.query('truncate accounts.account cascade')
  const { ids } = await claimAccounts(database.pool, 1, 'erp', [{ code: 'H' }, { code: 'V' }])
  harbour = ids.get('H')!
  valley = ids.get('V')!
})

const nightly = (importId: number, ...rows: Parameters<typeof claimContacts>[3]) =>
  claimContacts(database.pool, importId, 'crm', rows)
const namesAt = async (accountId: number) =>
  (await contactsOfAccounts(database.db, [accountId])).map(contact => contact.name)
const onlyAt = async (accountId: number) => (await contactsOfAccounts(database.db, [accountId]))[0]!

describe('a person who moved to another account', () => {
  const move = (contactId: number, to: number) =>
    database.db.transaction().execute(async db => {
      const contact = await lockEditableContact(db, head, contactId)
      await moveContact(db, head, contact, {
        accountId: to,
        day,
        place: { role: 'Head buyer', email: 'chen@valley.cn' },
      })
    })

  test('gives up mail, phone and department of the old place and keeps the mobile', async () => {
    await nightly(2, {
      accountId: harbour,
      name: 'Chen Jie',
      email: 'chen@harbour.cn',
      phone: '0574',
      mobile: '139',
      department: 'Buying',
    })
    await move((await onlyAt(harbour)).id, valley)
    expect(await namesAt(harbour)).toEqual([])
    expect(await onlyAt(valley)).toMatchObject({
      role: 'Head buyer',
      email: 'chen@valley.cn',
      phone: null,
      mobile: '139',
      department: null,
    })
  })

  test('is not brought back by the old account’s file, which still names them; a namesake with another address is new', async () => {
    const row = { accountId: harbour, name: 'Chen Jie', email: 'chen@harbour.cn' }
    await nightly(2, row)
    await move((await onlyAt(harbour)).id, valley)
    expect(await nightly(3, row, { accountId: harbour, name: 'Wang Min' })).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      refused: [{ at: 0, why: 'moved' }],
    })
    expect(await namesAt(harbour)).toEqual(['Wang Min'])
    expect(await nightly(4, { ...row, email: 'jie.chen@harbour.cn' })).toMatchObject({ added: 1, refused: [] })
  })

  test('who came back is known again', async () => {
    const row = { accountId: harbour, name: 'Chen Jie' }
    await nightly(2, row)
    const { id } = await onlyAt(harbour)
    await move(id, valley)
    await move(id, harbour)
    expect(await nightly(3, row)).toMatchObject({ added: 0, refused: [] })
  })
})

describe('a person who was erased', () => {
  const erase = (contactId: number) =>
    database.db.transaction().execute(db => eraseContact(db, head, contactId, { accountIds: [harbour], day }))

  test('is refused by mail anywhere and by name at the account, and only there', async () => {
    await nightly(2, { accountId: harbour, name: 'Chen Jie', email: 'chen@harbour.cn' })
    await erase((await onlyAt(harbour)).id)
    const { refused, added } = await nightly(
      3,
      { accountId: harbour, name: 'Somebody', email: 'CHEN@harbour.cn' },
      { accountId: valley, name: 'Somebody', email: 'chen@harbour.cn' },
      { accountId: harbour, name: 'chen  jie' },
      { accountId: harbour, name: 'Chen Jie', email: 'another@harbour.cn' },
      { accountId: valley, name: 'Chen Jie' },
    )
    expect(refused.map(each => each.at)).toEqual([0, 1, 2])
    expect(added).toBe(2)
  })

  test('without an address is refused by name, whatever address the file gives', async () => {
    await nightly(2, { accountId: harbour, name: 'Chen Jie' })
    await erase((await onlyAt(harbour)).id)
    expect(await nightly(3, { accountId: harbour, name: 'Chen Jie', email: 'x@y.cn' })).toMatchObject({
      added: 0,
      refused: [{ at: 0, why: 'erased' }],
    })
  })

  test('leaves a number and nothing else; no name can be read out of the marks', async () => {
    await nightly(2, { accountId: harbour, name: 'Chen Jie', email: 'chen@harbour.cn', note: 'likes tea' })
    const { id } = await onlyAt(harbour)
    await erase(id)
    expect(await namesAt(harbour)).toEqual([])
    const { rows } = await database.pool.query(
      `select to_jsonb(c)::text || (select coalesce(string_agg(to_jsonb(m)::text, ''), '') from accounts.erased_mark m) as text, name
       from accounts.contact c where id = $1`,
      [id],
    )
    expect(rows[0].name).toBe(`Erased person ${id}`)
    expect(rows[0].text).not.toMatch(/chen|tea/i)
    const { rows: claims } = await database.pool.query('select 1 from accounts.contact_claim')
    expect(claims).toEqual([])
  })

  test('may come back when somebody enters them by hand', async () => {
    await nightly(2, { accountId: harbour, name: 'Chen Jie', email: 'chen@harbour.cn' })
    await erase((await onlyAt(harbour)).id)
    await addContact(contextOf(database, head) as never, harbour, { name: 'Chen Jie', email: 'chen@harbour.cn' })
    expect(await nightly(3, { accountId: harbour, name: 'Chen Jie', email: 'chen@harbour.cn' })).toMatchObject({
      added: 0,
      refused: [],
    })
  })
})

describe('a person whom business records name', () => {
  const withVisit = async () => {
    await nightly(2, { accountId: harbour, name: 'Chen Jie' }, { accountId: harbour, name: 'Wang Min' })
    const contacts = await contactsOfAccounts(database.db, [harbour])
    const [chen, wang] = [contacts[0]!.id, contacts[1]!.id]
    await database.pool.query(
      `insert into engage.promise (account_id, side, what, contact_id, made_on) values ($1, 'theirs', 'Sends the drawings', $2, '2026-11-01')`,
      [harbour, chen],
    )
    return { chen, wang }
  }

  test('cannot be deleted, only erased; the colleague can', async () => {
    const { chen, wang } = await withVisit()
    const context = contextOf(database, head) as never
    await expect(removeContact(context, chen)).rejects.toMatchObject({ code: 'contact_in_use' })
    await removeContact(context, wang)
    expect(await namesAt(harbour)).toEqual(['Chen Jie'])
  })

  test('stay as a number when the import that named them is undone; the colleague goes', async () => {
    const { chen } = await withVisit()
    await withdrawContactClaims(database.pool, 2)
    expect(await namesAt(harbour)).toEqual([`#${chen}`])
  })
})
