import type { Kysely } from 'kysely'
import { addDays } from '../../engage/visits/wall-clock.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { claimDeliveries } from '../../supply/deliveries/deliveries.server.ts'
import { endSwitch, insertSwitch } from '../../supply/deliveries/switches.store.ts'
import { lanesInUse } from '../../supply/deliveries/transport.store.ts'
import { stockNow, weeklySales } from '../../supply/stock/stock.server.ts'
import type { DemoAccount } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { demoSource } from '../load-files.use.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { type DemoCover, plannedShipments } from './planned.ts'

type Loading = {
  db: Kysely<DB>
  seed: string
  clock: Clock
  actors: DemoActors
  accounts: ReadonlyMap<string, number>
}

/** What is planned to go by sea; and what was sent by road before the last typhoon, with what came of it. */
export async function loadPlanned(loading: Loading, accounts: readonly DemoAccount[]): Promise<void> {
  const { db, seed, clock } = loading
  const planned = plannedShipments(seed, await coverBySea(loading, accounts))
  await claimDeliveries(db, { via: 'system', source: demoSource, at: clock.now() }, planned)
  await pastSwitch(loading)
}

async function coverBySea({ db, accounts: ids }: Loading, accounts: readonly DemoAccount[]): Promise<DemoCover[]> {
  const bySea = new Map(
    accounts
      .filter(({ place }) => place.country !== 'CN' || place.region === 'South China')
      .map(account => [ids.get(account.code)!, account.place]),
  )
  const accountIds = [...bySea.keys()]
  const weeks = 13
  const sold = new Map<string, number>()
  for (const row of await weeklySales(db, {
    accountIds,
    from: addDays(demoDay, -7 * weeks),
    until: addDays(demoDay, -1),
  })) {
    const key = `${row.accountId} ${row.productId}`
    sold.set(key, (sold.get(key) ?? 0) + Number(row.sold) / weeks)
  }
  return (await stockNow(db, { accountIds })).map(({ accountId, productId, onHand }) => {
    const { city, country } = bySea.get(accountId)!
    return {
      ...{ accountId, productId, city, country, onHand: Number(onHand) },
      weekly: sold.get(`${accountId} ${productId}`) ?? 0,
    }
  })
}

async function pastSwitch({ db, actors }: Loading): Promise<void> {
  const lanes = await lanesInUse(db)
  const laneOf = (mode: string, country: string) => lanes.find(lane => lane.mode === mode && lane.country === country)
  const [sea, road] = [laneOf('sea', 'CN'), laneOf('road', 'CN')]
  if (!sea || !road) return
  const decider = actorOf(actors, 'tang.li')
  const made = await insertSwitch(db, {
    fromLaneId: sea.id,
    toLaneId: road.id,
    accountId: null,
    alertId: null,
    fromDay: '2026-09-14',
    toDay: '2026-09-22',
    reason: 'Typhoon Halyard 帆索: the straits close',
    expectedSaved: '184000.00',
    extraCost: '61500.00',
    shipments: 7,
    deliveries: [],
    decidedBy: decider.id,
    decidedByName: decider.name,
    decidedAt: new Date('2026-09-13T02:00:00Z'),
  })
  const outcome = 'Six of seven arrived before the port reopened'
  await endSwitch(db, made.id, { saved: '212000.00', spent: '58340.00', outcome })
}
