import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { receiveInterchange } from '../../imports/receive-interchange.use.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addPartner } from '../../supply/messages/edit-partner.use.ts'
import { gtinsOf } from '../../supply/stock/cross-reference.server.ts'
import type { DemoCompany } from '../demo-company.ts'
import { demoSource } from '../load-files.use.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { demoMessages, demoPartners, ourName } from './messages.ts'

type Loading = {
  db: Kysely<DB>
  pool: pg.Pool
  seed: string
  clock: Clock
  /** Where messages are kept; without it none comes. */
  dataDirectory: string | undefined
  actors: DemoActors
  accounts: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
}

/** Two EDI partners, set up by the back office, and what their gateways handed over; one interchange is refused. */
export async function loadMessages(loading: Loading, made: DemoCompany): Promise<void> {
  const { db, pool, dataDirectory, clock, accounts, products } = loading
  if (!dataDirectory) return
  const actor = actorOf(loading.actors, 'tang.li')
  for (const { account, standard, ...said } of demoPartners(made)) {
    const { qualifier: ourQualifier, id: ourId } = ourName[standard]
    const messageVersion = standard === 'x12' ? '004010' : 'D.96A'
    const accountId = accounts.get(account)!
    await addPartner(
      { db, actor, clock },
      { ...said, standard, accountId, ourQualifier, ourId, messageVersion, sendsOrders: true },
    )
  }
  const named = await gtinsOf(db, [...products.values()])
  const gtins = new Map([...products].map(([code, id]) => [code, named.get(id) ?? '']))
  for (const { name, text } of demoMessages(loading.seed, made, gtins)) {
    try {
      await receiveInterchange(
        { db, pool, actor, dataDirectory },
        { name, source: demoSource },
        Readable.from([Buffer.from(text)]),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
}
