import type { PersonData } from '../../platform/person-data.server.ts'

// What was ordered and signed is the proof of a contract: it names who signed for as long as it is kept (docs/decisions/0025).
export default {
  tables: {
    'supply.purchase_order': { name: { en: 'Orders', 'zh-Hans': '订单' }, erase: 'kept' },
    'supply.order_line': { name: { en: 'Lines of orders', 'zh-Hans': '订单行' }, erase: 'kept' },
    'supply.signature': { name: { en: 'Signatures', 'zh-Hans': '签署' }, erase: 'kept' },
    'supply.order_step': { name: { en: 'Steps of orders', 'zh-Hans': '订单经过' }, erase: 'kept' },
  },
} satisfies PersonData
