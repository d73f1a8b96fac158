import type { Language } from '../platform/language.ts'
import type { AccountExplained, CriterionExplained, GateExplained, WayUp } from './explain.ts'
import type { MovementReason } from './hysteresis.ts'
import { groupedAmount, measureFigure, measureName } from './measure-words.ts'
import { measures } from './measures.ts'
import { tierName } from './tier.ts'

/** Why an account stands where it stands. */
export type StandingReason = MovementReason | 'invited' | 'override' | 'not qualified'

const standingReasons: Readonly<Record<StandingReason, readonly [string, string]>> = {
  first: ['First review: the tier its points earn', '首次评审：按积分定级'],
  earned: ['Its points earn this tier', '积分达到本级'],
  promoted: ['Promoted: its points earn a higher tier, at once', '升级：积分达到更高一级，立即生效'],
  'kept by margin': ['Kept: below the threshold, but within the margin', '保级：低于门槛，但在宽限分值之内'],
  'kept by patience': [
    'Kept for now: below the margin, one more review decides',
    '暂时保级：已低于宽限分值，下次评审再定',
  ],
  demoted: ['Demoted: below the margin for as many reviews as the policy forgives', '降级：低于宽限分值的评审次数已到'],
  invited: ['Special by invitation', '受邀为特邀客户'],
  override: ['Set by hand, with a reason and an end', '人工指定，附理由与期限'],
  'not qualified': ['Does not pass the qualification', '未通过准入条件'],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]

export const standingReasonWords = (reason: StandingReason, language: Language): string =>
  pick(standingReasons[reason], language)

/** “312,400 more contribution”, “2 more active months”, “1.5 percentage points less share of returns”. */
export function wayWords(way: WayUp, language: Language): string {
  const measure = measures[way.measure]
  const rising = measure.better === 'higher'
  if (language === 'zh-Hans') {
    const figure =
      measure.unit === 'share' ? `${percentagePoints(way.more)} 个百分点` : measureFigure(measure, way.more, language)
    return `${measureName(way.measure, language)}再${rising ? '增加' : '减少'} ${figure}`
  }
  const change = rising ? 'more' : 'less'
  const one = way.more === '1'
  switch (way.measure) {
    case 'activeMonths':
      return `${way.more} more active ${one ? 'month' : 'months'}`
    case 'cooperationMonths':
      return `${way.more} more ${one ? 'month' : 'months'} of cooperation`
    case 'documents':
      return `${way.more} more ${one ? 'document' : 'documents'}`
    case 'productBreadth':
      return `${way.more} more ${one ? 'product' : 'products'} bought`
    case 'largestDocument':
      return `a largest document ${groupedAmount(way.more)} larger`
    default: {
      const name = measureName(way.measure, language).toLowerCase()
      if (measure.unit === 'share') return `${percentagePoints(way.more)} percentage points ${change} ${name}`
      if (measure.unit === 'grade') return `${way.more} ${rising ? 'higher' : 'lower'} on ${name}`
      return `${groupedAmount(way.more)} ${change} ${name}`
    }
  }
}

const percentagePoints = (share: string): string => (Number(share) * 100).toFixed(2).replace(/\.?0+$/, '')

/** “Missing for Gold: 312,400 more contribution, or 2 more active months; not yet fulfilled: 12 months of cooperation”. */
export function nextTierWords(
  next: NonNullable<AccountExplained['next']>,
  gates: readonly GateExplained[],
  language: Language,
): string {
  const barring = gates.filter(gate => !gate.passed).map(gate => askedWords(gate, language))
  if (barring.length === 0) return pointsWords(next, language)
  return language === 'zh-Hans'
    ? `${pointsWords(next, language)}；尚未满足：${barring.join('、')}`
    : `${pointsWords(next, language)}; not yet fulfilled: ${barring.join(', ')}`
}

function pointsWords(next: NonNullable<AccountExplained['next']>, language: Language): string {
  const tier = tierName(next.tier, language)
  const ways = next.ways.slice(0, 3).map(way => wayWords(way, language))
  const chinese = language === 'zh-Hans'
  if (next.missingPoints === 0) return chinese ? `积分已达到${tier}级` : `Its points reach ${tier}`
  if (ways.length === 0)
    return chinese
      ? `距${tier}级还差 ${next.missingPoints ?? '–'} 分，单靠任何一项都补不足`
      : `${next.missingPoints ?? '–'} points are missing for ${tier}; no single measure can bring them alone`
  return chinese ? `距${tier}级还差：${ways.join('，或')}` : `Missing for ${tier}: ${ways.join(', or ')}`
}

/** “Contribution 1,204,330: 4th of 612, score 99.5, 39.8 points of 40”. */
export function criterionWords(criterion: CriterionExplained, language: Language): string {
  const name = measureName(criterion.measure, language)
  const full = (criterion.weightShare * 100).toFixed(1)
  const chinese = language === 'zh-Hans'
  if (criterion.value === null) {
    if (criterion.unknown === 'no points')
      return chinese ? `${name}未知：不计分，满分 ${full}` : `${name} unknown: no points of ${full}`
    return chinese
      ? `${name}未知：不参与计分，权重由其余指标承担`
      : `${name} unknown: left out, the other weights carry it`
  }
  // “Active months 12” needs no second “months”.
  const figure =
    criterion.measure === 'activeMonths'
      ? criterion.value
      : measureFigure(measures[criterion.measure], criterion.value, language)
  const points = criterion.points.toFixed(1)
  const score = criterion.score!.toFixed(1)
  return chinese
    ? `${name} ${figure}：${criterion.of} 家中第 ${criterion.rank}，评分 ${score}，得 ${points} 分（满分 ${full}）`
    : `${name} ${figure}: rank ${criterion.rank} of ${criterion.of}, score ${score}, ${points} points of ${full}`
}

export function gateWords(gate: GateExplained, language: Language): string {
  const asked = askedWords(gate, language)
  if (language === 'zh-Hans') return `${asked}：${gate.passed ? '已满足' : '未满足'}`
  return `${asked}: ${gate.passed ? 'passed' : 'not passed'}`
}

function askedWords({ gate, required, actual }: GateExplained, language: Language): string {
  const chinese = language === 'zh-Hans'
  switch (gate) {
    case 'cooperation':
      return chinese
        ? `合作满 ${required.months} 个月（现为 ${actual.months ?? '–'} 个月）`
        : `${required.months} months of cooperation (has ${actual.months ?? '–'})`
    case 'legalStanding':
      return chinese ? '法律资质已核实' : 'Legal standing confirmed'
    case 'size': {
      const asked = [
        required.singleDocument === null
          ? null
          : chinese
            ? `单笔满 ${groupedAmount(required.singleDocument)}`
            : `a document of ${groupedAmount(required.singleDocument)}`,
        required.yearTotal === null
          ? null
          : chinese
            ? `年销售额满 ${groupedAmount(required.yearTotal)}`
            : `a year of ${groupedAmount(required.yearTotal)}`,
      ].filter(part => part !== null)
      return asked.join(chinese ? ' 或' : ' or ')
    }
  }
}
