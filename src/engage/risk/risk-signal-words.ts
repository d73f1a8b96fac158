import type { SignalKind } from '../../platform/signal.ts'
import type { Hazard } from './hazard.ts'
import { hazardName } from './risk-words.ts'

/** How a warned site reads in the queue of the day. */
export const riskSignalKind: SignalKind = {
  title: language => (language === 'en' ? 'Goods in danger' : '货物面临风险'),
  reason: ({ values, value }, { language, money, percent }) => {
    const hazard = hazardName(values.hazard as Hazard, language)
    const chance = percent(Number(values.probability))
    const sites = Number(values.sites)
    if (language === 'en') {
      const goods = value === null ? 'goods of unknown value' : `${money(value)} of goods`
      const where = sites === 1 ? String(values.site) : `${sites} sites`
      return `${hazard} “${values.title}” may reach ${where} (${chance}): ${goods}, nobody has been advised yet.`
    }
    const goods = value === null ? '货值不详' : `货值 ${money(value)}`
    const where = sites === 1 ? `“${values.site}”` : ` ${sites} 个网点`
    return `${hazard}“${values.title}”可能影响${where}（${chance}），${goods}，尚未通知客户。`
  },
  actions: ({ accountId, key }, language) => [
    {
      label: language === 'en' ? 'Advise the account' : '通知客户',
      path: `/risks/${key}${accountId === null ? '' : `?account=${accountId}`}`,
    },
  ],
}
