import { contactNames } from '../../accounts/contact-names.server.ts'
import type { BriefItem, BriefTopic } from '../../platform/brief.ts'
import type { BriefPart, BriefReading } from '../../platform/brief-part.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { openPromises } from './promises.server.ts'
import type { PromiseRow } from './promises.store.ts'

/** Open promises of both sides: what we owe comes first. */
export default {
  name: 'promises',
  order: 30,
  read: async reading => {
    const { db, accountId } = reading
    const promises = await openPromises(db, { accountIds: [accountId] })
    if (promises.length === 0) return null
    const ours = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    const theirs = await contactNames(
      db,
      promises.flatMap(promise => promise.contactId ?? []),
    )
    const nameOf = ({ side, ownerId, contactId }: PromiseRow) =>
      side === 'ours' ? ours.get(ownerId!) : contactId === null ? undefined : theirs.get(contactId)?.name
    const ordered = [...promises].sort((a, b) => Number(a.side === 'theirs') - Number(b.side === 'theirs'))
    return {
      title: { en: 'Open promises', 'zh-Hans': '未兑现的承诺' },
      items: ordered.map(promise => itemOf(promise, nameOf(promise), reading)),
      topics: ordered.flatMap(promise => topicOf(promise, reading)),
    }
  },
} satisfies BriefPart

const isOverdue = (promise: PromiseRow, today: string) => promise.due !== null && promise.due < today

function itemOf(promise: PromiseRow, who: string | undefined, { accountId, today, words }: BriefReading): BriefItem {
  const overdue = isOverdue(promise, today)
  return {
    text: words(({ language }) => {
      const side = promise.side === 'ours' ? ['We promised', '我方承诺'] : ['They promised', '对方承诺']
      return language === 'en' ? `${side[0]}: ${promise.what}` : `${side[1]}：${promise.what}`
    }),
    detail: words(({ language, day, money }) => {
      const english = language === 'en'
      const due =
        promise.due === null
          ? english
            ? 'no day agreed'
            : '未约定日期'
          : english
            ? `${overdue ? 'was due' : 'due'} ${day(promise.due)}`
            : `${day(promise.due)}${overdue ? '已到期' : '到期'}`
      return [who, due, promise.value && money(promise.value)].filter(Boolean).join(english ? ' · ' : ' · ')
    }),
    mark: overdue ? 'bad' : null,
    path: `/accounts/${accountId}/promises`,
  }
}

/** What we owe late is said first, before they do; what they owe late is asked for. */
function topicOf(promise: PromiseRow, { today, words }: BriefReading): BriefTopic[] {
  if (!isOverdue(promise, today)) return []
  const ours = promise.side === 'ours'
  return [
    {
      weight: ours ? 90 : 60,
      text: ours
        ? { en: `Own up to what is late: ${promise.what}`, 'zh-Hans': `主动说明逾期事项：${promise.what}` }
        : { en: `Ask about: ${promise.what}`, 'zh-Hans': `跟进对方承诺：${promise.what}` },
      reason: words(({ language, day }) => {
        if (language === 'en') return `${ours ? 'We' : 'They'} promised it for ${day(promise.due!)}`
        return `${ours ? '我方' : '对方'}承诺于 ${day(promise.due!)} 完成`
      }),
    },
  ]
}
