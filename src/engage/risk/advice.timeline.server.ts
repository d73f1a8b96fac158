import { listPeople } from '../../platform/people.store.ts'
import type { TimelineKind } from '../../platform/timeline.ts'
import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { adviceBelow } from './advice.store.ts'

const kind = 'engage.advice'

const outcomes: Record<string, readonly [string, string]> = {
  followed: ['followed', '已采纳'],
  partly: ['followed in part', '部分采纳'],
  'not followed': ['not followed', '未采纳'],
}

const words: TimelineKind = {
  title: language => (language === 'en' ? 'Risk advice' : '风险提示'),
  sentence: ({ values }, { language, money }) => {
    const english = language === 'en'
    const outcome = values.followed === null ? null : outcomes[String(values.followed)]![english ? 0 : 1]
    const saved = values.saved === null ? null : money(String(values.saved))
    const head = english ? `Advice given for ${values.site}` : `就${values.site}给出提示`
    const tail = [values.words, outcome, saved && (english ? `${saved} of loss avoided` : `避免损失 ${saved}`)].filter(
      text => text !== null && text !== '',
    )
    return [head, ...tail].join(english ? ', ' : '，')
  },
}

export default {
  kinds: { [kind]: words },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const advice = await adviceBelow(db, accountIds, bound, limit)
    const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    return advice.map(({ id, accountId, alertId, at, givenBy, site, words: said, followed, saved }) => ({
      kind,
      key: String(id).padStart(12, '0'),
      at,
      wholeDay: false,
      accountId,
      actor: people.get(givenBy) ?? null,
      values: { site, words: said, followed, saved },
      path: `/risks/${alertId}`,
    }))
  },
} satisfies TimelineSource
