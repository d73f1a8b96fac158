import type { RefusalWords } from '../../platform/refusal-words.ts'

/** Refusals of the calendar, the month's plan and time. */
export const calendarRefusals: RefusalWords = {
  entry_unknown: {
    en: () => 'There is no such entry.',
    'zh-Hans': () => '没有此记录。',
  },
  entry_not_yours: {
    en: () => 'This stands in another person’s calendar. Only they may change it.',
    'zh-Hans': () => '此记录属于他人的日历，只有本人可以修改。',
  },
  entry_changed_meanwhile: {
    en: () => 'This entry was changed elsewhere meanwhile. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '此记录已在别处修改。您的更改未保存，请重新读取。',
  },
  entry_needs_person: {
    en: () => 'A calendar belongs to a person; an API key has none.',
    'zh-Hans': () => '日历属于个人，API 密钥没有日历。',
  },
  calendar_not_yours: {
    en: () => 'Only its owner and the head of the department see this.',
    'zh-Hans': () => '只有本人和部门负责人可以查看。',
  },
  calendar_feed_unknown: {
    en: () => 'This calendar address does not work (any more). Its owner can make a new one.',
    'zh-Hans': () => '此日历地址无效或已停用，本人可以重新生成。',
  },
  plan_unknown: {
    en: () => 'There is no such accepted plan.',
    'zh-Hans': () => '没有此已采纳的计划。',
  },
  plan_stale: {
    en: () => 'The plan has changed meanwhile: none of the chosen visits is proposed any more. Look at it again.',
    'zh-Hans': () => '计划已变化：所选拜访已不在建议之中，请重新查看。',
  },
  plan_undone: {
    en: () => 'This plan was undone already.',
    'zh-Hans': () => '此计划已撤销。',
  },
}
