import type { BriefItem, BriefTopic } from '../../platform/brief.ts'
import type { BriefPart } from '../../platform/brief-part.server.ts'
import { formatAmount } from '../../web/format.ts'
import { type ListedOrder, listOrders } from './listed-orders.store.ts'
import { daysBetween } from './order-days.ts'
import { stateName } from './orders-words.ts'

const most = 6

/** What is under way, before one speaks with them: what waits for their word, and what we owe them. */
export default {
  name: 'orders',
  order: 35,
  read: async ({ db, accountId, today, words }) => {
    const orders = await listOrders(db, {
      accountIds: [accountId],
      states: ['proposed', 'changed', 'signed', 'confirmed'],
      text: null,
      limit: most,
      after: null,
    })
    if (orders.length === 0) return null
    const items = orders.map((order): BriefItem => {
      const since = order.stateSince.slice(0, 10)
      const waits = daysBetween(since, today)
      return {
        text: words(({ language }) => {
          const amount =
            order.amount === '0' ? '' : ` · ${formatAmount(order.amount, order.currency, 'whole', language)}`
          return `${order.number} · ${stateName(order.state, language)}${amount}`
        }),
        detail: words(({ language, day }) => (language === 'en' ? `since ${day(since)}` : `自${day(since)}起`)),
        mark:
          order.state === 'signed' && waits >= 2 ? 'bad' : waits >= 3 && order.state !== 'confirmed' ? 'warning' : null,
        path: `/supply/orders/${order.publicId}`,
      }
    })
    const topics = orders
      .filter(order => order.state !== 'confirmed')
      .slice(0, 1)
      .map(topic)
    function topic(order: ListedOrder): BriefTopic {
      const isOurs = order.state === 'signed'
      return {
        text: words(({ language }) =>
          language === 'en'
            ? isOurs
              ? `When order ${order.number} will be confirmed`
              : `Their answer to order ${order.number}`
            : isOurs
              ? `订单 ${order.number} 何时确认`
              : `客户对订单 ${order.number} 的答复`,
        ),
        reason: words(({ language, day }) => {
          const since = day(order.stateSince.slice(0, 10))
          return language === 'en'
            ? `${stateName(order.state, language)} since ${since}`
            : `自${since}起${stateName(order.state, language)}`
        }),
        weight: isOurs ? 80 : 60,
      }
    }
    return { title: { en: 'Orders', 'zh-Hans': '订单' }, items, topics }
  },
} satisfies BriefPart
