import type { Language } from '../platform/language.ts'

/** What a file can hold. */
export const importKinds = ['invoices', 'accounts', 'products', 'contacts', 'rates', 'costs', 'installed'] as const

export type ImportKind = (typeof importKinds)[number]

export function isImportKind(value: unknown): value is ImportKind {
  return importKinds.includes(value as ImportKind)
}

/**
 * How a column's cells are read: `code` identifies something and is kept letter by letter; `amount` is money;
 * `number` a quantity; `rate` a share (10 %, 10 or 0.1).
 */
export type FieldType = 'code' | 'text' | 'day' | 'amount' | 'number' | 'rate' | 'currency' | 'word'

export type Field = {
  name: string
  type: FieldType
  words: Record<Language, string>
}

function field(name: string, type: FieldType, en: string, zh: string): Field {
  return { name, type, words: { en, 'zh-Hans': zh } }
}

const invoiceFields: Field[] = [
  field('document', 'code', 'document number', '单据编号'),
  field('line', 'code', 'line number', '行号'),
  field('day', 'day', 'invoice day', '开票日期'),
  field('account', 'code', 'account code', '客户编码'),
  field('account_name', 'text', 'account name', '客户名称'),
  field('country', 'text', 'country', '国家'),
  field('region', 'text', 'region', '地区'),
  field('salesperson', 'text', 'salesperson', '业务员'),
  field('product', 'code', 'product code', '产品编码'),
  field('product_name', 'text', 'product name', '产品名称'),
  field('category', 'text', 'product category', '产品类别'),
  field('quantity', 'number', 'quantity', '数量'),
  field('unit_price', 'amount', 'unit price', '单价'),
  field('discount', 'rate', 'discount', '折扣'),
  field('discount_rate', 'rate', 'discount rate', '折扣率'),
  field('discount_amount', 'amount', 'discount amount', '折扣额'),
  field('net', 'amount', 'net amount', '净额'),
  field('cost', 'amount', 'cost', '成本'),
  field('unit_cost', 'amount', 'unit cost', '单位成本'),
  field('margin', 'amount', 'margin', '毛利'),
  field('currency', 'currency', 'currency', '币种'),
  field('kind', 'word', 'kind of line', '行类型'),
]

const accountFields: Field[] = [
  field('account', 'code', 'account code', '客户编码'),
  field('name', 'text', 'name', '名称'),
  field('country', 'text', 'country', '国家'),
  field('region', 'text', 'region', '地区'),
  field('city', 'text', 'city', '城市'),
  field('address', 'text', 'address', '地址'),
  field('parent', 'code', 'parent account code', '上级客户编码'),
  field('level', 'word', 'level (group, region, site)', '层级'),
  field('salesperson', 'text', 'salesperson', '业务员'),
  field('cooperation_since', 'day', 'customer since', '合作起始日'),
  field('legal_standing_confirmed_on', 'day', 'legal standing confirmed on', '资质确认日'),
  field('tax_number', 'code', 'tax number', '税号'),
  field('note', 'text', 'note', '备注'),
]

const productFields: Field[] = [
  field('product', 'code', 'product code', '产品编码'),
  field('name', 'text', 'name', '名称'),
  field('category', 'text', 'category', '类别'),
  field('subcategory', 'text', 'subcategory', '子类别'),
  field('brand', 'text', 'brand', '品牌'),
  field('unit', 'text', 'unit', '计量单位'),
  field('pack_size', 'number', 'pack size', '包装数量'),
  field('list_price', 'amount', 'list price', '标价'),
  field('standard_cost', 'amount', 'standard cost', '标准成本'),
  field('currency', 'currency', 'currency', '币种'),
  field('launched_on', 'day', 'launched on', '上市日期'),
  field('discontinued_on', 'day', 'discontinued on', '停产日期'),
  field('note', 'text', 'note', '备注'),
]

