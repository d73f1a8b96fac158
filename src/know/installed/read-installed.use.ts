import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { productLines } from '../../products/product-names.server.ts'
import { processDays } from '../buying/buying.store.ts'
import { sitesOf } from '../sites/sites.server.ts'
import { demandItems, listItems } from './installed.store.ts'
import { lineLives, linesInstalled } from './line-lives.store.ts'
import { leadQuarters, lifeOf } from './replacement.ts'
import { type DemandFacts, replacementDemand, talks } from './replacement-demand.ts'

type Reading = { db: Db; clock: Clock }

/** One page of what an account has installed, each item with the day on which it is expected to go. */
export async function listInstalled(db: Db, page: { accountId: number; cursor?: number; limit: number }) {
  const [rows, sites, lives] = [
    await listItems(db, { ...page, limit: page.limit + 1 }),
    await sitesOf(db, [page.accountId]),
    await lineLives(db),
  ]
  const names = new Map(sites.map(site => [site.id, site.name]))
  const usual = new Map(lives.map(life => [life.productLine, life.lifeMonths]))
  const items = rows.slice(0, page.limit).map(row => ({
    ...row,
    site: row.siteId === null ? null : (names.get(row.siteId) ?? null),
    life: lifeOf(row, usual.get(row.productLine ?? '') ?? null),
  }))
  return { items, nextCursor: rows.length > page.limit ? items.at(-1)!.id : null }
}

export async function demandFacts({ db, clock }: Reading): Promise<DemandFacts> {
  const lives = await lineLives(db)
  return {
    today: await businessDay({ db, clock }),
    lives: new Map(lives.map(life => [life.productLine, life.lifeMonths])),
  }
}

const nothing = { quarters: [], undated: 0, unpriced: 0 }

/** What one account is expected to replace by quarter, and when to begin talking of it. */
export async function accountDemand(reading: Reading, accountId: number) {
  const [facts, items, days] = [
    await demandFacts(reading),
    await demandItems(reading.db, [accountId]),
    await processDays(reading.db, [accountId]),
  ]
  return {
    ...(replacementDemand(items, facts, 'all').get('') ?? nothing),
    talks: talks(items, facts, days).map(({ accountId: _account, ...talk }) => talk),
    processDays: days.get(accountId) ?? null,
    leadQuarters: leadQuarters(days.get(accountId) ?? null),
  }
}

/** Our product lines and every other that is installed somewhere, each with its usual life where one is set. */
export async function listLines(db: Db) {
  const [ours, lives, installed] = [await productLines(db), await lineLives(db), await linesInstalled(db)]
  const lifeOfLine = new Map(lives.map(life => [life.productLine, life]))
  const products = new Map(ours.map(line => [line.productLine, line.products]))
  const names = new Set([...products.keys(), ...lifeOfLine.keys(), ...installed])
  return {
    items: [...names].sort().map(productLine => ({
      productLine,
      lifeMonths: lifeOfLine.get(productLine)?.lifeMonths ?? null,
      version: lifeOfLine.get(productLine)?.version ?? null,
      products: products.get(productLine) ?? 0,
    })),
  }
}
