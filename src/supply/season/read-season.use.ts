import { accountNames } from '../../accounts/account-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { productNames } from '../../products/product-names.server.ts'
import type { SeasonActing } from './plan-season.use.ts'
import { type Season, taskKinds } from './season.ts'
import { seasonResult } from './season-result.ts'
import { tasksOf } from './season-tasks.store.ts'
import { findSeason, listSeasons } from './seasons.store.ts'

export async function readSeasons({ db }: SeasonActing) {
  return { items: (await listSeasons(db)).map(withoutId) }
}

/** The season with its board: every task with what it is about, and how far everything has come. */
export async function readSeason(acting: SeasonActing, publicId: string) {
  const { db } = acting
  const season = await findSeason(db, publicId)
  if (!season) throw new Refusal('season_not_found')
  const tasks = await tasksOf(db, season.id)
  const [accounts, products, today] = await Promise.all([
    accountNames(db, [...new Set(tasks.flatMap(task => task.accountId ?? []))]),
    productNames(db, [...new Set(tasks.flatMap(task => task.productId ?? []))]),
    businessDay(acting),
  ])
  return {
    ...withoutId(season),
    standing: seasonResult(tasks),
    late: tasks.filter(task => (task.state === 'open' || task.state === 'doing') && task.dueOn < today).length,
    kinds: taskKinds.map(kind => ({ kind, tasks: tasks.filter(task => task.kind === kind).length })),
    tasks: tasks.map(({ id: _, productId, accountId, laneId: __, ...task }) => {
      const account = accountId === null ? undefined : accounts.get(accountId)
      const product = productId === null ? undefined : products.get(productId)
      return {
        ...task,
        account: account ? { id: account.id, code: account.code, name: account.name } : null,
        product: product ? { id: product.id, code: product.code, name: product.name } : null,
      }
    }),
  }
}

const withoutId = ({ id: _, ...season }: Season) => season
