import type { Signal } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { addDays } from '../visits/wall-clock.ts'
import { noticeDays } from './promise.ts'
import { promiseDueWords } from './promise-signal-words.ts'
import { listPromises } from './promises.store.ts'

/** Our word binds more surely than theirs: theirs may be late for reasons we do not know. */
const confidence = { ours: 1, theirs: 0.7 } as const

/** Open promises due within a week or overdue: ours for who keeps them, theirs for the account's owner. */
export default {
  kinds: { 'engage.promise_due': promiseDueWords },
  read: async ({ db, today, accountIds }) => {
    const until = addDays(today, noticeDays + 1)
    const promises = await listPromises(db, { accountIds, open: true, dueBefore: until })
    return promises.map(({ id, accountId, side, what, ownerId, due, value }): Signal => {
      const daysLate = Math.max(0, Math.round((Date.parse(today) - Date.parse(due!)) / 86_400_000))
      return {
        kind: 'engage.promise_due',
        key: String(id),
        accountId,
        personId: side === 'ours' ? ownerId : null,
        role: null,
        due,
        value,
        confidence: confidence[side],
        values: { side, what, daysLate },
      }
    })
  },
} satisfies SignalSource
