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
}
