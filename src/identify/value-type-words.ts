import type { Language } from '../platform/language.ts'
import { measureName } from './measure-words.ts'
import type { ValueType, ValueTypeReason } from './value-type.ts'

const names: Readonly<Record<ValueType, readonly [string, string]>> = {
  intrinsic: ['Intrinsic: buys on price', '内在价值型：看重价格'],
  extrinsic: ['Extrinsic: buys the solution', '外在价值型：看重解决方案'],
  strategic: ['Strategic: designs with us', '战略价值型：共同开发'],
}

const plays: Readonly<Record<ValueType, readonly [string, string]>> = {
  intrinsic: [
    'Make buying cheap for both: standard assortment, online orders, full loads, firm delivery dates. No visits beyond the cadence, no extras without a price.',
    '让双方的交易成本都降下来：标准品种、网上下单、整车发货、按时交货。不额外拜访，附加服务一律计价。',
  ],
  extrinsic: [
    'Sell the solution: advice, training, green channel and technical support, with their worth put in figures at every price talk.',
    '卖方案：提供选型建议、培训、绿色通道和技术支持，谈价时把这些价值算成数字摆出来。',
  ],
  strategic: [
    'Plan together: a joint yearly plan, executive sponsors on both sides, first access to new products and development projects with shared gains.',
    '共同规划：一起订年度计划，双方高层对口，新品优先试用，联合开发、成果共享。',
  ],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]
export const valueTypeName = (type: ValueType, language: Language): string => pick(names[type], language)
export const valueTypePlay = (type: ValueType, language: Language): string => pick(plays[type], language)

/** “Margin rate lower than that of 82% of accounts”. */
export function valueTypeReasonWords({ measure, value, below }: ValueTypeReason, language: Language): string {
  const chinese = language === 'zh-Hans'
  const name =
    measure === 'serviceShare'
      ? chinese
        ? '服务成本占销售额之比'
        : 'Cost to serve as a share of revenue'
      : measureName(measure, language)
  if (below === null) return chinese ? `${name}评为 ${value} 分` : `${name} judged ${value} of 10`
  const low = below < 0.5
  const percent = `${Math.round((low ? 1 - below : below) * 100)}%`
  return chinese
    ? `${name}${low ? '低于' : '高于'} ${percent} 的客户`
    : `${name} ${low ? 'lower' : 'higher'} than that of ${percent} of accounts`
}
