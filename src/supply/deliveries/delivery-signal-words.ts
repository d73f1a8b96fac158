import { inLanguage } from '../../platform/language.ts'
import type { SignalKind } from '../../platform/signal.ts'
import type { Mode } from './delivery.ts'
import { modeName } from './delivery-words.ts'

/** How a shipment that would gain by a faster way reads in the queue of the day. */
export const fasterWayKind: SignalKind = {
  title: inLanguage('A faster way pays', '改用更快运输更划算'),
  reason: ({ values, value }, { language, money, day, percent }) => {
    const mode = modeName(values.mode as Mode, language)
    const gain = value === null ? '' : money(value)
    const leaves = day(String(values.leavesOn))
    const storm = values.alert === null ? null : String(values.alert)
    const chance = percent(Number(values.probability))
    if (language === 'en') {
      const why = storm === null ? 'its stock will not last' : `${storm} may hold it up (${chance})`
      return `Delivery ${values.consignment} leaves ${leaves}: ${why}. ${mode} gains ${gain} after the extra freight.`
    }
    const why = storm === null ? '客户库存撑不到货到' : `${storm}可能使其受阻（${chance}）`
    return `交货 ${values.consignment} 将于${leaves}发出，${why}。改走${mode}，扣除多付运费后净收益 ${gain}。`
  },
  actions: ({ key }, language) => [
    {
      label: language === 'en' ? 'Decide the way' : '决定运输方式',
      path: `/supply/transport?shipment=${encodeURIComponent(key)}`,
    },
  ],
  weighing: { leadDays: 3 },
}

/** How deliveries that have not arrived although their day has passed read. */
export const overdueDeliveryKind: SignalKind = {
  title: inLanguage('Delivery overdue', '交货逾期'),
  reason: ({ values, value }, { language, money, day }) => {
    const lines = Number(values.lines)
    const oldest = day(String(values.oldest))
    if (language === 'en') {
      const goods = value === null ? '' : `, ${money(value)} of goods`
      const what = lines === 1 ? 'One delivery line has' : `${lines} delivery lines have`
      return `${what} not arrived although promised, the first for ${oldest}${goods}.`
    }
    return `${lines} 行交货逾期未到，最早承诺${oldest}${value === null ? '' : `，货值 ${money(value)}`}。`
  },
  actions: ({ accountId }, language) => [
    {
      label: language === 'en' ? 'See its deliveries' : '查看该客户交货',
      path: `/accounts/${accountId}/deliveries`,
    },
  ],
}
