import type { RefusalWords } from '../../platform/refusal-words.ts'

/** Refusals of promises, briefs and visit reports. */
export const engageReportRefusals: RefusalWords = {
  promise_unknown: {
    en: () => 'There is no such promise.',
    'zh-Hans': () => '没有此承诺。',
  },
  promise_changed_meanwhile: {
    en: () => 'Somebody else changed this promise meanwhile. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '此承诺已被他人修改。您的更改未保存，请重新读取。',
  },
  promise_not_open: {
    en: () => 'This promise is settled. Open it again before you edit it.',
    'zh-Hans': () => '此承诺已了结，请先重新打开再编辑。',
  },
  promise_move_odd: {
    en: () => 'The promise is not in a state from which this is possible. Open it again first.',
    'zh-Hans': () => '当前状态下不能这样了结，请先重新打开此承诺。',
  },
  promise_day_invalid: {
    en: v => `The day must lie between ${v.from}, when it was made, and ${v.to}.`,
    'zh-Hans': v => `日期须在作出承诺的 ${v.from} 与 ${v.to} 之间。`,
  },
  promise_owner_unknown: {
    en: () => 'A promise of ours needs somebody of ours who keeps it.',
    'zh-Hans': () => '我方的承诺须有我方在职人员负责兑现。',
  },
  promise_contact_unknown: {
    en: () => 'The person named in the promise is no contact of this account.',
    'zh-Hans': () => '承诺中的人员不是此客户的联系人。',
  },
  report_unknown: {
    en: () => 'This visit has no report yet.',
    'zh-Hans': () => '此拜访尚无报告。',
  },
  report_not_yours: {
    en: () => 'This draft was written by somebody else; only they can send it. Sign in as them, or discard it.',
    'zh-Hans': () => '此草稿由他人撰写，只能由其本人发送。请以其身份登录，或舍弃草稿。',
  },
  report_changed_meanwhile: {
    en: () => 'Somebody else corrected this report while you were editing. Nothing of yours was saved; read it again.',
    'zh-Hans': () => '您编辑期间，此报告已被他人修改。您的更改未保存，请重新读取。',
  },
  report_in_future: {
    en: () => 'A visit is reported after it was held; its day is still to come.',
    'zh-Hans': () => '拜访结束后才能填写报告，该日期尚未到来。',
  },
  report_contact_unknown: {
    en: () => 'Somebody named as present is no contact of this account any more.',
    'zh-Hans': () => '所列在场人员中有人已不是此客户的联系人。',
  },
  report_written_already: {
    en: () => 'This visit has a report already. Yours is kept; say whether it is added, takes its place, or goes.',
    'zh-Hans': () => '此拜访已有报告。您的草稿已保留，请选择追加、替换或舍弃。',
  },
  report_visit_cancelled: {
    en: () => 'This visit was cancelled meanwhile. Your report is kept; say whether it becomes a visit of its own.',
    'zh-Hans': () => '此拜访已被取消。您的报告已保留，请选择是否另记为一次拜访。',
  },
  report_visit_changed_meanwhile: {
    en: () => 'This visit was moved to another time meanwhile. Your report is kept; say which visit it is about.',
    'zh-Hans': () => '此拜访的时间已改。您的报告已保留，请确认它属于哪次拜访。',
  },
}
