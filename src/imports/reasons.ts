import type { Language } from '../platform/language.ts'

/** Why a row is set aside. The codes are stable: scripts and files rely on them. */
export const reasonWords = {
  account_missing: { en: 'no account', 'zh-Hans': '缺少客户' },
  account_unknown: { en: 'account not known, and new ones were not wanted', 'zh-Hans': '客户不存在，且选择了不新建' },
  account_unreadable: {
    en: 'account code damaged by a spreadsheet (1.23E+10)',
    'zh-Hans': '客户编码被表格软件改成科学计数法',
  },
  product_unknown: { en: 'product not known, and new ones were not wanted', 'zh-Hans': '产品不存在，且选择了不新建' },
  product_missing: { en: 'no product code', 'zh-Hans': '缺少产品编码' },
  product_unreadable: {
    en: 'product code damaged by a spreadsheet (1.23E+10)',
    'zh-Hans': '产品编码被表格软件改成科学计数法',
  },
  document_missing: { en: 'no document number', 'zh-Hans': '缺少单据编号' },
  document_unreadable: {
    en: 'document number damaged by a spreadsheet (1.23E+10)',
    'zh-Hans': '单据编号被表格软件改成科学计数法',
  },
  day_missing: { en: 'no day', 'zh-Hans': '缺少日期' },
  day_unreadable: { en: 'day not readable', 'zh-Hans': '日期无法识别' },
  day_ahead: { en: 'a day that has not come yet', 'zh-Hans': '日期尚未到来' },
  amount_missing: { en: 'no amount, and none can be derived', 'zh-Hans': '缺少金额，且无法推算' },
  amount_unreadable: { en: 'amount not readable', 'zh-Hans': '金额无法识别' },
  quantity_unreadable: { en: 'quantity not readable', 'zh-Hans': '数量无法识别' },
  discount_unreadable: { en: 'discount not readable', 'zh-Hans': '折扣无法识别' },
  rate_missing: { en: 'no exchange rate of that day or the 7 before', 'zh-Hans': '当日及之前 7 天内没有汇率' },
  rate_unreadable: { en: 'exchange rate not readable', 'zh-Hans': '汇率无法识别' },
  currency_missing: { en: 'no currency', 'zh-Hans': '缺少币种' },
  currency_unreadable: { en: 'currency not readable', 'zh-Hans': '币种无法识别' },
  name_missing: { en: 'no name', 'zh-Hans': '缺少姓名' },
  person_erased: {
    en: 'this person was erased on request; the row is not kept',
    'zh-Hans': '此人信息已按要求清除，该行内容不予保留',
  },
  person_moved: { en: 'this person has moved to another account', 'zh-Hans': '此人已调到其他客户' },
  brand_missing: { en: 'no brand', 'zh-Hans': '缺少品牌' },
  site_unknown: { en: 'the account has no such site', 'zh-Hans': '该客户没有此网点' },
  life_unreadable: {
    en: 'expected life is not between 1 month and 50 years',
    'zh-Hans': '预计寿命不在 1 个月到 50 年之间',
  },
  condition_unreadable: { en: 'condition is not good, worn or failing', 'zh-Hans': '状况不是良好、老化或频繁故障' },
  party_unmapped: { en: 'nobody has said which account this party is', 'zh-Hans': '尚未指定该方对应的客户' },
  site_unmapped: { en: 'nobody has said which site this place is', 'zh-Hans': '尚未指定该地点对应的网点' },
  product_unmapped: { en: 'nobody has said which product this code is', 'zh-Hans': '尚未指定该编码对应的产品' },
  activity_unmapped: { en: 'nobody has said what this code of quantity means', 'zh-Hans': '尚未指定该数量代码的含义' },
  interchange_test: {
    en: 'a test message of a partner that is not in test',
    'zh-Hans': '伙伴未处于测试状态，却发来测试报文',
  },
  gtin_wrong: { en: 'the check digit of the GTIN is wrong', 'zh-Hans': '商品条码的校验位不对' },
  stock_negative: { en: 'stock below zero', 'zh-Hans': '库存为负数' },
  quantity_negative: { en: 'a quantity below zero that cannot be', 'zh-Hans': '不应为负的数量为负数' },
  quantity_missing: { en: 'no quantity', 'zh-Hans': '缺少数量' },
  span_missing: { en: 'no day, week or month', 'zh-Hans': '缺少日期、周或月份' },
  span_unreadable: {
    en: 'week or month not readable, or it ends before it begins',
    'zh-Hans': '周或月份无法识别，或截止早于起始',
  },
  span_overlaps: {
    en: 'shares days with another report of the same product, which would count sales twice',
    'zh-Hans': '与同一产品的另一份上报日期重叠，会重复计算销量',
  },
  arrived_before_shipped: { en: 'arrived before it was shipped', 'zh-Hans': '到货早于发货' },
  level_unreadable: { en: 'level is not group, region or site', 'zh-Hans': '层级不是集团、区域或站点' },
  parent_unknown: { en: 'parent account not known', 'zh-Hans': '上级客户不存在' },
  line_repeated: {
    en: 'the same line number of the same document stands in this file before',
    'zh-Hans': '本文件前面已有同一单据的同一行号',
  },
  row_repeated: { en: 'the same key stands in this file before', 'zh-Hans': '本文件前面已有相同的编码' },
  columns_wrong: { en: 'another number of columns than the header', 'zh-Hans': '列数与表头不一致' },
  quote_unclosed: { en: 'a quotation mark is never closed', 'zh-Hans': '引号没有结束' },
  record_too_long: { en: 'the row is too long', 'zh-Hans': '该行过长' },
  text_unreadable: { en: 'characters not readable', 'zh-Hans': '字符无法识别' },
} as const satisfies Record<string, Record<Language, string>>

export type Reason = keyof typeof reasonWords

export const reasons = Object.keys(reasonWords) as Reason[]

export function reasonSentence(reason: string, language: Language): string {
  return reasonWords[reason as Reason]?.[language] ?? reason
}
