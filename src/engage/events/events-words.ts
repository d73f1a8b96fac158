import { inLanguage, type Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { SignalKind } from '../../platform/signal.ts'
import type { TimelineKind } from '../../platform/timeline.ts'
import type { EventKind } from './event.ts'

const kinds: Record<EventKind, Record<Language, string>> = {
  anniversary: { en: 'Anniversary', 'zh-Hans': '周年庆' },
  opening: { en: 'Opening', 'zh-Hans': '开业' },
  honour: { en: 'Honour or award', 'zh-Hans': '荣誉获奖' },
  promotion: { en: 'Sales promotion', 'zh-Hans': '促销活动' },
  birthday: { en: 'Birthday', 'zh-Hans': '生日' },
  festival: { en: 'Festival', 'zh-Hans': '节日' },
  other: { en: 'Other event', 'zh-Hans': '其他活动' },
}
export const eventKindName = (kind: EventKind, language: Language) => kinds[kind][language]

export const eventSignalWords: SignalKind = {
  title: inLanguage('Event of the account', '客户的重要日子'),
  reason: ({ values, due }, { language, day }) => {
    const when = day(String(values.day))
    const times = Number(values.times)
    const nth = values.kind === 'anniversary' && times > 0 ? times : null
    if (language === 'zh-Hans') {
      const what = values.whatWeDo ? `计划：${values.whatWeDo}` : '还没有安排'
      return `${when}：${values.title}${nth ? `（第 ${nth} 年）` : ''}。${what}`
    }
    const what = values.whatWeDo ? `Planned: ${values.whatWeDo}` : 'Nothing is planned yet'
    return `${values.title}${nth ? `, year ${nth},` : ''} on ${when}. ${what}${due && due < String(values.day) ? '' : '.'}`
  },
  actions: ({ accountId, values }, language) => [
    {
      label: inLanguage('See to it', '去安排')(language),
      path: `/accounts/${accountId}/events?event=${values.event}&day=${values.day}`,
    },
  ],
}

export const eventTimelineWords: TimelineKind = {
  title: inLanguage('Event', '活动'),
  sentence: ({ values }, { money }) =>
    [
      String(values.title),
      values.note === null ? '' : `: ${values.note}`,
      values.cost === null ? '' : ` (${money(String(values.cost))})`,
    ].join(''),
}

export const eventsRefusals: RefusalWords = {
  event_not_found: {
    en: () => 'This event is no longer there.',
    'zh-Hans': () => '该活动已不存在。',
  },
  event_changed_meanwhile: {
    en: v => `“${v.title}” was changed since you opened it. Look at it again.`,
    'zh-Hans': v => `您打开之后“${v.title}”已被修改，请重新查看。`,
  },
  event_day_invalid: {
    en: v => `“${v.title}” does not happen on ${v.day}.`,
    'zh-Hans': v => `“${v.title}”不在 ${v.day}。`,
  },
  event_owner_unknown: {
    en: () => 'Choose somebody who works here.',
    'zh-Hans': () => '请选择在职同事。',
  },
  event_contact_unknown: {
    en: () => 'This person does not belong to the account.',
    'zh-Hans': () => '该联系人不属于此客户。',
  },
}
