import type { Language } from '../../../platform/language.ts'
import type { Standard } from '../interchange/interchange-facts.ts'

/** What a quantity in a report can mean. */
export const activityMeanings = [
  'sold',
  'returned',
  'received',
  'adjusted',
  'lost_sales',
  'on_hand',
  'on_order',
  'in_transit',
  'committed',
  'held',
  'out_of_stock',
  'ignored',
] as const

export type ActivityMeaning = (typeof activityMeanings)[number]

export const meaningWords: Record<ActivityMeaning, Record<Language, string>> = {
  sold: { en: 'sold', 'zh-Hans': '销售' },
  returned: { en: 'returned', 'zh-Hans': '退货' },
  received: { en: 'received', 'zh-Hans': '收货' },
  adjusted: { en: 'adjusted by counting', 'zh-Hans': '盘点调整' },
  lost_sales: { en: 'lost sales', 'zh-Hans': '缺货损失' },
  on_hand: { en: 'on hand', 'zh-Hans': '现有库存' },
  on_order: { en: 'on order', 'zh-Hans': '在订' },
  in_transit: { en: 'in transit', 'zh-Hans': '在途' },
  committed: { en: 'committed', 'zh-Hans': '已承诺' },
  held: { en: 'on hold', 'zh-Hans': '冻结' },
  out_of_stock: { en: 'out of stock', 'zh-Hans': '断货' },
  ignored: { en: 'not taken in', 'zh-Hans': '不接收' },
}

type Known = { code: string; meaning: ActivityMeaning; en: string; zh: string }

/** Where several codes of a line mean the same, the one that stands first here counts. */
type CodeTable = readonly Known[]

function known(code: string, meaning: ActivityMeaning, en: string, zh: string): Known {
  return { code, meaning, en, zh }
}

// X12 859 (852) and 673 (846). What we have no place for is known and ignored, so that it sets no line aside.
const x12: CodeTable = [
  known('QS', 'sold', 'Quantity sold', '销售数量'),
  known('Q1', 'sold', 'Quantity sold (net)', '净销售数量'),
  known('TS', 'sold', 'Total sales quantity', '总销售数量'),
  known('RE', 'sold', 'Retail sales quantity', '零售数量'),
  known('QU', 'returned', 'Quantity returned by consumer', '消费者退货数量'),
  known('Q2', 'returned', 'Quantity returned', '退货数量'),
  known('QR', 'received', 'Quantity received', '收货数量'),
  known('QT', 'adjusted', 'Adjustment to inventory quantity', '库存调整数量'),
  known('LS', 'lost_sales', 'Lost sales', '缺货损失'),
  known('QA', 'on_hand', 'Current inventory available for shipment or sale', '可发货或可售的现有库存'),
  known('QE', 'on_hand', 'Ending balance quantity', '期末结存数量'),
  known('OH', 'on_hand', 'Gross quantity on hand', '现有库存总量'),
  known('QP', 'on_order', 'Quantity on order, not yet received', '已订未收数量'),
  known('QI', 'in_transit', 'Quantity in transit', '在途数量'),
  known('QC', 'committed', 'Quantity committed', '已承诺数量'),
  known('HL', 'held', 'Quantity on hold', '冻结数量'),
  known('QH', 'held', 'Quantity damaged or on hold', '损坏或冻结数量'),
  known('QO', 'out_of_stock', 'Quantity out of stock', '断货数量'),
  known('33', 'on_hand', 'Quantity available for sale', '可售数量'),
  known('17', 'on_hand', 'Quantity on hand', '现有数量'),
  known('36', 'on_hand', 'Distributor inventory', '经销商库存'),
  known('26', 'on_hand', 'Total inventory', '总库存'),
  known('63', 'on_order', 'On order quantity', '在订数量'),
  known('IQ', 'in_transit', 'In-transit quantity', '在途数量'),
  known('27', 'committed', 'Committed quantity', '已承诺数量'),
  known('15', 'held', 'Quantity in hold out', '暂扣数量'),
  known('20', 'held', 'Unusable quantity', '不可用数量'),
  known('32', 'sold', 'Quantity sold', '销售数量'),
  known('AA', 'ignored', 'Quantity stolen', '被盗数量'),
  known('AB', 'ignored', 'Quantity shipped', '发货数量'),
  known('BS', 'ignored', 'Bailment sales quantity', '寄售销售数量'),
  known('BT', 'ignored', 'Transportation sales quantity', '运输销售数量'),
  known('DG', 'ignored', 'Quantity damaged', '损坏数量'),
  known('MS', 'ignored', 'Military sales quantity', '军需销售数量'),
  known('OF', 'ignored', 'Off premise quantity', '店外销售数量'),
  known('OP', 'ignored', 'On premise sales quantity', '店内销售数量'),
  known('OQ', 'ignored', 'Planned order quantity', '计划订货数量'),
  known('PA', 'ignored', 'Production quantity adjustment', '生产调整数量'),
  known('PO', 'ignored', 'Calculated reorder point', '计算的再订货点'),
  known('Q3', 'ignored', 'Quantity returned (defective or damaged)', '退货数量（有缺陷或损坏）'),
  known('Q4', 'ignored', 'Quantity ordered', '订货数量'),
  known('QB', 'ignored', 'Beginning balance quantity', '期初结存数量'),
  known('QD', 'ignored', 'Additional demand quantity', '追加需求数量'),
  known('QF', 'ignored', 'Quantity in bond', '保税数量'),
  known('QK', 'ignored', 'Quantity not listed', '未列数量'),
  known('QL', 'ignored', 'Minimum inventory quantity', '最低库存数量'),
  known('QM', 'ignored', 'Maximum inventory quantity', '最高库存数量'),
  known('QN', 'ignored', 'Planned inventory quantity', '计划库存数量'),
  known('QW', 'ignored', 'Quantity withdrawn from warehouse', '出库数量'),
  known('QX', 'ignored', 'Quantity requested', '请求数量'),
  known('QZ', 'ignored', 'Quantity transferred', '调拨数量'),
  known('RQ', 'ignored', 'Quantity returned (sellable)', '退货数量（可再售）'),
  known('WQ', 'ignored', 'Wholesale sales quantity', '批发数量'),
  known('18', 'ignored', 'Previous week quantity', '上周数量'),
  known('29', 'ignored', 'Projected available inventory', '预计可用库存'),
]

