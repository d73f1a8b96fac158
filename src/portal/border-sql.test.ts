import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { type Side, twoAccounts } from './two-accounts.fixture.ts'

/*
The last border: whoever can send any SQL under the portal's role, with the token of a real sign-in of one account, finds
what that account sees at the portal and nothing else, and can write nothing anywhere.
*/

let api: TestApi
let alpha: Side
let beta: Side
let intruder: pg.Client

beforeAll(async () => {
  api = await startTestApi()
  ;({ alpha, beta } = await twoAccounts(api))
  intruder = new pg.Client(await api.portalUrl())
  await intruder.connect()
})
afterAll(async () => {
  await intruder.end()
  await api.close()
})
beforeEach(() => signedInAs(alpha))

const tokenOf = ({ buyer }: Side) =>
  decodeURIComponent(buyer.cookie.split('session_token=')[1]!.split(';')[0]!).split('.')[0]!
const claim = (token: string) => intruder.query(`select set_config('vitalfew.portal_token', $1, false)`, [token])
const signedInAs = (side: Side) => claim(tokenOf(side))
const failure = (statement: string) =>
  intruder.query(statement).then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const markedOf = (side: Side, text: string) => side.marks.filter(mark => text.includes(mark))

type Relation = { name: string; schema: string; columns: string[] | null; mayWrite: boolean }

/** Everything in every schema but the catalogue, with the columns that the role may read. */
async function relations(): Promise<Relation[]> {
  const { rows } = await api.pool.query(
    `select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema,
       (select json_agg(format('%I', a.attname) order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and has_schema_privilege($1, n.oid, 'usage') and has_column_privilege($1, c.oid, a.attnum, 'select')) as columns,
       has_table_privilege($1, c.oid, 'insert, update, delete, truncate, references, trigger')
         or has_any_column_privilege($1, c.oid, 'insert, update') as "mayWrite"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     order by 1`,
    [intruder.user],
  )
  return rows
}

