import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'

type Via = 'import' | 'message' | 'api' | 'hand' | 'portal' | 'system'

const viaWords: Record<Via, Record<Language, string>> = {
  import: { en: 'File', 'zh-Hans': '文件' },
  message: { en: 'EDI message', 'zh-Hans': 'EDI 报文' },
  api: { en: 'API', 'zh-Hans': '接口' },
  hand: { en: 'By hand', 'zh-Hans': '手工录入' },
  portal: { en: 'Portal', 'zh-Hans': '门户' },
  system: { en: 'System', 'zh-Hans': '系统' },
}

/** The way by which a report came. */
export const viaName = (via: Via, language: Language): string => viaWords[via][language]

export const stockRefusals: RefusalWords = {
  stock_ahead: {
    en: v => `${v.day} lies ahead: stock and sales are entered for today or before.`,
    'zh-Hans': v => `${v.day} 尚未到来：库存和销量只能填写今天及以前的。`,
  },
  stock_site_unknown: {
    en: () => 'The account has no such site.',
    'zh-Hans': () => '该客户没有此网点。',
  },
  stock_product_unknown: {
    en: v => `There is no product with the number ${v.product}.`,
    'zh-Hans': v => `没有编号为 ${v.product} 的产品。`,
  },
  stock_repeated: {
    en: v => `${v.product} stands in the list twice. Nothing was saved; leave one of the two.`,
    'zh-Hans': v => `${v.product} 在清单中出现了两次。未保存任何内容，请保留其中一行。`,
  },
  sales_overlap: {
    en: v =>
      `Sales of ${v.product} were reported already for part of these days, in another span. Nothing was saved, so that nothing counts twice.`,
    'zh-Hans': v => `这些日期中已有 ${v.product} 的另一段销量上报。为避免重复计算，未保存任何内容。`,
  },
  span_turned: {
    en: v => `${v.to} comes before ${v.from}.`,
    'zh-Hans': v => `${v.to} 早于 ${v.from}。`,
  },
}
