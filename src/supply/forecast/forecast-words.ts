import { type Tier, tierName } from '../../identify/tier.ts'
import type { Language } from '../../platform/language.ts'
import type { AdjustmentKind } from './adjustment.ts'
import type { Why } from './forecast-rows.ts'
import type { Source } from './items.ts'
import type { Level } from './structure.ts'

type Words = Record<Language, string>

const methods: Record<string, Words> = {
  combination: { en: 'Combination', 'zh-Hans': '组合预测' },
  'seasonal naive': { en: 'Same season as before', 'zh-Hans': '季节朴素法' },
  'linear trend': { en: 'Linear trend', 'zh-Hans': '线性趋势' },
  'nothing known': { en: 'What people say alone', 'zh-Hans': '仅依人工说明' },
  'last value': { en: 'Last value', 'zh-Hans': '末期值' },
  autoregression: { en: 'Autoregression', 'zh-Hans': '自回归' },
  'damped smoothing': { en: 'Damped smoothing', 'zh-Hans': '阻尼趋势平滑' },
  Theta: { en: 'Theta', 'zh-Hans': 'Theta 法' },
  'dynamic Theta': { en: 'Dynamic Theta', 'zh-Hans': '动态 Theta 法' },
  'exponential smoothing': { en: 'Exponential smoothing', 'zh-Hans': '指数平滑' },
  'moving average': { en: 'Moving average', 'zh-Hans': '移动平均' },
  TSB: { en: 'TSB', 'zh-Hans': 'TSB 法' },
  'Croston-SBA': { en: 'Croston-SBA', 'zh-Hans': 'Croston-SBA 法' },
  ADIDA: { en: 'ADIDA', 'zh-Hans': 'ADIDA 法' },
}

const ofLogarithms: Words = { en: ', of logarithms', 'zh-Hans': '（取对数）' }

/** The method's name as people read it; one that has no words yet by its own. */
export function methodName(method: string, language: Language): string {
  const plain = method.replace(/ of logarithms$/, '')
  const name = methods[plain]?.[language] ?? plain
  return plain === method ? name : `${name}${ofLogarithms[language]}`
}

const levels: Record<Level, Words> = {
  item: { en: 'Account and product', 'zh-Hans': '客户 × 产品' },
  product: { en: 'Product', 'zh-Hans': '产品' },
  account: { en: 'Account', 'zh-Hans': '客户' },
  tier: { en: 'Tier', 'zh-Hans': '等级' },
  total: { en: 'Everything', 'zh-Hans': '全部' },
}
export const levelName = (level: Level, language: Language) => levels[level][language]

const kinds: Record<AdjustmentKind, Words> = {
  promotion: { en: 'Promotion', 'zh-Hans': '促销' },
  launch: { en: 'Launch', 'zh-Hans': '新品上市' },
  project: { en: 'One-off project', 'zh-Hans': '一次性项目' },
  ending: { en: 'Ending', 'zh-Hans': '停用' },
  other: { en: 'Other knowledge', 'zh-Hans': '其他情况' },
}
export const adjustmentKindName = (kind: AdjustmentKind, language: Language) => kinds[kind][language]

const sources: Record<Source | 'both', Words> = {
  'sell-through': { en: 'Sell-through', 'zh-Hans': '实销' },
  purchases: { en: 'Purchases', 'zh-Hans': '采购' },
  both: { en: 'Sell-through and purchases', 'zh-Hans': '实销与采购' },
}
export const sourceName = (source: Source | 'both', language: Language) => sources[source][language]

type Scope = {
  account: { name: string } | null
  product: { name: string } | null
  category: string | null
  tier: Tier | null
}

/** What an adjustment is about, in one line. */
export function scopeWords({ account, product, category, tier }: Scope, language: Language): string {
  const parts = [account?.name, tier && tierTitle(tier, language), product?.name ?? category].filter(Boolean)
  if (parts.length === 0) return language === 'en' ? 'All accounts and products' : '全部客户与产品'
  return parts.join(' · ')
}

/** Below this share of months with demand the engine takes methods for intermittent demand: an interval of 1.32. */
const nowAndThen = 1 / 1.32

type Explained = {
  level: Level
  method: string
  source: Source | 'both'
  mase: number | null
  bias: number | null
  why: Why
  adjustments: number
}

/** Why a forecast is what it is, one sentence after the other. */
export function whyWords(series: Explained, language: Language): string[] {
  return (language === 'en' ? whyEnglish : whyChinese)(series).filter(sentence => sentence !== '')
}

const number = (value: number, language: Language) => new Intl.NumberFormat(language).format(Math.round(value))
const percent = (value: number) => `${Math.round(Math.abs(value) * 100)}%`

