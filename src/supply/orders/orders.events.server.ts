import { inLanguage } from '../../platform/language.ts'
import type { EventSource } from '../../platform/webhooks/event-source.server.ts'
import type { OrderForPrograms } from './order-for-programs.ts'
import { type MessageKind, orderMessage } from './order-message.server.ts'

/** Which events are a message of trade, and which; the others have no X12 or EDIFACT. */
const messages: Record<string, MessageKind> = { 'order.signed': 'order', 'order.confirmed': 'answer' }

export default {
  types: {
    'order.proposed': inLanguage('Order proposed', '订单已建议'),
    'order.changed': inLanguage('Order changed by the account', '客户修改订单'),
    'order.signed': inLanguage('Order signed', '订单已签署'),
    'order.confirmed': inLanguage('Order confirmed', '订单已确认'),
    'order.shipped_in_part': inLanguage('Order shipped in part', '订单部分发货'),
    'order.shipped': inLanguage('Order shipped', '订单已发货'),
    'order.declined': inLanguage('Order declined', '订单被拒绝'),
    'order.expired': inLanguage('Order expired', '订单已过期'),
    'order.withdrawn': inLanguage('Order withdrawn', '订单已撤回'),
  },
  write: async (db, event, format) => {
    const kind = messages[event.type]
    if (!kind && format !== 'csv') return null
    const order = event.payload as OrderForPrograms
    // X12 has nine digits for it; whoever gets here has had its messages forgotten long since.
    return orderMessage(db, order, kind ?? 'order', format, { controlNumber: event.id % 1_000_000_000, at: event.at })
  },
} satisfies EventSource
