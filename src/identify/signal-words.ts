import type { Language } from '../platform/language.ts'
import type { SignalFormat } from '../platform/signal.ts'
import { wayWords } from './explain-words.ts'
import { measureFigure } from './measure-words.ts'
import { type MeasureKey, measures } from './measures.ts'
import { tierName, tierOf } from './tier.ts'
import type { TierOutlook } from './tier-outlook.ts'

type Values = Record<string, string | number | null>

const outlookTitles: Readonly<Record<TierOutlook['what'], readonly [string, string]>> = {
  falling: ['About to lose its tier', '即将降级'],
  rising: ['About to gain a tier', '即将升级'],
  near: ['Close to the next tier', '接近上一级'],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]

export const outlookTitle = (what: TierOutlook['what'], language: Language): string =>
  pick(outlookTitles[what], language)

export const reviewDueTitle = (language: Language): string => pick(['Review due', '评审到期'], language)

/** “¥82K more contribution”, with the company's currency where the measure is money. */
function wayText(values: Values, format: SignalFormat): string | null {
  if (values.measure === null) return null
  const measure = measures[values.measure as MeasureKey]
  const more = String(values.more)
  const words = wayWords({ measure: measure.key, from: String(values.had), to: '0', more }, format.language)
  if (measure.unit !== 'amount') return words
  return words.replace(measureFigure(measure, more, format.language), format.money(more))
}

/** “¥82K more contribution is missing for Gold at the review of 31 December 2026”. */
export function outlookReason(what: TierOutlook['what'], values: Values, format: SignalFormat): string {
  const { language, day } = format
  const [from, to] = [values.from, values.to].map(code => tierName(tierOf(Number(code)), language)) as [string, string]
  const review = day(String(values.review))
  const way = wayText(values, format)
  const chinese = language === 'zh-Hans'
  switch (what) {
    case 'near':
      return chinese
        ? `距${to}级只差：${way}（${review}评审前）`
        : `Missing for ${to} by the review of ${review}: ${way}`
    case 'falling': {
      const kept = way === null ? '' : chinese ? `；保级还需：${way}` : `; what would keep it: ${way}`
      return chinese
        ? `按目前数据，${review}评审时将由${from}级降为${to}级${kept}`
        : `By today’s figures it falls from ${from} to ${to} at the review of ${review}${kept}`
    }
    case 'rising':
      return chinese
        ? `按目前数据，${review}评审时将由${from}级升为${to}级，每年待遇成本增加 ${format.money(String(values.cost))}`
        : `By today’s figures it rises from ${from} to ${to} at the review of ${review}; its entitlements then cost ${format.money(String(values.cost))} more a year`
  }
}

export function reviewDueReason(values: Values, { language, day }: SignalFormat): string {
  const [last, next] = [day(String(values.last)), day(String(values.next))]
  return language === 'zh-Hans'
    ? `上次评审截至 ${last}，按政策应于 ${next} 再次评审`
    : `The last review was as of ${last}; by the policy the next is as of ${next}`
}

const steps = {
  account: ['Open the account', '打开客户'],
  contacts: ['Call somebody there', '联系对方'],
  costs: ['Look at its costs', '查看费用'],
  products: ['Look at price and mix', '查看价格与产品结构'],
  standing: ['See what is missing', '查看差距'],
  owner: ['Name an owner', '指派负责人'],
  review: ['Open the review', '进行评审'],
} as const

export const stepWords = (step: keyof typeof steps, language: Language): string => pick(steps[step], language)
