import type { Language } from '../platform/language.ts'
import { groupedAmount, measureName } from './measure-words.ts'
import type { MeasureKey } from './measures.ts'
import type { Criterion, Policy, TierRule } from './policy.ts'
import { scaleWords } from './scale-words.ts'
import { type Tier, tierName } from './tier.ts'

/**
 * What differs between two policies, one sentence each, in the order of the editor. “Weight of Contribution: 40 → 50”.
 * Empty where nothing differs.
 */
export function policyDifferences(before: Policy, after: Policy, language: Language): string[] {
  return [
    ...criteriaDifferences(before.criteria, after.criteria, language),
    ...tierDifferences(before.tiers, after.tiers, language),
    ...gateDifferences(before.gates, after.gates, language),
    ...plainDifferences(before, after, language),
  ]
}

const arrow = (name: string, before: string, after: string, language: Language): string[] =>
  before === after ? [] : [language === 'zh-Hans' ? `${name}：${before} → ${after}` : `${name}: ${before} → ${after}`]

function criteriaDifferences(before: readonly Criterion[], after: readonly Criterion[], language: Language): string[] {
  const chinese = language === 'zh-Hans'
  const find = (criteria: readonly Criterion[], measure: MeasureKey) => criteria.find(each => each.measure === measure)
  const added = after
    .filter(each => !find(before, each.measure))
    .map(each =>
      chinese
        ? `新增指标：${measureName(each.measure, language)}，权重 ${each.weight}`
        : `Added: ${measureName(each.measure, language)}, weight ${each.weight}`,
    )
  const removed = before
    .filter(each => !find(after, each.measure))
    .map(each => (chinese ? '删除指标：' : 'Removed: ') + measureName(each.measure, language))
  const changed = after.flatMap(each => {
    const old = find(before, each.measure)
    if (!old) return []
    const name = measureName(each.measure, language)
    const unknown = (value: Criterion['unknown']) =>
      value === 'leave out' ? (chinese ? '不参与计分' : 'left out') : chinese ? '不得分' : 'no points'
    const sameScale = JSON.stringify(old.scale) === JSON.stringify(each.scale)
    const scales = sameScale
      ? []
      : scaleWords(old.scale, each.measure, language) === scaleWords(each.scale, each.measure, language)
        ? [chinese ? `${name}的分档有调整` : `Bands of ${name} changed`]
        : arrow(
            chinese ? `${name}的评分尺度` : `Scale of ${name}`,
            scaleWords(old.scale, each.measure, language),
            scaleWords(each.scale, each.measure, language),
            language,
          )
    return [
      ...arrow(chinese ? `${name}的权重` : `Weight of ${name}`, String(old.weight), String(each.weight), language),
      ...scales,
      ...arrow(
        chinese ? `${name}未知时` : `${name} where unknown`,
        unknown(old.unknown),
        unknown(each.unknown),
        language,
      ),
    ]
  })
  return [...added, ...removed, ...changed]
}

const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`

function thresholdOf(rule: TierRule, tier: 'platinum' | 'gold' | 'silver'): string {
  const value = rule[tier]
  return rule.by === 'points' || (rule.by === 'quota' && rule.of === 'accounts') ? String(value) : percent(value)
}

function ruleName(rule: TierRule, language: Language): string {
  const chinese = language === 'zh-Hans'
  if (rule.by === 'points') return chinese ? '按积分' : 'by points'
  if (rule.by === 'contribution') return chinese ? '按累计贡献毛利占比' : 'by cumulative contribution'
  if (rule.of === 'share') return chinese ? '按客户比例' : 'by a share of accounts'
  return chinese ? '按客户数量' : 'by a number of accounts'
}

function tierDifferences(before: TierRule, after: TierRule, language: Language): string[] {
  const chinese = language === 'zh-Hans'
  const rule = arrow(chinese ? '定级方式' : 'Tiers', ruleName(before, language), ruleName(after, language), language)
  const keys = ['platinum', 'gold', 'silver'] as const
  const thresholds = keys.flatMap(tier =>
    arrow(tierName(tier, language), thresholdOf(before, tier), thresholdOf(after, tier), language),
  )
  return [...rule, ...thresholds]
}

function gateDifferences(before: Policy['gates'], after: Policy['gates'], language: Language): string[] {
  const chinese = language === 'zh-Hans'
  const none = chinese ? '不要求' : 'not asked'
  const amount = (value: string | null) => (value === null ? none : groupedAmount(value))
  const months = (value: number | null) => (value === null ? none : chinese ? `${value} 个月` : `${value} months`)
  const asked = (value: boolean) => (value ? (chinese ? '要求' : 'asked') : none)
  return [
    ...arrow(
      chinese ? '合作时长' : 'Length of cooperation',
      months(before.minimumCooperationMonths),
      months(after.minimumCooperationMonths),
      language,
    ),
    ...arrow(
      chinese ? '法律资质已核实' : 'Legal standing confirmed',
      asked(before.legalStandingConfirmed),
      asked(after.legalStandingConfirmed),
      language,
    ),
    ...arrow(
      chinese ? '单笔金额门槛' : 'Single document',
      amount(before.anyOf.singleDocument),
      amount(after.anyOf.singleDocument),
      language,
    ),
    ...arrow(
      chinese ? '年销售额门槛' : 'A year’s total',
      amount(before.anyOf.yearTotal),
      amount(after.anyOf.yearTotal),
      language,
    ),
  ]
}

function plainDifferences(before: Policy, after: Policy, language: Language): string[] {
  const chinese = language === 'zh-Hans'
  const plain = (english: string, chineseName: string, value: (policy: Policy) => number | string) =>
    arrow(chinese ? chineseName : english, String(value(before)), String(value(after)), language)
  const rated: readonly Exclude<Tier, 'regular'>[] = ['platinum', 'gold', 'silver', 'special']
  return [
    ...plain('Margin of points', '宽限分值', policy => policy.hysteresis.margin),
    ...plain('Reviews before a demotion', '降级前的评审次数', policy => policy.hysteresis.reviewsBeforeDemotion),
    ...plain('Months looked at', '考察月数', policy => policy.windowMonths),
    ...plain('Months between reviews', '评审间隔月数', policy => policy.reviewEveryMonths),
    ...rated.flatMap(tier => [
      ...plain(`Entitlements of ${tierName(tier, language)}`, `${tierName(tier, language)}级权益成本`, policy =>
        groupedAmount(policy.entitlementCost[tier]),
      ),
      ...plain(
        `${tierName(tier, language)} accounts per manager`,
        `每位经理负责的${tierName(tier, language)}级客户数`,
        policy => policy.accountsPerManager[tier],
      ),
    ]),
    ...plain('Too generous from', '条件过于优厚的界限', policy => percent(policy.guards.generousShare)),
    ...plain('Dependence from', '过度依赖的界限', policy => percent(policy.guards.dependenceShare)),
    ...plain('Rising from a growth of', '上升客户的增长率界限', policy => percent(policy.guards.risingGrowth)),
    ...plain('Falling silent from', '渐趋沉寂的倍数界限', policy => `${policy.guards.silentTimes}×`),
  ]
}
