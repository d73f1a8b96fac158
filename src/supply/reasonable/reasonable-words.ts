import type { RefusalWords } from '../../platform/refusal-words.ts'

export const reasonableRefusals: RefusalWords = {
  stock_target_unknown: {
    en: () => 'This item has not been reviewed yet. Review the stock of the account first.',
    'zh-Hans': () => '该商品尚未盘审，请先盘审该客户的库存。',
  },
  stock_policy_invalid: {
    en: () => 'The limit of A must lie below that of B, and the limit of X below that of Y.',
    'zh-Hans': () => 'A 类界限须低于 B 类，X 类界限须低于 Y 类。',
  },
  stock_policy_changed_meanwhile: {
    en: () => 'Somebody has changed the stock policy meanwhile. Open it again and enter your change.',
    'zh-Hans': () => '库存政策刚被他人修改，请重新打开后再改。',
  },
  supply_terms_changed_meanwhile: {
    en: () => 'Somebody has changed rhythm or credit of this account meanwhile. Open it again and enter your change.',
    'zh-Hans': () => '该客户的建议节奏或信用刚被他人修改，请重新打开后再改。',
  },
  pack_invalid: {
    en: () => 'A layer holds at least a pack, a pallet at least a layer.',
    'zh-Hans': () => '一层不少于一包装，一托不少于一层。',
  },
  load_unit_repeated: {
    en: () => 'Two trucks or containers have the same name. Give each its own.',
    'zh-Hans': () => '有两种车辆或集装箱同名，请分别命名。',
  },
  stock_plan_gone: {
    en: () => 'Nothing is needed here any more: the stock has been reviewed meanwhile.',
    'zh-Hans': () => '此处已无需补货：库存刚重新盘审过。',
  },
  stock_plan_other_product: {
    en: () => 'The plan does not name this product. Add it on the page of the order.',
    'zh-Hans': () => '补货方案中没有该产品，请在订单页添加。',
  },
}
