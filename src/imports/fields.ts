import type { Language } from '../platform/language.ts'

/** What a file can hold. */
export const importKinds = [
  'invoices',
  'accounts',
  'products',
  'contacts',
  'rates',
  'costs',
  'installed',
  'stock',
  'sell-through',
  'deliveries',
  'supply',
  'interchange',
] as const

export type ImportKind = (typeof importKinds)[number]

/** Kinds that come as a table, told by its columns; an X12 or EDIFACT interchange is told by its first characters. */
export const tableKinds = importKinds.filter(kind => kind !== 'interchange')

export type TableKind = (typeof tableKinds)[number]

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
  /** Where words stand in place of a number ("see ASN-93"), they are kept as a note. */
  orWords?: true
}

function field(name: string, type: FieldType, en: string, zh: string, more: { orWords?: true } = {}): Field {
  return { name, type, words: { en, 'zh-Hans': zh }, ...more }
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

const whoseGoods = [
  field('account', 'code', 'account code', '客户编码'),
  field('site', 'text', 'site (code or name)', '网点（编码或名称）'),
  field('product', 'code', 'product code', '产品编码'),
  field('gtin', 'code', 'GTIN (EAN, UPC)', '商品条码（GTIN）'),
]

const stockFields: Field[] = [
  ...whoseGoods,
  field('day', 'day', 'day of the count', '盘点日期'),
  field('on_hand', 'number', 'on hand', '现有库存'),
  field('on_order', 'number', 'on order', '在订'),
  field('in_transit', 'number', 'in transit', '在途'),
  field('committed', 'number', 'committed', '已承诺'),
  field('held', 'number', 'on hold', '冻结'),
]

const sellThroughFields: Field[] = [
  ...whoseGoods,
  field('day', 'day', 'day', '日期'),
  field('from_day', 'day', 'from (first day of the week, where there is no last)', '起始日期'),
  field('to_day', 'day', 'to (last day of the week, where there is no first)', '截止日期'),
  field('week', 'code', 'week (2026-W44)', '周（2026-W44）'),
  field('month', 'code', 'month (2026-10)', '月份（2026-10）'),
  field('year', 'code', 'year', '年份'),
  field('sold', 'number', 'sold', '销量'),
  field('returned', 'number', 'returned', '退货'),
  field('received', 'number', 'received', '收货'),
  field('adjusted', 'number', 'adjusted by counting', '盘点调整'),
  field('lost_sales', 'number', 'lost sales', '缺货损失'),
  field('on_hand', 'number', 'on hand at the end', '期末库存'),
  field('on_order', 'number', 'on order at the end', '期末在订'),
  field('in_transit', 'number', 'in transit at the end', '期末在途'),
]

const deliveryFields: Field[] = [
  field('account', 'code', 'account code', '客户编码'),
  field('account_name', 'text', 'account name', '客户名称'),
  field('country', 'text', 'country', '国家'),
  field('site', 'text', 'site (code or name)', '网点（编码或名称）'),
  field('reference', 'code', 'delivery number', '交货单号'),
  field('line', 'code', 'line number', '行号'),
  field('order_reference', 'code', 'order number', '订单号'),
  field('product', 'code', 'product code', '产品编码'),
  field('product_name', 'text', 'product name', '产品名称'),
  field('promised_on', 'day', 'promised for', '承诺日期'),
  field('promised_quantity', 'number', 'promised quantity', '承诺数量'),
  field('shipped_on', 'day', 'shipped on', '发货日期'),
  field('arrived_on', 'day', 'arrived on', '到货日期'),
  field('quantity', 'number', 'quantity', '数量'),
  field('value', 'amount', 'value of the goods', '货值'),
  field('currency', 'currency', 'currency', '币种'),
  field('mode', 'word', 'mode (sea, air, road, rail, courier)', '运输方式'),
  field('from_place', 'text', 'from (place)', '起运地'),
  field('to_place', 'text', 'to (place)', '目的地'),
  field('carrier', 'text', 'carrier', '承运人'),
  field('supplier', 'text', 'supplier', '供应商'),
  field('weight', 'number', 'weight in kg', '重量（公斤）', { orWords: true }),
  field('freight', 'amount', 'freight', '运费', { orWords: true }),
  field('cause', 'word', 'cause of delay', '延误原因'),
]

const supplyFields: Field[] = [
  field('product', 'code', 'product code', '产品编码'),
  field('gtin', 'code', 'GTIN (EAN, UPC)', '商品条码（GTIN）'),
  field('week', 'code', 'week (2026-W44)', '周（2026-W44）'),
  field('year', 'code', 'year', '年份'),
  field('day', 'day', 'day', '日期'),
  field('quantity', 'number', 'quantity available', '可供数量'),
]

const interchangeFields: Field[] = [
  field('sender', 'text', 'sender', '发送方'),
  field('message', 'text', 'message', '报文'),
  field('segment', 'code', 'segment', '段'),
  field('party', 'code', 'reporting party', '上报方'),
  field('site', 'code', 'place', '地点'),
  field('gtin', 'code', 'GTIN (EAN, UPC)', '商品条码（GTIN）'),
  field('buyer_code', 'code', 'their product code', '对方产品编码'),
  field('supplier_code', 'code', 'our product code', '我方产品编码'),
  field('name', 'text', 'product name', '产品名称'),
  field('from', 'day', 'from', '起始日期'),
  field('to', 'day', 'to', '截止日期'),
  field('quantities', 'text', 'quantities', '数量'),
]

export const fieldsOf: Record<ImportKind, readonly Field[]> = {
  invoices: invoiceFields,
  accounts: accountFields,
  products: productFields,
  contacts: contactFields,
  rates: rateFields,
  costs: costFields,
  installed: installedFields,
  stock: stockFields,
  'sell-through': sellThroughFields,
  deliveries: deliveryFields,
  supply: supplyFields,
  interchange: interchangeFields,
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
  stock: [[['account']], [['product'], ['gtin']], [['day']], [['on_hand']]],
  'sell-through': [
    [['account']],
    [['product'], ['gtin']],
    [['week'], ['day'], ['from_day'], ['to_day'], ['month']],
    [['sold']],
  ],
  deliveries: [[['account']], [['promised_on'], ['shipped_on'], ['arrived_on']]],
  supply: [[['product'], ['gtin']], [['week'], ['day']], [['quantity']]],
  interchange: [],
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
  stock: { en: 'stock at accounts', 'zh-Hans': '客户库存' },
  'sell-through': { en: 'sell-through', 'zh-Hans': '动销' },
  deliveries: { en: 'deliveries', 'zh-Hans': '交货' },
  supply: { en: 'supply by week', 'zh-Hans': '每周可供量' },
  interchange: { en: 'EDI reports', 'zh-Hans': 'EDI 报表' },
}
