import type { SignalKind } from '../../platform/signal.ts'

/** A promise whose day comes or is past: ours is kept, theirs is asked for. */
export const promiseDueWords: SignalKind = {
  title: language => (language === 'en' ? 'Promise due' : '承诺到期'),
  reason: ({ values, due, value }, { language, day, money }) => {
    const what = String(values.what)
    const late = Number(values.daysLate)
    const ours = values.side === 'ours'
    if (language === 'en') {
      const when = late > 0 ? `was due ${day(due!)}, ${late} ${late === 1 ? 'day' : 'days'} ago` : `is due ${day(due!)}`
      const stake = value === null ? '' : `; ${money(value)} hang on it`
      return `${ours ? 'We' : 'They'} promised “${what}”; it ${when}${stake}.`
    }
    const when = late > 0 ? `应于 ${day(due!)} 完成，已逾期 ${late} 天` : `应于 ${day(due!)} 完成`
    return `${ours ? '我方' : '对方'}承诺“${what}”，${when}${value === null ? '' : `；涉及 ${money(value)}`}。`
  },
  actions: ({ accountId, key, values }, language) => {
    const path = `/accounts/${accountId}/promises?promise=${key}`
    const keep = language === 'en' ? 'Say that it is kept' : '登记已兑现'
    const ask = language === 'en' ? 'Ask for it' : '向对方跟进'
    const brief = language === 'en' ? 'Read the brief' : '查看简报'
    return [
      { label: values.side === 'ours' ? keep : ask, path },
      { label: brief, path: `/accounts/${accountId}/brief` },
    ]
  },
}
