import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { LineKind } from './line.ts'

const kinds: Readonly<Record<LineKind, readonly [string, string]>> = {
  'reports to': ['reports to', '汇报给'],
  influences: ['influences', '影响'],
}
const strengths = [
  ['slight', '轻微'],
  ['clear', '明显'],
  ['strong', '强烈'],
] as const

const side = (language: Language): 0 | 1 => (language === 'en' ? 0 : 1)

export const lineKindName = (kind: LineKind, language: Language): string => kinds[kind][side(language)]

/** Of an influence, 1 to 3. */
export const lineStrengthName = (strength: number, language: Language): string =>
  strengths[strength - 1]?.[side(language)] ?? String(strength)

/** Refusals of the relationship map and of gaps. */
export const mapRefusals: RefusalWords = {
  line_unknown: {
    en: () => 'There is no such line; somebody may have removed it.',
    'zh-Hans': () => '没有此关系线，可能已被他人删除。',
  },
  line_changed_meanwhile: {
    en: () => 'Somebody else changed this line while you were editing. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '您编辑期间，此关系线已被他人修改。您的更改未保存，请重新读取。',
  },
  line_to_itself: {
    en: v => `A line leads from one person to another; ${v.name} cannot be both.`,
    'zh-Hans': v => `关系线须连接两个人，不能两端都是“${v.name}”。`,
  },
  line_apart: {
    en: v => `${v.from} and ${v.to} work in companies that do not belong to one group.`,
    'zh-Hans': v => `“${v.from}”与“${v.to}”所在公司不属于同一集团。`,
  },
  line_closes_ring: {
    en: v => `Nobody reports to their own people: ${v.people}. Remove one of these lines first.`,
    'zh-Hans': v => `汇报关系不能形成环：${v.people}。请先删除其中一条。`,
  },
  line_there: {
    en: v => `There is such a line from ${v.from} to ${v.to} already.`,
    'zh-Hans': v => `“${v.from}”到“${v.to}”已有同类关系线。`,
  },
  person_not_on_map: {
    en: () => 'Somebody who was moved is no longer on this map. Read it again.',
    'zh-Hans': () => '所移动的人员已不在此图中，请重新读取。',
  },
  contact_day_ahead: {
    en: v => `${v.day} lies ahead; plan a visit instead.`,
    'zh-Hans': v => `${v.day} 尚未到来，请改为安排拜访。`,
  },
  dismissal_unknown: {
    en: () => 'This is no longer in force.',
    'zh-Hans': () => '此项已失效。',
  },
  dismissal_day_odd: {
    en: v => `The day must lie between ${v.from} and ${v.to}.`,
    'zh-Hans': v => `日期须在 ${v.from} 与 ${v.to} 之间。`,
  },
}
