import { type Tier, tierName } from '../../identify/tier.ts'
import type { Language } from '../../platform/language.ts'
import { stanceName } from '../people/profile-words.ts'
import type { Gap, GapKind, Severity } from './gaps.ts'

type Words = readonly [string, string]
const pick = (words: Words, language: Language): string => words[language === 'en' ? 0 : 1]

const names: Readonly<Record<GapKind, Words>> = {
  'champion left': ['Champion left', '内部支持者已离职'],
  'no decision maker': ['No relationship to a decision maker', '未建立决策人关系'],
  'opponent unattended': ['Opponent unattended', '反对者无人跟进'],
  'gone cold': ['Contact gone cold', '联系转冷'],
  'single thread': ['A single thread', '关系单线'],
  'nobody on the floor': ['Nobody on the floor known', '未结识一线人员'],
}

const advice: Readonly<Record<GapKind, Words>> = {
  'champion left': [
    'Find out who takes over, win a new champion, and call on the old one where they work now.',
    '弄清由谁接任，培养新的内部支持者，并到新单位拜访老朋友。',
  ],
  'no decision maker': [
    'Ask those you know who signs; let your head or an executive of ours make the first call.',
    '向已认识的人打听由谁拍板，首次拜访可请部门负责人或公司高管出面。',
  ],
  'opponent unattended': [
    'Plan a visit, hear the objection out, and answer it with facts before the next decision.',
    '安排拜访，听完反对意见，在下次决策前用事实回应。',
  ],
  'gone cold': ['Call this week, with a reason that is theirs rather than ours.', '本周联系，带上对方关心的话题。'],
  'single thread': [
    'Bring a colleague along, and get to know a second person on their side.',
    '带上一位同事，并结识对方的第二个人。',
  ],
  'nobody on the floor': [
    'Say hello in the warehouse and at the counter on the next visit: they see first what sells and what fails.',
    '下次拜访时到仓库和门市走走：什么好卖、什么出问题，他们最先知道。',
  ],
}

const severityNames: Readonly<Record<Severity, Words>> = {
  high: ['Grave', '严重'],
  medium: ['To watch', '关注'],
  low: ['Slight', '轻微'],
}

export const gapName = (kind: GapKind, language: Language): string => pick(names[kind], language)
export const gapAdvice = (kind: GapKind, language: Language): string => pick(advice[kind], language)
export const severityName = (severity: Severity, language: Language): string => pick(severityNames[severity], language)

/** A reason with its full stop. */
export const sentence = (reason: string, language: Language): string => reason + (language === 'en' ? '.' : '。')

/** Why it is a gap, in one sentence with its figures. */
export function gapReason({ kind, values: v }: Pick<Gap, 'kind' | 'values'>, language: Language): string {
  const chinese = language === 'zh-Hans'
  switch (kind) {
    case 'champion left':
      return chinese
        ? `内部支持者 ${v.name} 已于 ${v.leftOn} 离职（${v.days} 天前），此后没有其他内部支持者`
        : `${v.name}, our champion, left on ${v.leftOn}, ${days(v.days)} ago, and no other champion is known`
    case 'no decision maker':
      return noDecisionMaker(v, chinese)
    case 'opponent unattended':
      return opponent(v, chinese)
    case 'gone cold':
      return goneCold(v, language)
    case 'single thread':
      return singleThread(v, chinese)
    case 'nobody on the floor':
      return chinese
        ? `已知的 ${v.people} 人中，没有仓库、门市等一线人员`
        : `Of ${people(v.people)} known, nobody works on the floor: no warehouse keeper, no sales clerk`
  }
}

type Values = Gap['values']
const counted = (one: string, many: string) => (count: unknown) => `${count} ${Number(count) === 1 ? one : many}`
const days = counted('day', 'days')
const people = counted('person', 'people')

function noDecisionMaker(v: Values, chinese: boolean): string {
  if (v.known === 0)
    return chinese ? `已知的 ${v.people} 人中，没有决策人` : `Of ${people(v.people)} known, nobody is a decision maker`
  const others = Number(v.known) - 1
  const who = chinese
    ? `${v.name}${others > 0 ? `等 ${v.known} 位决策人` : '是决策人'}`
    : others > 0
      ? `${v.name} and ${others} more decide`
      : `${v.name} decides`
  if (v.strength === 0) return chinese ? `${who}，我方无人认识` : `${who}, and nobody of ours knows them`
  return chinese
    ? `${who}，但我方关系最深仅 ${v.strength} 分（满分 5 分，至少需 2 分）`
    : `${who}, yet our best relationship is ${v.strength} of 5; it takes 2`
}

function opponent(v: Values, chinese: boolean): string {
  const who = chinese
    ? `${v.name} 对我方${stanceName(Number(v.stance), 'zh-Hans')}（${signed(v.stance)}），影响力 ${v.influence}（满分 5）`
    : `${v.name} is ${stanceName(Number(v.stance), 'en').toLowerCase()} (${signed(v.stance)}) with an influence of ${v.influence} of 5`
  if (v.days === null) return chinese ? `${who}，没有任何联系记录` : `${who}, and no contact is on record`
  return chinese ? `${who}，已 ${v.days} 天无人联系` : `${who}, and nobody has been in touch for ${days(v.days)}`
}

const signed = (stance: unknown): string => String(stance).replace('-', '−')

function goneCold(v: Values, language: Language): string {
  const chinese = language === 'zh-Hans'
  const who = v.name === null ? (chinese ? '与该客户' : 'Nobody there') : chinese ? `与 ${v.name} ` : `${v.name}`
  const silence = chinese
    ? `${who}已 ${v.days} 天没有联系`
    : v.name === null
      ? `${who} has heard from us for ${days(v.days)}`
      : `${who} has not heard from us for ${days(v.days)}`
  if (v.usual === null) {
    const tier = tierName(v.tier as Tier, language)
    return chinese
      ? `${silence}；${tier}客户以 ${v.limit} 天为限`
      : `${silence}; for ${tier} ${days(v.limit)} is the limit`
  }
  return chinese
    ? `${silence}，平时约 ${v.usual} 天一次（共 ${v.contacts} 次）`
    : `${silence}; usual is every ${days(v.usual)}, by ${v.contacts} contacts`
}

function singleThread(v: Values, chinese: boolean): string {
  const relationships = counted('relationship', 'relationships')(v.relationships)
  if (v.side === 'both')
    return chinese
      ? `唯一的关系是 ${v.person} 与 ${v.name}`
      : `The only relationship is that of ${v.person} with ${v.name}`
  if (v.side === 'ours')
    return chinese
      ? `全部 ${v.relationships} 条关系都系于我方 ${v.person} 一人`
      : `All ${relationships} hang on ${v.person} alone`
  return chinese
    ? `全部 ${v.relationships} 条关系都系于对方 ${v.name} 一人`
    : `All ${relationships} hang on ${v.name} of theirs alone`
}
