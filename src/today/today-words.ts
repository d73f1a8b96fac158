import type { RefusalWords } from '../platform/refusal-words.ts'

/** The sentences of this room's refusals. */
export const todayRefusals: RefusalWords = {
  signal_unknown: {
    en: () => 'This is not in the queue any more: what it spoke of has been settled or has changed.',
    'zh-Hans': () => '该事项已不在待办中：所涉情况已处理或已变化。',
  },
  signal_not_yours: {
    en: () => 'This stands in somebody else’s queue. The head of the department can answer it, or give it to you.',
    'zh-Hans': () => '该事项在他人的待办中，可由部门负责人处理或转给您。',
  },
  snooze_over: {
    en: v => `It can come back from tomorrow on; ${v.until} is not after ${v.today}.`,
    'zh-Hans': v => `最早明天再提醒；${v.until} 不晚于 ${v.today}。`,
  },
  snooze_day_missing: {
    en: () => 'Say on which day it should come back.',
    'zh-Hans': () => '请指定再次提醒的日期。',
  },
  answer_reason_missing: {
    en: () => 'Say in a few words why this is not useful: the reasons are read when signals are tuned.',
    'zh-Hans': () => '请简单说明为何无用：调整信号时会参考这些理由。',
  },
  delegate_unfit: {
    en: () => 'It can be given to somebody else of the department who has not left and may act.',
    'zh-Hans': () => '只能转给部门中在职且有处理权限的另一位同事。',
  },
  answer_unknown: {
    en: () => 'This answer has been taken back already.',
    'zh-Hans': () => '该答复已撤回。',
  },
  answer_not_yours: {
    en: () => 'Somebody else answered this; they or the head of the department can take it back.',
    'zh-Hans': () => '该答复由他人作出，只有本人或部门负责人可以撤回。',
  },
  answer_changed_meanwhile: {
    en: () => 'Meanwhile it was answered otherwise, or has left the queue. Nothing was changed.',
    'zh-Hans': () => '期间已有其他答复，或该事项已离开待办。未作任何更改。',
  },
}
