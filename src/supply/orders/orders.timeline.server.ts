import { inLanguage } from '../../platform/language.ts'
import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { stepsBelow } from './listed-orders.store.ts'
import { actDone } from './orders-words.ts'

const kind = 'supply.order'

export default {
  kinds: {
    [kind]: {
      title: inLanguage('Order', '订单'),
      sentence: ({ values }, { language }) => {
        const done = actDone(String(values.act), language)
        const note = values.note ? String(values.note) : ''
        return language === 'en'
          ? `Order ${values.number} ${done}${note ? `: ${note}` : ''}`
          : `订单 ${values.number}：${done}${note ? `（${note}）` : ''}`
      },
    },
  },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const steps = await stepsBelow(db, accountIds, bound, limit)
    return steps.map(step => ({
      kind,
      key: String(step.id).padStart(12, '0'),
      at: step.at,
      wholeDay: false,
      accountId: step.accountId,
      actor: step.actorName,
      values: { number: step.number, act: step.act, note: step.note },
      path: `/supply/orders/${step.publicId}`,
    }))
  },
} satisfies TimelineSource