describe('raw SQL under the portal’s role', () => {
  test('walks every table and view: what it may read is the account’s, and never the other’s', async () => {
    const all = await relations()
    expect(all.length).toBeGreaterThan(150)
    const read = all.filter(relation => relation.columns)
    let own = ''
    for (const { name, columns } of read) {
      const { rows } = await intruder.query(`select to_jsonb(t)::text as row from (select ${columns} from ${name}) t`)
      const text = rows.map(({ row }) => row).join('\n')
      expect({ name, seen: markedOf(beta, text) }).toEqual({ name, seen: [] })
      own += text
    }
    expect(markedOf(alpha, own)).toEqual(alpha.marks)
    expect([...new Set(read.map(({ schema }) => schema))].sort()).toEqual(['portal', 'supply'])
  })

  test('is refused everything else by name: ledger, accounts, people, costs, and its own rows whole', async () => {
    const readable = new Set((await relations()).flatMap(({ name, columns }) => (columns ? [name] : [])))
    for (const { name } of await relations())
      if (!readable.has(name))
        expect({ name, code: await failure(`select * from ${name} limit 1`) }).toEqual({ name, code: '42501' })
    for (const column of ['contribution_a_unit', 'fair', 'floor', 'tier', 'run_id'])
      expect(await failure(`select ${column} from supply.allocation`)).toBe('42501')
    for (const column of ['freight', 'value', 'cause_note', 'lane_id'])
      expect(await failure(`select ${column} from supply.delivery`)).toBe('42501')
  })

  test('writes nothing, anywhere', async () => {
    expect((await relations()).filter(({ mayWrite }) => mayWrite)).toEqual([])
    for (const { name, columns } of await relations()) {
      const column = columns?.[0] ?? 'id'
      const update = `update ${name} set ${column} = ${column}`
      // Not allowed; or, before that is asked, nothing of the kind: a view cannot be emptied, this one not be written to.
      const codes = ['42501', '42809', '55000', '42703']
      for (const statement of [`insert into ${name} default values`, `delete from ${name}`, `truncate ${name}`, update])
        expect({ statement, refused: codes.includes(await failure(statement)) }).toEqual({ statement, refused: true })
    }
  })

  test.each([
    ['no token', ''],
    ['a token that is nobody’s', 'A'.repeat(32)],
    ['the id of the other account', '2'],
    ['a pattern', '%'],
    ['a quotation mark', `' or true --`],
  ])('sees nothing with %s', async (_, token) => {
    await claim(token)
    for (const view of [
      'own_account',
      'own_order',
      'own_order_line',
      'own_stock',
      'own_message',
      'own_person',
      'catalogue',
    ])
      expect((await intruder.query(`select 1 from portal.${view}`)).rowCount).toBe(0)
  })

  test('sees nothing once the person is signed out, disabled, or their session has run out', async () => {
    const count = async () => (await intruder.query('select 1 from portal.own_order')).rowCount
    const { rows } = await api.pool.query('select "userId" as id from auth.session where token = $1', [tokenOf(alpha)])
    const { id } = rows[0]
    expect(await count()).toBe(1)
    await api.pool.query('update auth."user" set disabled = true where id = $1', [id])
    expect(await count()).toBe(0)
    await api.pool.query('update auth."user" set disabled = false where id = $1', [id])
    await api.pool.query(`update auth.session set "expiresAt" = now() where "userId" = $1`, [id])
    expect(await count()).toBe(0)
    await api.pool.query(`update auth.session set "expiresAt" = now() + interval '1 day' where "userId" = $1`, [id])
    expect(await count()).toBe(1)
  })

  test('becomes nobody else, and switches the border off by no setting', async () => {
    for (const statement of [
      `set role ${pg.escapeIdentifier((await api.pool.query('select current_user as name')).rows[0].name)}`,
      'set row_security = off; select * from supply.purchase_order',
      'alter table supply.purchase_order disable row level security',
      'drop policy own on supply.purchase_order',
      'grant select on ledger.line to public',
      `alter role current_user superuser`,
      'create role accomplice',
      'create schema mine',
      'create function portal.mine() returns int language sql as $$ select 1 $$',
    ])
      expect({ statement, code: await failure(statement) }).toEqual({ statement, code: '42501' })
    await intruder.query('reset all; reset role')
    await signedInAs(alpha)
    expect((await intruder.query('select 1 from portal.own_order')).rowCount).toBe(1)
    const { rows } = await api.pool.query(
      `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as strong,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships from pg_roles r where rolname = $1`,
      [intruder.user],
    )
    expect(rows[0]).toEqual({ strong: false, memberships: 0 })
  })

  test('calls no function that runs as its owner but the one that says whose session this is', async () => {
    const { rows } = await api.pool.query(
      `select format('%I.%I', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and has_schema_privilege($1, n.oid, 'usage') and has_function_privilege($1, p.oid, 'execute')`,
      [intruder.user],
    )
    expect(rows.map(({ name }) => name)).toEqual(['portal.account_ids'])
    const forgedRow = `select supply.order_content(jsonb_populate_record(null::supply.purchase_order, '{"id": 3}'))`
    expect(await failure(forgedRow)).toBe('42501')
  })

  test('learns nothing of the other from errors, plans or statistics', async () => {
    await api.pool.query('analyze supply.purchase_order, supply.order_line, supply.stock, portal.message')
    const { rows } = await intruder.query(`select to_jsonb(s)::text as row from pg_stats s where schemaname !~ '^pg_'`)
    expect(markedOf(beta, rows.map(({ row }) => row).join('\n'))).toEqual([])
    // A condition that fails on a row of the other account would tell that the row is there.
    const leak = `select count(*) from supply.order_line where 1 / (quantity - ${beta.marks[4]}) > 0`
    expect(await failure(leak)).toBe('done')
  })
})
