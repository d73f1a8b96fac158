import { inLanguage } from '../../platform/language.ts'
import type { SignalKind } from '../../platform/signal.ts'

const open =
  (english: string, chinese: string): SignalKind['actions'] =>
  ({ values }, language) => [{ label: language === 'en' ? english : chinese, path: `/supply/orders/${values.order}` }]

/** A proposal that the account has not answered, or that is about to end. */
export const unansweredKind: SignalKind = {
  title: inLanguage('Proposal unanswered', '建议订单未答复'),
  reason: ({ values, value }, { language, money, day }) => {
    const since = day(String(values.since))
    const until = values.until === null ? null : day(String(values.until))
    const worth = value === null ? '' : money(value)
    if (language === 'en')
      return `Order ${values.number} lies with the account since ${since}${until ? ` and ends on ${until}` : ''}${worth ? `; ${worth} of margin hang on it` : ''}.`
    return `订单 ${values.number} 自${since}起在客户处${until ? `，${until}过期` : ''}${worth ? `；关系到毛利 ${worth}` : ''}。`
  },
  actions: open('Open the order', '打开订单'),
  weighing: { leadDays: 3 },
}

/** The account wants something else than was proposed and has not signed. */
export const changedKind: SignalKind = {
  title: inLanguage('Changed by the account', '客户已修改订单'),
  reason: ({ values }, { language, day }) => {
    const since = day(String(values.since))
    return language === 'en'
      ? `${values.by} changed order ${values.number} on ${since} and has not signed it.`
      : `${values.by}于${since}修改了订单 ${values.number}，尚未签署。`
  },
  actions: open('See what changed', '查看修改内容'),
  weighing: { leadDays: 3 },
}

/** Signed, and nobody has told the account whether it gets it. */
export const unconfirmedKind: SignalKind = {
  title: inLanguage('Signed, not confirmed', '已签署未确认'),
  reason: ({ values, value }, { language, money, day }) => {
    const since = day(String(values.since))
    const worth = value === null ? '' : money(value)
    return language === 'en'
      ? `Order ${values.number} was signed on ${since} and waits for our confirmation${worth ? `; ${worth} of margin hang on it` : ''}.`
      : `订单 ${values.number} 于${since}签署，仍待我方确认${worth ? `；关系到毛利 ${worth}` : ''}。`
  },
  actions: open('Confirm it', '去确认'),
  weighing: { leadDays: 2 },
}
