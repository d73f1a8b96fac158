import { isProcedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startTestApi, type TestApi } from '../../tests/support/api.ts'
import type { RequestContext } from '../platform/operation.server.ts'
import { router } from '../router.ts'
import type { Portal } from './may-portal.server.ts'
import { memberOfUser } from './members.store.ts'
import { type Side, twoAccounts } from './two-accounts.fixture.ts'

let api: TestApi
let alpha: Side
let beta: Side
let productCode: string

beforeAll(async () => {
  api = await startTestApi()
  ;({ alpha, beta, productCode } = await twoAccounts(api))
})
afterAll(() => api.close())

let guests = 0

type Ask = { operation: string; input: Record<string, unknown> }

/** A good request for everything that the portal can do, about that account's things. */
const asksOf = (side: Side): Ask[] => {
  const sign = { contentHash: 'a'.repeat(64), name: 'Mallory' }
  return [
    ...['session', 'home', 'orders', 'deliveries', 'promises', 'allocations', 'messages', 'people'].map(operation => ({
      operation,
      input: {},
    })),
    { operation: 'orders', input: { waiting: true } },
    { operation: 'deliveries', input: { open: true } },
    { operation: 'order', input: { id: side.orderId } },
    { operation: 'order', input: { id: side.draftId } },
    { operation: 'orders', input: { cursor: side.orderId } },
    { operation: 'stock', input: { account: side.code } },
    { operation: 'stock', input: { account: side.code, q: 'switch' } },
    {
      operation: 'changeOrder',
      input: { id: side.orderId, version: 1, lines: [{ product: productCode, quantity: '1' }] },
    },
    { operation: 'signOrder', input: { id: side.orderId, ...sign } },
    { operation: 'declineOrder', input: { id: side.orderId, version: 1, reason: 'Not ours' } },
    {
      operation: 'enterStock',
      input: { account: side.code, day: '2026-11-02', rows: [{ product: productCode, onHand: '5' }] },
    },
    { operation: 'writeMessage', input: { account: side.code, text: 'Good morning' } },
    { operation: 'writeMessage', input: { order: side.orderId, text: 'About your order' } },
    { operation: 'markRead', input: {} },
    { operation: 'inviteStaff', input: { name: 'Mallory', email: `mallory${guests++}@evil.example`, language: 'en' } },
    { operation: 'changeStaff', input: { id: side.personId, disabled: true } },
    { operation: 'withdrawInvitation', input: { id: side.invitationId } },
    { operation: 'changeMe', input: { language: 'en' } },
  ]
}

const operations = router.portal as unknown as Record<
  string,
  { '~orpc': { route: { method?: string; path?: string } } }
>

/** Facts and invitation are for whoever is not signed in. */
const beforeSignIn = ['facts', 'invitation']

test('the walk forgets no operation of the portal', () => {
  const walked = new Set([...asksOf(beta).map(ask => ask.operation), ...beforeSignIn])
  const all = Object.entries(router.portal).filter(([, node]) => isProcedure(node))
  expect(all.map(([name]) => name).filter(name => !walked.has(name))).toEqual([])
})

function send(person: Side['buyer'], { operation, input }: Ask): Promise<Answer> {
  const { method = 'POST', path = '' } = operations[operation]!['~orpc'].route
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => String(input[name]))
  const rest = Object.entries(input).filter(([name]) => !path.includes(`{${name}}`))
  if (method === 'GET')
    return person.as(method, `${filled}?${new URLSearchParams(rest.map(([k, v]) => [k, String(v)]))}`)
  return person.as(method, filled, Object.fromEntries(rest))
}

/** All that the department knows of an account and a portal could change; what both sides read is left out. */
async function stateOf({ accountId }: Side): Promise<string> {
  const { rows } = await api.pool.query(
    `select jsonb_build_array(
       (select jsonb_agg(to_jsonb(o) order by o.id) from supply.purchase_order o where account_id = $1),
       (select jsonb_agg(to_jsonb(l) order by l.id) from supply.order_line l join supply.purchase_order o on o.id = l.order_id where o.account_id = $1),
       (select jsonb_agg(to_jsonb(s) order by s.day) from supply.stock s where account_id = $1),
       (select jsonb_agg(to_jsonb(m) order by m.id) from portal.message m where account_id = $1),
       (select jsonb_agg(to_jsonb(i) order by i.id) from portal.invitation i where account_id = $1),
       (select jsonb_agg(jsonb_build_object('m', m, 'name', u.name, 'disabled', u.disabled) order by m.id)
          from portal.member m join auth."user" u on u.id = m.user_id where account_id = $1))::text as state`,
    [accountId],
  )
  return rows[0].state
}

