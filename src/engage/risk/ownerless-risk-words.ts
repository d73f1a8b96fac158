import type { SignalKind } from '../../platform/signal.ts'
import type { Hazard } from './hazard.ts'
import { hazardName } from './risk-words.ts'

/** How an alert reads in the head's queue for all warned accounts without an owner together. */
export const ownerlessRiskKind: SignalKind = {
  title: language => (language === 'en' ? 'Goods in danger, no owner' : '货物面临风险，无人负责'),
  reason: ({ values, value }, { language, money, percent }) => {
    const hazard = hazardName(values.hazard as Hazard, language)
    const chance = percent(Number(values.probability))
    const [accounts, sites] = [Number(values.accounts), Number(values.sites)]
    if (language === 'en') {
      const goods = value === null ? 'goods of unknown value' : `${money(value)} of goods`
      const where = `${sites} ${sites === 1 ? 'site' : 'sites'} of ${accounts} ${accounts === 1 ? 'account' : 'accounts'} that nobody owns`
      return `${hazard} “${values.title}” may reach ${where} (up to ${chance}): ${goods}, nobody has been advised yet.`
    }
    const goods = value === null ? '货值不详' : `货值 ${money(value)}`
    return `${hazard}“${values.title}”可能影响 ${accounts} 家无人负责的客户的 ${sites} 个网点（最高 ${chance}），${goods}，尚未通知客户。`
  },
  actions: ({ key }, language) => [
    { label: language === 'en' ? 'Advise the accounts' : '通知这些客户', path: `/risks/${key}` },
    {
      label: language === 'en' ? 'Give it an owner' : '指定负责人',
      path: '/vital-few/guards?guard=ownerless',
    },
  ],
}
