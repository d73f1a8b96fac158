import type { Language } from '../platform/language.ts'
import type { GuardFinding, GuardKey } from './guards.ts'
import { spokenAmount } from './measure-words.ts'
import { tierName, tierOf } from './tier.ts'

const names: Readonly<Record<GuardKey, readonly [string, string]>> = {
  losing: ['Large and losing', '大而亏'],
  generous: ['Terms too generous', '条件过于优厚'],
  dependence: ['Dependence', '过度依赖'],
  rising: ['Small and rising', '上升中的小客户'],
  silent: ['Falling silent', '渐趋沉寂'],
  ownerless: ['Key account without an owner', '大客户无人负责'],
}

const advice: Readonly<Record<GuardKey, readonly [string, string]>> = {
  losing: [
    'Look at price, mix and service before the next order is confirmed.',
    '下一张订单确认前，先核查价格、产品结构与服务投入。',
  ],
  generous: ['Tie visits, freight and credit to what the account earns.', '让拜访、运费与赊账额度与其贡献毛利相称。'],
  dependence: ['Protect this account, and develop a second of its kind.', '稳住这家客户，同时培育第二家。'],
  rising: ['Give it an owner and a visit before a competitor does.', '趁竞争对手未动，先指派负责人并登门拜访。'],
  silent: [
    'Call today: ask what changed and who else was asked to quote.',
    '今天就联系：问清变化的原因，还有谁在报价。',
  ],
  ownerless: ['Name an owner.', '请指派负责人。'],
}

const stakes: Readonly<Record<GuardFinding['stake'], readonly [string, string]>> = {
  loss: ['lost in the window', '窗口期亏损额'],
  'excess cost': ['cost beyond the limit', '超出限度的费用'],
  contribution: ['contribution of the window', '窗口期贡献毛利'],
  revenue: ['revenue', '销售额'],
  'revenue gained': ['revenue gained', '新增销售额'],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]
export const guardName = (guard: GuardKey, language: Language): string => pick(names[guard], language)
export const guardAdvice = (guard: GuardKey, language: Language): string => pick(advice[guard], language)
export const stakeWords = (stake: GuardFinding['stake'], language: Language): string => pick(stakes[stake], language)

/** The reason of a finding as one sentence. */
export function guardReason({ guard, values }: Pick<GuardFinding, 'guard' | 'values'>, language: Language): string {
  const chinese = language === 'zh-Hans'
  const amount = (name: string) => spokenAmount(String(values[name]))
  const percent = (name: string) => `${(Number(values[name]) * 100).toFixed(1).replace(/\.0$/, '')}%`
  switch (guard) {
    case 'losing': {
      const served =
        values.costToServe === null
          ? ''
          : chinese
            ? `，服务成本 ${amount('costToServe')}`
            : ` and cost to serve of ${amount('costToServe')}`
      return chinese
        ? `销售额 ${amount('revenue')}，居前五分之一，但毛利 ${amount('margin')}${served}，贡献毛利为 ${amount('contribution')}`
        : `Revenue of ${amount('revenue')} is in the top fifth, but after a margin of ${amount('margin')}${served} it contributes ${amount('contribution')}`
    }
    case 'generous':
      if (values.share === null)
        return chinese
          ? `服务成本 ${amount('costToServe')}，而毛利只有 ${amount('margin')}`
          : `Cost to serve of ${amount('costToServe')} stands against a margin of ${amount('margin')}`
      return chinese
        ? `服务成本 ${amount('costToServe')}，占毛利 ${amount('margin')} 的 ${percent('share')}，限度为 ${percent('allowedShare')}`
        : `Cost to serve of ${amount('costToServe')} takes ${percent('share')} of a margin of ${amount('margin')}; the limit is ${percent('allowedShare')}`
    case 'dependence':
      return chinese
        ? `贡献毛利 ${amount('contribution')}，占全部的 ${percent('share')}，限度为 ${percent('allowedShare')}`
        : `It brings ${percent('share')} of all contribution (${amount('contribution')}); the limit is ${percent('allowedShare')}`
    case 'rising': {
      const alone = values.owned === 0
      return chinese
        ? `销售额由 ${amount('revenueBefore')} 升至 ${amount('revenue')}，增长 ${percent('growth')}${alone ? '，尚无人负责' : ''}`
        : `Revenue rose from ${amount('revenueBefore')} to ${amount('revenue')}, by ${percent('growth')}${alone ? ', and nobody owns it' : ''}`
    }
    case 'silent':
      return chinese
        ? `已有 ${values.days} 天未下单，平时约 ${values.usualGapDays} 天一单，为平时的 ${values.times} 倍`
        : `No order for ${values.days} days; it usually orders about every ${values.usualGapDays} days, so this is ${values.times} times its rhythm`
    case 'ownerless': {
      const tier = tierName(tierOf(Number(values.tier)), language)
      return chinese ? `${tier}级客户，没有负责人` : `A ${tier} account that nobody owns`
    }
  }
}