const seenOf = (side: Side, text: string) => side.marks.filter(mark => text.includes(mark))

describe('as one account’s person, by every operation', () => {
  test('the account’s own things are there', async () => {
    const texts: string[] = []
    for (const ask of asksOf(beta).filter(
      each => (operations[each.operation]!['~orpc'].route.method ?? 'POST') === 'GET',
    ))
      texts.push(JSON.stringify((await send(beta.buyer, ask)).body))
    const missing = beta.marks.filter(mark => !texts.some(text => text.includes(mark)))
    // The draft's words are nobody's business yet, so its marks stand in the proposed order.
    expect(missing).toEqual([])
  })

  test.each(['buyer', 'staff'] as const)('a %s finds nothing of the other, and changes nothing of it', async right => {
    const before = await stateOf(beta)
    for (const ask of asksOf(beta)) {
      const { body } = await send(alpha[right], ask)
      expect({ ask, seen: seenOf(beta, JSON.stringify(body)) }).toEqual({ ask, seen: [] })
    }
    expect(await stateOf(beta)).toBe(before)
  })

  test('an order that was never proposed is not there for its own account either', async () => {
    expect((await beta.buyer.as('GET', `/portal/orders/${beta.draftId}`)).body.code).toBe('portal_order_unknown')
    expect(JSON.stringify((await beta.buyer.as('GET', '/portal/orders')).body)).not.toContain('BETAMARK-DRAFT')
  })
})

/** A context that claims the other account, over a database that knows who is signed in. */
async function forged(person: Side['buyer'], claimed: Side): Promise<(ask: Ask) => Promise<unknown>> {
  const token = decodeURIComponent(person.cookie.split('session_token=')[1]!.split(';')[0]!).split('.')[0]!
  const { rows } = await api.pool.query('select user_id from portal.member where account_id = $1', [claimed.accountId])
  const member = (await memberOfUser(api.db, rows[0].user_id))!
  const portal: Portal = {
    member,
    actor: { id: member.userId, name: 'Forged', role: 'portal buyer', via: 'portal' },
    accounts: [{ id: claimed.accountId, code: claimed.code, name: 'Claimed' }],
  }
  const context: Partial<RequestContext> = {
    clock: { now: () => new Date('2026-11-02T08:00:00Z') },
    language: 'en',
    baseUrl: 'http://vitalfew.test',
    dataDirectory: api.dataDirectory,
    responseHeaders: new Headers(),
  }
  return ({ operation, input }) => {
    const { handler } = operations[operation]!['~orpc'] as unknown as { handler: (given: object) => Promise<unknown> }
    return api.portalDatabase.as(token, db =>
      handler({ input: { limit: 30, ...input }, context: { ...context, db, department: api.db, portal }, errors: {} }),
    )
  }
}

describe('with the checks of the code turned off', () => {
  test('what claims the account that is signed in works: the walk itself is sound', async () => {
    const ask = await forged(beta.buyer, beta)
    expect(JSON.stringify(await ask({ operation: 'order', input: { id: beta.orderId } }))).toContain('BETAMARK-REF')
  })

  test('the database shows nothing of the other account and lets nothing be written to it', async () => {
    const ask = await forged(alpha.buyer, beta)
    const before = await stateOf(beta)
    for (const each of asksOf(beta).filter(({ operation }) => operation !== 'changeMe')) {
      const answer = await ask(each).catch((error: Error) => ({ refused: error.message }))
      const text = JSON.stringify(answer)
      // What the forged context itself says of the account is no news.
      const seen = seenOf(beta, text.replaceAll(beta.code, '').replace(/"person":\{.*?\}/, ''))
      expect({ each, seen }).toEqual({ each, seen: [] })
    }
    expect(await stateOf(beta)).toBe(before)
  })
})
