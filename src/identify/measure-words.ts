import type { Language } from '../platform/language.ts'
import { amountOf, decimalsOf, unitsOf } from './exact-amount.ts'
import type { Measure, MeasureKey } from './measures.ts'

const names: Readonly<Record<MeasureKey, readonly [string, string]>> = {
  revenue: ['Revenue', '销售额'],
  margin: ['Margin', '毛利'],
  costToServe: ['Cost to serve', '服务成本'],
  contribution: ['Contribution', '贡献毛利'],
  marginRate: ['Margin rate', '毛利率'],
  documents: ['Documents', '单据数'],
  activeMonths: ['Active months', '活跃月数'],
  daysSinceLastOrder: ['Days since last order', '距上次下单天数'],
  silence: ['Silence against own rhythm', '沉寂倍数'],
  growth: ['Growth', '增长率'],
  cooperationMonths: ['Length of cooperation', '合作时长'],
  productBreadth: ['Breadth of products', '品种宽度'],
  largestDocument: ['Largest document', '最大单笔金额'],
  returnShare: ['Share of returns', '退货占比'],
  probabilityAlive: ['Probability of still buying', '活跃概率'],
  expectedContribution: ['Expected 12-month contribution', '未来12个月预期贡献毛利'],
  influence: ['Influence in region or industry', '区域或行业影响力'],
  strategicFit: ['Strategic fit', '战略契合度'],
  loyalty: ['Loyalty', '忠诚度'],
}

const meanings: Readonly<Record<MeasureKey, readonly [string, string]>> = {
  revenue: ['Net sales of the window, returns deducted', '窗口期内扣除退货后的净销售额'],
  margin: ['Revenue less cost of the lines whose cost is known', '成本已知的明细行的销售额减去成本'],
  costToServe: [
    'Visits, freight, credit, rebates and other costs booked to the account',
    '记在该客户名下的拜访、运费、赊账资金占用、返利等费用',
  ],
  contribution: ['Margin less cost to serve', '毛利减去服务成本'],
  marginRate: ['Margin as a share of the revenue whose cost is known', '毛利占成本已知的销售额之比'],
  documents: ['Invoices and credit notes of the window', '窗口期内的发票与红字单据数'],
  activeMonths: ['Months of the window with a purchase', '窗口期内有采购的月数'],
  daysSinceLastOrder: ['Days from the last purchase to the day of the review', '从最后一次采购到评审日的天数'],
  silence: [
    'Days since the last order, as a multiple of the usual gap between orders',
    '距上次下单天数与其平时下单间隔之比',
  ],
  growth: ['Revenue against the window before', '与上一窗口期相比的销售额变化'],
  cooperationMonths: ['Months since the first purchase', '自首次采购以来的月数'],
  productBreadth: ['Different products bought in the window', '窗口期内采购过的不同品种数'],
  largestDocument: ['The largest single document of the window', '窗口期内金额最大的一张单据'],
  returnShare: ['Returns as a share of sales before returns', '退货占退货前销售额之比'],
  probabilityAlive: ['From the rhythm of its purchases (BG/NBD)', '由采购节奏推算（BG/NBD 模型）'],
  expectedContribution: [
    'Expected purchases × expected amount × its contribution rate (BG/NBD, gamma-gamma)',
    '预期采购次数 × 预期单次金额 × 贡献毛利率（BG/NBD 与 gamma-gamma 模型）',
  ],
  influence: ['Judged by people, 0 to 10', '由人评定，0 至 10 分'],
  strategicFit: ['Judged by people, 0 to 10', '由人评定，0 至 10 分'],
  loyalty: ['Judged by people, 0 to 10', '由人评定，0 至 10 分'],
}

const reasons: Readonly<Record<NonNullable<Measure['unknownWithout']>, readonly [string, string]>> = {
  cost: ['No cost is known for its lines', '其明细行没有成本'],
  costEntries: ['No cost to serve has been booked', '尚未记录服务成本'],
  repeatPurchase: ['It has not bought often enough to have a rhythm', '采购次数太少，看不出节奏'],
  windowBefore: ['It bought nothing in the window before', '上一窗口期没有采购'],
  model: ['The value model has not been fitted, or cannot be', '价值模型尚未拟合或无法拟合'],
  judgement: ['Nobody has judged it yet', '尚无人评定'],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]

export const measureName = (key: MeasureKey, language: Language): string => pick(names[key], language)
export const measureMeaning = (key: MeasureKey, language: Language): string => pick(meanings[key], language)
export const unknownReason = (reason: NonNullable<Measure['unknownWithout']>, language: Language): string =>
  pick(reasons[reason], language)

/** Groups the whole part by thousands and leaves every digit as it is. */
export function groupedAmount(amount: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? []
  return (sign === '-' ? '−' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction
}

/**
 * An amount as it stands in a sentence, rounded half away from zero: to whole units from a thousand on, below to
 * hundredths. The exact one stands beside it.
 */
export function spokenAmount(amount: string): string {
  const decimals = decimalsOf(amount)
  const units = unitsOf(amount, decimals)
  const size = units < 0n ? -units : units
  const kept = size >= 1000n * 10n ** BigInt(decimals) ? 0 : 2
  if (decimals <= kept) return groupedAmount(amount)
  const step = 10n ** BigInt(decimals - kept)
  const half = (units < 0n ? -step : step) / 2n
  return groupedAmount(amountOf((units + half) / step, kept))
}

/** A figure of a measure as it stands in a sentence, with its unit: “312,400”, “2 months”, “12.5%”. */
export function measureFigure(measure: Measure, value: string, language: Language): string {
  const chinese = language === 'zh-Hans'
  switch (measure.unit) {
    case 'amount':
      return spokenAmount(value)
    case 'share':
      return `${signed((Number(value) * 100).toFixed(1).replace(/\.0$/, ''))}%`
    case 'days':
      return chinese ? `${value} 天` : `${value} ${value === '1' ? 'day' : 'days'}`
    case 'months':
      return chinese ? `${value} 个月` : `${value} ${value === '1' ? 'month' : 'months'}`
    case 'times':
      return chinese ? `${value} 倍` : `${value}×`
    case 'grade':
      return chinese ? `${value} 分` : value
    default:
      return groupedAmount(value)
  }
}

const signed = (text: string): string => text.replace(/^-/, '−')
