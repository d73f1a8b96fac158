import type { RefusalWords } from '../../platform/refusal-words.ts'

export const deliveriesRefusals: RefusalWords = {
  delivery_unknown: {
    en: () => 'There is no such delivery; its import may have been undone.',
    'zh-Hans': () => '没有此交货；其导入可能已撤销。',
  },
  delivery_product_unknown: {
    en: v => `There is no product with the number ${v.product}.`,
    'zh-Hans': v => `没有编号为 ${v.product} 的产品。`,
  },
  delivery_changed_meanwhile: {
    en: v => `Somebody said something of delivery ${v.reference} meanwhile. Nothing of yours was saved; read it again.`,
    'zh-Hans': v => `交货 ${v.reference} 刚刚被他人更新。您的内容未保存，请重新读取。`,
  },
  arrived_too_early: {
    en: v => `It cannot arrive on ${v.arrived}: it was shipped on ${v.shipped}.`,
    'zh-Hans': v => `${v.shipped} 才发货，不可能在 ${v.arrived} 到货。`,
  },
  arrived_ahead: {
    en: v => `${v.day} lies ahead: only what has arrived is entered as arrived.`,
    'zh-Hans': v => `${v.day} 尚未到来：只能填写已经到货的日期。`,
  },
  lane_unknown: {
    en: () => 'There is no such lane; somebody may have removed it.',
    'zh-Hans': () => '没有此运输线路；可能已被他人删除。',
  },
  lane_changed_meanwhile: {
    en: v =>
      `Somebody else changed the lane ${v.name} while you were editing. Nothing of yours was saved; read it again.`,
    'zh-Hans': v => `您编辑期间，运输线路“${v.name}”已被他人修改。您的更改未保存，请重新读取。`,
  },
  lane_account_unknown: {
    en: () => 'There is no such account.',
    'zh-Hans': () => '没有此客户。',
  },
  lane_slow_unlikely: {
    en: () => 'Nine of ten shipments cannot arrive sooner than usual: give at least as many days.',
    'zh-Hans': () => '九成到货的天数不能少于通常天数。',
  },
  availability_product_unknown: {
    en: v => `There is no product with the number ${v.product}.`,
    'zh-Hans': v => `没有编号为 ${v.product} 的产品。`,
  },
  availability_repeated: {
    en: v => `${v.product} stands twice for the week of ${v.week}.`,
    'zh-Hans': v => `${v.product} 在 ${v.week} 那一周出现了两次。`,
  },
}
