import { accountNames } from '../../accounts/account-names.server.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { daysAfter } from '../forecast/periods.ts'
import { dueTasks } from './season-tasks.store.ts'
import { dueTaskWords } from './season-words.ts'

/** Days ahead on which a task is said; more than this many no department has. */
const ahead = 7
const most = 2000

export default {
  kinds: { 'supply.season_task': dueTaskWords },
  read: async ({ db, accountIds, today }) => {
    const tasks = await dueTasks(db, daysAfter(today, ahead), accountIds, most)
    const [accounts, products] = await Promise.all([
      accountNames(db, [...new Set(tasks.flatMap(task => task.accountId ?? []))]),
      productNames(db, [...new Set(tasks.flatMap(task => task.productId ?? []))]),
    ])
    return tasks.map(task => ({
      kind: 'supply.season_task',
      key: task.publicId,
      accountId: task.accountId,
      personId: task.ownerId,
      // What nobody has taken on is the back office's, not that of the account's manager alone.
      role: task.ownerId === null ? ('back office' as const) : null,
      due: task.dueOn,
      value: task.value,
      confidence: 0.4,
      values: {
        season: task.season,
        seasonId: task.seasonPublicId,
        task: task.publicId,
        kind: task.kind,
        what:
          task.title ??
          (task.productId === null ? undefined : products.get(task.productId)?.code) ??
          (task.accountId === null ? undefined : accounts.get(task.accountId)?.name) ??
          '',
        quantity: task.quantity,
        unit: task.unit,
      },
    }))
  },
} satisfies SignalSource
