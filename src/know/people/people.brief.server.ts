import type { BriefItem, BriefTopic } from '../../platform/brief.ts'
import type { BriefPart, BriefReading } from '../../platform/brief-part.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import type { SignalFormat } from '../../platform/signal.ts'
import { type KnownPerson, peopleOf } from '../know.server.ts'
import { buyingRoleName } from './buying-role-words.ts'
import { channelName, influenceName, stanceName, strengthName } from './profile-words.ts'

/** On a page for an hour's visit, more people than this are a list, not a preparation. */
const most = 8

/** Whom to meet: those agreed, else those who weigh most; and who decides but has not been met. */
export default {
  name: 'people',
  order: 10,
  read: async reading => {
    const { db, accountId, contactIds } = reading
    const [people, ours] = await Promise.all([peopleOf(db, [accountId]), listPeople(db)])
    if (people.length === 0) return null
    const names = new Map(ours.map(person => [person.id, person.name]))
    const agreed = people.filter(person => contactIds.includes(person.contactId))
    const unmet = people.filter(person => person.buyingRole === 'decision maker' && person.acquaintances.length === 0)
    const weightiest = [...people].sort((a, b) => (b.influence ?? 0) - (a.influence ?? 0))
    const shown = [...new Set([...(agreed.length > 0 ? agreed : weightiest), ...unmet])].slice(0, most)
    return {
      title: { en: 'Who to meet', 'zh-Hans': '拜访对象' },
      items: shown.map(person => itemOf(person, unmet.includes(person), names, reading)),
      topics: [...unmet.map(person => meet(person, reading)), ...agreed.flatMap(person => winOver(person, reading))],
    }
  },
} satisfies BriefPart

function itemOf(
  person: KnownPerson,
  isUnmet: boolean,
  names: ReadonlyMap<string, string>,
  { accountId, words }: BriefReading,
): BriefItem {
  const against = (person.stance ?? 0) < 0
  return {
    text: words(({ language }) => {
      const role = person.buyingRole && buyingRoleName(person.buyingRole, language)
      return [person.name, person.title, role].filter(Boolean).join(language === 'en' ? ' · ' : ' · ')
    }),
    detail: words(format => detailOf(person, isUnmet, names, format)),
    mark: isUnmet || against ? 'warning' : (person.stance ?? 0) > 0 ? 'good' : null,
    path: `/accounts/${accountId}/contacts`,
  }
}

/** "Weighty, sceptical. Prefers WeChat. Marcus Ong knows well, last contact 12 October." */
function detailOf(
  person: KnownPerson,
  isUnmet: boolean,
  names: ReadonlyMap<string, string>,
  { language, day }: SignalFormat,
): string {
  const english = language === 'en'
  const lower = (text: string) => (english ? text.charAt(0).toLowerCase() + text.slice(1) : text)
  const comma = english ? ', ' : '，'
  const stands = [
    person.influence && influenceName(person.influence, language),
    person.stance !== null && stanceName(person.stance, language),
  ].filter(text => typeof text === 'string' && text !== '') as string[]
  const channels = person.channelsPreferred.map(channel => channelName(channel, language))
  const [best] = person.acquaintances
  const known = best
    ? [
        `${names.get(best.personId) ?? best.personId}${english ? ': ' : '：'}${lower(strengthName(best.strength, language))}`,
        best.lastContactOn &&
          (english ? `last contact ${day(best.lastContactOn)}` : `最近联系 ${day(best.lastContactOn)}`),
      ]
        .filter(Boolean)
        .join(comma)
    : english
      ? isUnmet
        ? 'Nobody of ours has met them yet'
        : 'Nobody of ours knows them'
      : isUnmet
        ? '我方尚无人见过'
        : '我方无人相识'
  const sentences = [
    stands.map((text, place) => (place === 0 ? text : lower(text))).join(comma),
    channels.length > 0 && (english ? `Prefers ${channels.join(', ')}` : `偏好 ${channels.join('、')}`),
    person.preferences,
    person.taboos && (english ? `Avoid: ${person.taboos}` : `忌：${person.taboos}`),
    known,
  ]
  return sentences
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .map(text => text.replace(/[.。]$/, ''))
    .join(english ? '. ' : '。')
}

function meet(person: KnownPerson, { words }: BriefReading): BriefTopic {
  return {
    weight: 50,
    text: { en: `Ask to be introduced to ${person.name}`, 'zh-Hans': `请求引见${person.name}` },
    reason: words(({ language }) =>
      language === 'en'
        ? `${person.title ?? 'Decides'}: decides, and nobody of ours has met them`
        : `${person.title ?? '决策人'}：决策人，我方尚无人见过`,
    ),
  }
}

function winOver(person: KnownPerson, { words }: BriefReading): BriefTopic[] {
  if ((person.stance ?? 0) >= 0) return []
  return [
    {
      weight: 50,
      text: { en: `Hear what ${person.name} holds against us`, 'zh-Hans': `听取 ${person.name} 对我方的意见` },
      reason: words(({ language }) => stanceName(person.stance!, language)),
    },
  ]
}
