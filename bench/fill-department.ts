import { changePolicy, policyInForce } from '../src/identify/policy.use.ts'
import type { ActorContext } from '../src/platform/operation.server.ts'

/** Accounts with people on record, of all of them; and people of each. */
const known = 20_000
const people = 3

/** Bought so much in the window, an account of the generated ledger may stand on a tier: about 5,000 of 100,000 then do. */
const enough = '550'

/**
 * What the managers know and do beside the ledger, made up from ids alone, once for a database (true where it was made now):
 * all accounts old enough for a tier; of a fifth of them three people with roles, who of ours knows them and when they were
 * heard; a visit held and one to come; and a promise for every fourth of those.
 */
export async function fillDepartment(acting: Pick<ActorContext, 'db' | 'pool' | 'actor'>, today: string) {
  const { db, pool } = acting
  const { rowCount } = await pool.query('select from know.profile limit 1')
  if (rowCount) return false
  const { version, name, policy } = await policyInForce(db)
  const gates = { ...policy.gates, anyOf: { yearTotal: enough, singleDocument: enough } }
  await changePolicy(acting, { basedOn: version, name, note: null, policy: { ...policy, gates } })
  await pool.query(`update accounts.account set cooperation_since = '2018-01-01', version = version + 1`)
  await pool.query(
    `with chosen as (select id from accounts.account order by hashint8(id) limit $1)
     insert into accounts.contact (account_id, name, role)
     select id, 'Person ' || place, 'Buyer' from chosen, generate_series(1, $2) place`,
    [known, people],
  )
  await pool.query(`
    insert into know.profile (contact_id, buying_role, influence, stance)
    select id, (array['decision maker', 'champion', 'user', 'floor staff', null])[1 + id % 5], 1 + id % 5, id % 4 - 1
    from accounts.contact`)
  await pool.query(`
    insert into know.acquaintance (contact_id, person_id, strength, last_contact_on)
    select c.id, a.owner_id, 1 + c.id % 5, null from accounts.contact c join accounts.account a on a.id = c.account_id
    where a.owner_id is not null`)
  await pool.query(
    `insert into know.contact_day (contact_id, person_id, day)
     select a.contact_id, a.person_id, $1::date - (a.contact_id % 90)::integer - 21 * times
     from know.acquaintance a, generate_series(0, 5) times where a.contact_id % 2 = 0`,
    [today],
  )
  await pool.query(
    `insert into engage.visit (account_id, person_id, starts_at, ends_at, time_zone, original_starts_at, promised_at, state,
       held_from, held_until, created_at)
     select account_id, person_id, at, at + interval '1 hour', 'Asia/Shanghai', at, at, state,
       case state when 'held' then at end, case state when 'held' then at + interval '1 hour' end, at
     from (select distinct on (c.account_id) c.account_id, a.owner_id as person_id from accounts.contact c
       join accounts.account a on a.id = c.account_id where a.owner_id is not null order by c.account_id) own,
       lateral (values ($1::timestamptz - make_interval(days => (account_id % 60)::integer), 'held'),
         ($1::timestamptz + make_interval(days => (account_id % 45)::integer), 'planned')) visit (at, state)`,
    [`${today}T02:00:00Z`],
  )
  await pool.query(
    `insert into engage.promise (account_id, side, what, owner_id, made_on, due, state)
     select account_id, 'ours', 'Send the offer', person_id, $1::date - 20, $1::date + (account_id % 30)::integer - 10, 'open'
     from engage.visit where state = 'planned' and account_id % 4 = 0`,
    [today],
  )
  await pool.query('vacuum (analyze)')
  return true
}