function whyEnglish({ level, method, source, mase, bias, why, adjustments }: Explained): string[] {
  const of = {
    'sell-through': 'what the account sold',
    purchases: 'what was bought from us',
    both: 'sell-through where it is reported, purchases elsewhere',
  }[source]
  const rare = why.active < nowAndThen * why.months
  if (why.months === 0) return ['Nothing of it has been sold yet: all that is expected is what people have said.']
  const months = why.months === 1 ? 'one month' : `${why.months} months`
  return [
    `Made from ${months} of ${of}, ${why.active} of them with any demand.`,
    why.cleaned === 0
      ? ''
      : `${number(why.cleaned, 'en')} pieces were taken out of the past as out of the ordinary, so that they are not expected again.`,
    method === 'combination'
      ? rare
        ? 'It sells now and then, so methods for intermittent demand (smoothing, averages, Croston-SBA, TSB, ADIDA) were tried at past months; the forecast is their mean, those that missed less counting more.'
        : 'Damped smoothing, Theta, autoregression and decomposition were tried at past months; the forecast is their mean, those that missed less counting more.'
      : method === 'last value'
        ? 'Every value of the past is the same or only one is known: it is carried on.'
        : `${methodName(method, 'en')} missed least at past months and carries more than half of the weight.`,
    why.sister === null
      ? ''
      : `Its own past is shorter than two years: the season is that of ${why.sister === 'category and tier' ? 'its category at accounts of the same tier' : 'its category'}.`,
    mase === null
      ? 'It is too short to say how far off it would have been.'
      : `At past months its error was ${percent(mase)} of the usual change on the year before (MASE ${mase.toFixed(2)})${mase < 1 ? '.' : ': it is hard to foresee, so the band is wide.'}`,
    bias === null || Math.abs(bias) < 0.05
      ? ''
      : bias > 0
        ? `It has been ${percent(bias)} too high on the whole.`
        : `It has been ${percent(bias)} too low on the whole.`,
    level === 'item'
      ? 'It was then brought into line with the forecasts of its account, product, tier and the whole, the more the less sure it is.'
      : 'It is the sum of its parts, which were brought into line with the forecast made for the sum itself.',
    adjustments === 0
      ? ''
      : adjustments === 1
        ? 'One thing that people know is put on top.'
        : `${adjustments} things that people know are put on top.`,
  ]
}

function whyChinese({ level, method, source, mase, bias, why, adjustments }: Explained): string[] {
  const of = { 'sell-through': '客户实销', purchases: '向我方采购', both: '有实销的取实销、其余取采购' }[source]
  const rare = why.active < nowAndThen * why.months
  if (why.months === 0) return ['尚无销量：预期数量全部来自人工说明。']
  return [
    `依据最近 ${why.months} 个月的${of}数据，其中 ${why.active} 个月有需求。`,
    why.cleaned === 0 ? '' : `已从历史中剔除 ${number(why.cleaned, 'zh-Hans')} 件非常规需求，避免被当作常态再次预测。`,
    method === 'combination'
      ? rare
        ? '该产品间断性出货，因此在历史各月试用了间断需求方法（平滑、均值、Croston-SBA、TSB、ADIDA），取加权平均，误差小的权重大。'
        : '在历史各月试用了阻尼平滑、Theta、自回归与分解等方法，取加权平均，误差小的权重大。'
      : method === 'last value'
        ? '历史数值都相同或仅有一期：直接沿用。'
        : `${methodName(method, 'zh-Hans')}在历史各月误差最小，占一半以上权重。`,
    why.sister === null
      ? ''
      : `自身历史不足两年，季节性取自${why.sister === 'category and tier' ? '同等级客户的同类别' : '同类别'}。`,
    mase === null
      ? '历史太短，无法评估误差。'
      : `在历史各月，误差为与去年同期通常变动的 ${percent(mase)}（MASE ${mase.toFixed(2)}）${mase < 1 ? '。' : '：难以预见，因此区间较宽。'}`,
    bias === null || Math.abs(bias) < 0.05 ? '' : `总体偏${bias > 0 ? '高' : '低'} ${percent(bias)}。`,
    level === 'item'
      ? '随后与所属客户、产品、等级及全部的预测相互协调，越不确定的调整越多。'
      : '该值为各部分之和；各部分已与总量自身的预测相互协调。',
    adjustments === 0 ? '' : `另叠加 ${adjustments} 项人工说明。`,
  ]
}

/** A tier as the name of all its accounts. */
export const tierTitle = (tier: Tier, language: Language) =>
  language === 'en' ? `${tierName(tier, language)} accounts` : `${tierName(tier, language)}级客户`
