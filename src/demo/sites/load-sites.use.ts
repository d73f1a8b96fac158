import type { Kysely } from 'kysely'
import { usualMeasures } from '../../engage/risk/measures.ts'
import {
  giveAdvice,
  readAlert,
  recordOutcome,
  refreshAlert,
  takeFile,
  takeStorm,
} from '../../engage/risk/risk.server.ts'
import { enterSites } from '../../know/sites/sites.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import type { DemoAccount } from '../accounts.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { Random } from '../random.ts'
import { demoSites } from './sites.ts'
import { comingStorm, floodMessage, pastOver, pastStorm, pastWarning } from './storms.ts'

type Loading = { db: Kysely<DB>; clock: Clock }

/** Sites of all accounts; a storm of August with the advice given and what it saved; one on its way; a flood warning. */
export async function loadSites(
  { db, clock }: Loading,
  seed: string,
  actors: DemoActors,
  accounts: readonly DemoAccount[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const logistics = actorOf(actors, 'fang.ning')
  await enterSites(
    { db, actor: logistics },
    demoSites(seed, accounts).map(({ account, ...site }) => ({
      ...site,
      accountId: ids.get(account)!,
      address: null,
      note: null,
    })),
  )
  await loadPastStorm(db, seed, actors)
  await db
    .transaction()
    .execute(async transaction => takeStorm({ db: transaction, clock, actor: logistics }, comingStorm))
  await takeFile({ db, clock, actor: logistics }, new TextEncoder().encode(floodMessage))
}

async function loadPastStorm(db: Kysely<DB>, seed: string, actors: DemoActors): Promise<void> {
  const logistics = actorOf(actors, 'fang.ning')
  const then: Clock = { now: () => new Date(pastWarning) }
  const { alertId } = await db
    .transaction()
    .execute(transaction => takeStorm({ db: transaction, clock: then, actor: logistics }, pastStorm))
  const head = actorOf(actors, 'lin.zhiyuan')
  const alert = await readAlert({ db, clock: then, actor: head }, alertId)
  const random = new Random(seed, 'past storm')
  const people = [...actors.values()]
  const worth = alert.sites.filter(site => site.goodsValue !== null && site.account.ownerId !== null).slice(0, 18)
  for (const { siteId, account, goodsValue } of worth) {
    const owner = people.find(person => person.id === account.ownerId)!
    const at = new Date(Date.parse(pastWarning) + random.integer(20, 400) * 60_000)
    const measures = usualMeasures('storm').filter(() => random.chance(0.6))
    const [given] = await giveAdvice({ db, actor: owner, clock: { now: () => at } }, alertId, {
      siteIds: [siteId],
      measures: measures.length > 0 ? measures : ['raise goods'],
      words: null,
      contactId: null,
      channel: random.chance(0.6) ? 'phone' : 'wechat',
    })
    const heed = random.next()
    const share = heed < 0.6 ? random.between(0.25, 0.6) : heed < 0.8 ? random.between(0.08, 0.25) : 0
    const thousands = (part: number) => String(Math.round((Number(goodsValue) * part) / 1000) * 1000)
    const later = new Date(Date.parse(pastOver) + random.integer(60, 2800) * 60_000)
    await recordOutcome({ db, actor: owner, clock: { now: () => later } }, given!.id, 1, {
      followed: heed < 0.6 ? 'followed' : heed < 0.8 ? 'partly' : 'not followed',
      lossAvoided: share > 0 ? thousands(share) : null,
      loss: thousands(heed < 0.6 ? 0.01 : heed < 0.8 ? 0.06 : 0.22),
      outcomeWords: null,
    })
  }
  const over: Clock = { now: () => new Date(pastOver) }
  await db
    .transaction()
    .execute(transaction => refreshAlert({ db: transaction, clock: over, actor: logistics }, alertId))
}
