import type { Kysely } from 'kysely'
import { accountNames } from '../../accounts/account-names.server.ts'
import type { DB } from '../../platform/database-types.ts'
import { type AnyActor, jobActor } from '../../platform/roles.ts'
import { createEndpoint } from '../../platform/webhooks/endpoints.use.ts'
import { enterPastDeliveries } from '../../platform/webhooks/webhooks.store.ts'
import { productNames } from '../../products/product-names.server.ts'
import { enterHistories, type OrderPast } from '../../supply/orders/enter-histories.use.ts'
import { demoDay } from '../company.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { type DemoOrder, type DemoParty, demoOrders, demoWebhook } from './orders.ts'

type Loading = {
  db: Kysely<DB>
  seed: string
  /** Where signed documents are kept; without it nothing that was signed is entered. */
  dataDirectory: string | undefined
  actors: DemoActors
  accounts: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
}

export async function loadOrders(loading: Loading, made: DemoCompany): Promise<void> {
  const { db, dataDirectory, accounts, products } = loading
  const orders = demoOrders(loading.seed, made.accounts, made.contacts, made.products)
  const entered = orders
    .filter(order => dataDirectory !== undefined || order.steps.every(step => step.to !== 'signed'))
    .sort((one, other) => (one.steps[0].at < other.steps[0].at ? -1 : 1))
  const names = await accountNames(db, [...accounts.values()])
  const goods = await productNames(db, [...products.values()])
  const pasts = entered.map((order): OrderPast => {
    const account = names.get(accounts.get(order.account)!)!
    return {
      number: order.number,
      accountId: account.id,
      accountCode: account.code,
      accountName: account.name,
      currency: order.currency,
      wantedOn: order.wantedOn,
      reference: order.reference,
      expiresAt: order.expiresAt,
      signer: { ...order.buyer, language: order.language },
      lines: order.lines.map((line, at) => {
        const product = goods.get(products.get(line.product)!)!
        return {
          line: at + 1,
          productId: product.id,
          productCode: product.code,
          productName: product.name,
          quantity: line.wanted,
          unitPrice: line.price,
          proposedQuantity: order.steps[0].to === 'proposed' ? line.proposed : null,
          reason: null,
          confirmedQuantity: line.confirmed,
          shippedQuantity: line.shipped,
          cutReason: line.cut,
        }
      }),
      steps: order.steps.map(({ at, by, ...step }) => ({
        ...step,
        at: new Date(at),
        actor: actorFor(loading.actors, order, by),
        detail: step.act === 'change' ? { lines: changes(order) } : {},
      })) as unknown as OrderPast['steps'],
    }
  })
  await enterHistories({ db, dataDirectory: dataDirectory ?? '' }, pasts)
  await loadWebhook(loading, entered)
}

function actorFor(actors: DemoActors, { managerKey, buyer }: DemoOrder, by: DemoParty): AnyActor {
  if (by === 'manager') return actorOf(actors, managerKey)
  if (by === 'back office') return actorOf(actors, 'tang.li')
  if (by === 'clock') return jobActor('Expiry of orders')
  return { id: buyer.email, name: buyer.name, role: 'portal buyer', via: 'portal' }
}

const changes = ({ lines }: DemoOrder) =>
  lines
    .filter(line => line.wanted !== line.proposed)
    .map(line => ({ product: line.product, from: line.proposed, to: line.wanted }))

/** The last of what the ERP was told before it was switched off, one message of which it did not take. */
async function loadWebhook({ db, actors }: Loading, orders: readonly DemoOrder[]): Promise<void> {
  const clock = { now: () => new Date(`${demoDay}T01:00:00Z`) }
  const { id } = await createEndpoint(
    { db, actor: actorOf(actors, 'su.yan'), clock },
    { ...demoWebhook, format: 'json', enabled: false, allowPrivate: false },
  )
  const told = orders
    .flatMap(({ number, account, steps }) =>
      steps.map(step => ({ number, account, ...step, type: `order.${step.to}` })),
    )
    .filter(step => demoWebhook.eventTypes.includes(step.type))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .slice(-14)
  const deliveries = told.map(({ type, at, number, account }, index) => {
    const isRefused = index === told.length - 3
    return {
      type,
      at,
      payload: { number, account: { code: account } },
      state: isRefused ? ('failed' as const) : ('delivered' as const),
      tries: isRefused
        ? [500, 500, 502].map(status => ({ status, response: 'Posting period closed', tookMs: 412 }))
        : [{ status: 200, response: '{"ok":true}', tookMs: 120 + ((index * 37) % 90) }],
    }
  })
  await enterPastDeliveries(db, id, deliveries)
}
