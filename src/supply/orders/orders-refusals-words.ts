import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { OrderState } from './order-state.ts'
import { stateName } from './orders-words.ts'

export const ordersRefusals: RefusalWords = {
  order_not_found: {
    en: () => 'There is no such order.',
    'zh-Hans': () => '没有这张订单。',
  },
  order_changed_meanwhile: {
    en: v => `Order ${v.number} has changed since you opened it. Look at it again; nothing was done.`,
    'zh-Hans': v => `您打开之后订单 ${v.number} 已有变动，请重新查看；未做任何操作。`,
  },
  order_signed_already: {
    en: v => `${v.name} has signed order ${v.number} already. One signature is enough; yours was not needed.`,
    'zh-Hans': v => `${v.name}已签署订单 ${v.number}，一次签署即可，无需再签。`,
  },
  order_state_past: {
    en: v => `That is not possible any more: order ${v.number} is ${stateName(v.state as OrderState, 'en')}.`,
    'zh-Hans': v => `已无法操作：订单 ${v.number} 的状态为“${stateName(v.state as OrderState, 'zh-Hans')}”。`,
  },
  order_expired: {
    en: v => `The proposal ${v.number} has expired. Ask your manager to propose it again.`,
    'zh-Hans': v => `建议订单 ${v.number} 已过期，请联系您的客户经理重新建议。`,
  },
  order_act_not_allowed: {
    en: () => 'That is for somebody else to do with this order.',
    'zh-Hans': () => '对此订单的这项操作须由他人进行。',
  },
  order_site_unknown: {
    en: () => 'Choose one of the account’s own sites.',
    'zh-Hans': () => '请选择该客户自己的场所。',
  },
  order_product_unknown: {
    en: () => 'One of the products is not known. Choose it again from the list.',
    'zh-Hans': () => '有产品无法识别，请从列表中重新选择。',
  },
  order_line_repeated: {
    en: () => 'A product stands in two lines. Put them together in one.',
    'zh-Hans': () => '同一产品出现在两行，请合并为一行。',
  },
  order_line_unknown: {
    en: v => `The order has no line ${v.line}.`,
    'zh-Hans': v => `订单没有第 ${v.line} 行。`,
  },
  order_empty: {
    en: () => 'An order needs a line with a quantity.',
    'zh-Hans': () => '订单至少须有一行数量大于零。',
  },
  order_reason_missing: {
    en: () => 'Say why; the other side reads it.',
    'zh-Hans': () => '请说明原因，对方会看到。',
  },
  order_signer_missing: {
    en: () => 'Say who signs.',
    'zh-Hans': () => '请填写签署人姓名。',
  },
  order_signed_later_invalid: {
    en: () => 'The paper cannot have been signed later than now.',
    'zh-Hans': () => '纸面签署时间不能晚于现在。',
  },
  order_confirmed_above_signed_invalid: {
    en: v => `Of ${v.product} no more than the signed ${v.quantity} can be confirmed.`,
    'zh-Hans': v => `${v.product} 的确认数量不能超过已签署的 ${v.quantity}。`,
  },
  order_cut_reason_missing: {
    en: v => `Say why less of ${v.product} is confirmed than was signed.`,
    'zh-Hans': v => `请说明 ${v.product} 的确认数量为何少于签署数量。`,
  },
  order_shipped_above_confirmed_invalid: {
    en: v => `Of ${v.product} only ${v.quantity} are confirmed and not yet shipped.`,
    'zh-Hans': v => `${v.product} 已确认未发的只有 ${v.quantity}。`,
  },
  order_nothing_to_ship: {
    en: () => 'Nothing is left to ship.',
    'zh-Hans': () => '没有待发的货。',
  },
  order_shipped_in_part: {
    en: v => `Part of order ${v.number} has been shipped; it cannot be withdrawn any more.`,
    'zh-Hans': v => `订单 ${v.number} 已部分发货，不能再撤回。`,
  },
}