// EDIFACT 6063.
const edifact: CodeTable = [
  known('153', 'sold', 'Statistical sales quantity', '统计销售数量'),
  known('212', 'sold', 'Quantity sold, net', '净销售数量'),
  known('25', 'sold', 'Retail sales', '零售数量'),
  known('61', 'returned', 'Return quantity', '退货数量'),
  known('48', 'received', 'Received quantity', '收货数量'),
  known('194', 'received', 'Received and accepted', '已收并接受'),
  known('145', 'on_hand', 'Actual stock', '实际库存'),
  known('17', 'on_hand', 'Quantity on hand', '现有数量'),
  known('257', 'on_hand', 'Quantity in physical inventory', '盘点数量'),
  known('21', 'on_order', 'Ordered quantity', '订货数量'),
  known('198', 'in_transit', 'Quantity in transit', '在途数量'),
  known('66', 'committed', 'Committed quantity', '已承诺数量'),
  known('89', 'held', 'Quality control held', '质检冻结'),
  known('124', 'held', 'Damaged goods', '损坏货物'),
  known('27', 'held', 'On hold for shipment', '暂停发运'),
  known('12', 'ignored', 'Despatch quantity', '发运数量'),
  known('18', 'ignored', 'Previous quantity', '前期数量'),
  known('26', 'ignored', 'Promotion quantity', '促销数量'),
  known('52', 'ignored', 'Quantity per pack', '每包数量'),
  known('59', 'ignored', 'Consumer units in the traded unit', '每贸易单元的消费单元数'),
  known('81', 'ignored', 'Extra unplanned delivery', '计划外交货'),
  known('96', 'ignored', 'Quality control failed', '质检不合格'),
  known('97', 'ignored', 'Minimum inventory', '最低库存'),
  known('98', 'ignored', 'Maximum inventory', '最高库存'),
  known('146', 'ignored', 'Model or target stock', '目标库存'),
  known('157', 'ignored', 'Opening stock balance', '期初库存'),
  known('197', 'ignored', 'Reordering level', '再订货点'),
  known('199', 'ignored', 'Inventory withdrawal', '出库数量'),
]

/** The codes that everybody has, in the order in which they count. */
export const activityTables: Record<Standard, CodeTable> = { x12, edifact }

const byCode: Record<Standard, ReadonlyMap<string, Known & { rank: number }>> = {
  x12: ranked(x12),
  edifact: ranked(edifact),
}

function ranked(table: CodeTable): ReadonlyMap<string, Known & { rank: number }> {
  return new Map(table.map((each, rank) => [each.code, { ...each, rank }]))
}

/** A partner's own reading of codes: code → meaning. */
export type ActivityOverrides = Readonly<Record<string, ActivityMeaning>>

/**
 * What a code means for a partner, and its rank among codes of the same meaning: a partner's own come first. Null where
 * nobody has said.
 */
export function readActivity(
  code: string,
  standard: Standard,
  overrides: ActivityOverrides,
): { meaning: ActivityMeaning; rank: number } | null {
  const own = Object.hasOwn(overrides, code) ? overrides[code] : undefined
  // 145M is a movement in or out (INV), which is not what is there.
  if (standard === 'edifact' && code.endsWith('M')) return { meaning: 'ignored', rank: 0 }
  const { meaning, rank } = byCode[standard].get(code) ?? {}
  if (own) return { meaning: own, rank: -1 }
  return meaning === undefined ? null : { meaning, rank: rank! }
}
