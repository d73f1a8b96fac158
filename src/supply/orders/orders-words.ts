import { inLanguage, type Language } from '../../platform/language.ts'
import type { CutReason } from './cut-reason.ts'
import type { OrderState } from './order-state.ts'

type Words = Record<Language, string>

const states: Record<OrderState, Words> = {
  draft: { en: 'draft', 'zh-Hans': '草稿' },
  proposed: { en: 'proposed', 'zh-Hans': '已建议' },
  changed: { en: 'changed by the account', 'zh-Hans': '客户已修改' },
  signed: { en: 'signed', 'zh-Hans': '已签署' },
  confirmed: { en: 'confirmed', 'zh-Hans': '已确认' },
  shipped: { en: 'shipped', 'zh-Hans': '已发货' },
  declined: { en: 'declined', 'zh-Hans': '已拒绝' },
  expired: { en: 'expired', 'zh-Hans': '已过期' },
  withdrawn: { en: 'withdrawn', 'zh-Hans': '已撤回' },
}
export const stateName = (state: OrderState, language: Language) => states[state][language]

const acts: Record<string, Words> = {
  edit: { en: 'edited', 'zh-Hans': '编辑' },
  propose: { en: 'proposed to the account', 'zh-Hans': '向客户建议' },
  change: { en: 'changed by the account', 'zh-Hans': '客户修改' },
  sign: { en: 'signed in the portal', 'zh-Hans': '在门户签署' },
  'sign on paper': { en: 'signed on paper', 'zh-Hans': '纸面签署' },
  decline: { en: 'declined', 'zh-Hans': '拒绝' },
  withdraw: { en: 'withdrawn', 'zh-Hans': '撤回' },
  confirm: { en: 'confirmed', 'zh-Hans': '确认' },
  'ship part': { en: 'shipped in part', 'zh-Hans': '部分发货' },
  ship: { en: 'shipped', 'zh-Hans': '发货' },
  expire: { en: 'expired unanswered', 'zh-Hans': '未答复而过期' },
}
export const actDone = (act: string, language: Language) => acts[act]?.[language] ?? act

const cuts: Record<CutReason, Words> = {
  allocated: { en: 'scarce, shared by allocation', 'zh-Hans': '货源紧张，按分配供货' },
  'back ordered': { en: 'follows later', 'zh-Hans': '欠货，后续补发' },
  discontinued: { en: 'discontinued', 'zh-Hans': '已停产' },
  price: { en: 'price not agreed', 'zh-Hans': '价格未谈妥' },
  credit: { en: 'beyond the credit limit', 'zh-Hans': '超出信用额度' },
}
export const cutReasonWords = (reason: CutReason, language: Language) => cuts[reason][language]

/** The printed document. */
export const documentWords = {
  title: inLanguage('Purchase order', '采购订单'),
  buyer: inLanguage('Buyer', '采购方'),
  shipTo: inLanguage('Ship to', '收货地'),
  terms: inLanguage('Terms', '条款'),
  reference: inLanguage('Your number', '贵方单号'),
  proposedOn: inLanguage('Proposed', '建议日期'),
  wantedOn: inLanguage('Wanted on', '要货日期'),
  currency: inLanguage('Currency', '币种'),
  state: inLanguage('State', '状态'),
  priceInForce: inLanguage('price in force', '按现行价'),
  total: inLanguage('Total', '合计'),
  totalWithoutUnpriced: inLanguage('Total of lines with a price', '已定价行合计'),
  signed: inLanguage('Signed', '已签署'),
  toSign: inLanguage('To be signed by the buyer', '由采购方签署'),
  binds: inLanguage('This signature binds exactly this content (SHA-256)', '签署仅对以下内容有效（SHA-256）'),
  columns: (language: Language) =>
    language === 'en'
      ? ['Line', 'Product', 'Name', 'Quantity', 'Unit price', 'Amount']
      : ['行', '产品', '名称', '数量', '单价', '金额'],
  penLines: (language: Language) =>
    language === 'en' ? ['Name and title', 'Place and date', 'Signature'] : ['姓名与职务', '地点与日期', '签名'],
  how: ({ how, recordedByName }: { how: 'portal' | 'paper'; recordedByName: string | null }, language: Language) => {
    if (how === 'portal') return language === 'en' ? 'In the portal' : '在门户签署'
    return language === 'en' ? `On paper, recorded by ${recordedByName}` : `纸面签署，由${recordedByName}登记`
  },
  page: (page: number, count: number, language: Language) =>
    language === 'en' ? `Page ${page} of ${count}` : `第 ${page} 页，共 ${count} 页`,
}
