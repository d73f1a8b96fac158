import type { TestApi } from '../../tests/support/api.ts'
import { operator } from '../platform/roles.ts'
import { claimDeliveries } from '../supply/deliveries/deliveries.server.ts'
import { createDraft, createProposal } from '../supply/orders/orders.server.ts'
import { claimSellThrough, claimStock } from '../supply/stock/stock.server.ts'
import { type PortalPerson, portalPerson } from './portal.fixture.ts'

export type Side = {
  accountId: number
  code: string
  orderId: string
  draftId: string
  personId: string
  invitationId: string
  buyer: PortalPerson
  staff: PortalPerson
  /** Words and figures that stand nowhere else: whoever reads one has seen something of this account. */
  marks: readonly string[]
}

/** Two accounts with everything that a portal can show, each with marks of its own; both buy the same product. */
export async function twoAccounts(api: TestApi): Promise<{ alpha: Side; beta: Side; productCode: string }> {
  const { rows } = await api.pool.query<{ id: number }>(
    `insert into products.product (code, name, unit, standard_cost) values ('SW-8', 'Switch 8', 'pcs', 70.07) returning id`,
  )
  const alpha = await fill(api, 'ALPHAMARK', rows[0]!.id, 47)
  const beta = await fill(api, 'BETAMARK', rows[0]!.id, 88)
  return { alpha, beta, productCode: 'SW-8' }
}

async function fill({ ...api }: TestApi, mark: string, productId: number, seed: number): Promise<Side> {
  const figure = (at: number) => `${seed}${seed}${at}`
  const code = `${mark}-CODE`
  const created = await api.as('head', 'POST', '/accounts', { code, name: `${mark} Trading`, city: `${mark}-CITY` })
  const accountId: number = created.body.id
  const context = { db: api.db, clock: { now: () => new Date('2026-11-02T08:00:00Z') }, actor: operator() }
  const proposal = {
    accountId,
    reference: `${mark}-REF`,
    terms: `${mark}-TERMS`,
    wantedOn: '2026-11-20',
    lines: [{ productId, quantity: figure(1), unitPrice: figure(2) }],
  }
  const order = await createProposal(context, proposal)
  const draft = await createDraft(context, { ...proposal, reference: `${mark}-DRAFT` })
  const claiming = { via: 'api' as const, source: 'test', at: context.clock.now() }
  await api.db.transaction().execute(async db => {
    await claimStock(db, claiming, [{ accountId, productId, day: '2026-11-01', onHand: figure(3) }])
    await claimSellThrough(db, claiming, [
      { accountId, productId, fromDay: '2026-10-26', toDay: '2026-11-01', sold: figure(4) },
    ])
    await claimDeliveries(db, claiming, [
      {
        accountId,
        key: `${mark}-1`,
        productId,
        reference: `${mark}-SHIP`,
        promisedOn: '2026-11-05',
        quantity: figure(5),
      },
    ])
  })
  await api.pool.query(
    `with run as (
       insert into supply.allocation_run (name, state, requests_from, policy, inputs_digest, made_by_name, made_on, made_at,
         released_by_name, released_at)
       values ($1, 'released', 'entered', '{}', 'x', 'Hua', '2026-11-01', '2026-11-01T08:00Z', 'Hua', '2026-11-01T08:00Z')
       returning id)
     insert into supply.allocation (run_id, account_id, product_id, tier, requested, fair, floor, allocated, reason,
       contribution_a_unit, released_at)
     select id, $2, $3, 'Gold', $4, 1, 1, 1, '{}', 6.66, '2026-11-01T08:00Z' from run`,
    [`${mark}-RUN`, accountId, productId, figure(6)],
  )
  await api.pool.query(
    `insert into engage.promise (account_id, side, what, owner_id, state, made_on) values ($1, 'ours', $2, $3, 'open', '2026-10-01')`,
    [accountId, `${mark}-PROMISE`, api.people.head],
  )
  const buyer = await portalPerson(api, accountId, { name: `${mark} Buyer`, right: 'buyer' })
  const staff = await portalPerson(api, accountId, { name: `${mark} Staff`, right: 'staff' })
  const invited = await api.as('head', 'POST', `/accounts/${accountId}/portal/invitations`, {
    name: `${mark} Guest`,
    email: `${mark}@guest.example`,
    right: 'staff',
    language: 'en',
  })
  await api.as('head', 'POST', `/accounts/${accountId}/portal/messages`, { text: `${mark}-MESSAGE` })
  const { people } = (await api.as('head', 'GET', `/accounts/${accountId}/portal`)).body
  return {
    accountId,
    code,
    orderId: order.publicId,
    draftId: draft.publicId,
    personId: people.find((person: { right: string }) => person.right === 'staff').id,
    invitationId: invited.body.id,
    buyer,
    staff,
    marks: [mark, mark.toLowerCase(), order.publicId, order.number, ...[1, 2, 3, 4, 5, 6].map(figure)],
  }
}