const contactFields: Field[] = [
  field('account', 'code', 'account code', '客户编码'),
  field('name', 'text', 'name', '姓名'),
  field('first_name', 'text', 'first name', '名'),
  field('last_name', 'text', 'last name', '姓'),
  field('role', 'text', 'role', '职务'),
  field('department', 'text', 'department', '部门'),
  field('phone', 'text', 'phone', '电话'),
  field('mobile', 'text', 'mobile', '手机'),
  field('email', 'text', 'e-mail', '电子邮箱'),
  field('wechat', 'text', 'WeChat', '微信'),
  field('note', 'text', 'note', '备注'),
]

const rateFields: Field[] = [
  field('currency', 'currency', 'currency', '币种'),
  field('to_currency', 'currency', 'currency it is given in', '目标币种'),
  field('day', 'day', 'day', '日期'),
  field('rate', 'number', 'rate (one unit in base currency)', '汇率（1 单位折本位币）'),
  field('units', 'number', 'units that the rate is for', '汇率对应的外币单位数'),
]

const costFields: Field[] = [
  field('account', 'code', 'account code', '客户编码'),
  field('day', 'day', 'day', '日期'),
  field('kind', 'text', 'kind of cost', '费用类型'),
  field('amount', 'amount', 'amount', '金额'),
  field('currency', 'currency', 'currency', '币种'),
  field('note', 'text', 'note', '备注'),
]

const installedFields: Field[] = [
  field('account', 'code', 'account code', '客户编码'),
  field('site', 'text', 'site (code or name)', '网点（编码或名称）'),
  field('brand', 'text', 'brand', '品牌'),
  field('model', 'text', 'model', '型号'),
  field('product', 'code', 'our product code', '我方产品编码'),
  field('category', 'text', 'product line', '产品线'),
  field('quantity', 'number', 'quantity', '数量'),
  field('bought_on', 'day', 'bought on', '购买日期'),
  field('unit_price', 'amount', 'unit price', '单价'),
  field('currency', 'currency', 'currency', '币种'),
  field('life_months', 'number', 'expected life in months', '预计寿命（月）'),
  field('life_years', 'number', 'expected life in years', '预计寿命（年）'),
  field('condition', 'word', 'condition (good, worn, failing)', '状况'),
  field('note', 'text', 'note', '备注'),
]

export const fieldsOf: Record<ImportKind, readonly Field[]> = {
  invoices: invoiceFields,
  accounts: accountFields,
  products: productFields,
  contacts: contactFields,
  rates: rateFields,
  costs: costFields,
  installed: installedFields,
}

/**
 * What a file must say: each entry is one need, met by any of its alternatives; an alternative is met when all
 * its fields have a column. The first field of the first alternative names the need.
 */
export const needsOf: Record<ImportKind, readonly (readonly (readonly string[])[])[]> = {
  invoices: [[['document']], [['account']], [['day']], [['net'], ['quantity', 'unit_price'], ['cost', 'margin']]],
  accounts: [[['account']]],
  products: [[['product']]],
  contacts: [[['account']], [['name'], ['last_name'], ['first_name']]],
  rates: [[['currency']], [['day']], [['rate']]],
  costs: [[['account']], [['day']], [['amount']]],
  installed: [[['account']], [['brand'], ['model'], ['product']]],
}

export function fieldOf(kind: ImportKind, name: string): Field | undefined {
  return fieldsOf[kind].find(field => field.name === name)
}

export const kindWords: Record<ImportKind, Record<Language, string>> = {
  invoices: { en: 'invoice lines', 'zh-Hans': '发票明细' },
  accounts: { en: 'accounts', 'zh-Hans': '客户' },
  products: { en: 'products', 'zh-Hans': '产品' },
  contacts: { en: 'contacts', 'zh-Hans': '联系人' },
  rates: { en: 'exchange rates', 'zh-Hans': '汇率' },
  costs: { en: 'cost to serve', 'zh-Hans': '服务成本' },
  installed: { en: 'installed base', 'zh-Hans': '装机设备' },
}
