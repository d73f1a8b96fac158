import { inLanguage, type Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { SignalKind } from '../../platform/signal.ts'
import type { TimelineKind } from '../../platform/timeline.ts'
import type { DecidedAs, StepReason } from './approval-path.ts'
import type { RequestKind, RequestState } from './request.ts'

type Words = Record<Language, string>

const kinds: Record<RequestKind, Words> = {
  executive: { en: 'Executive present', 'zh-Hans': '高管出席' },
  celebration: { en: 'Celebration or gift', 'zh-Hans': '庆贺或礼品' },
  terms: { en: 'Exception to terms', 'zh-Hans': '条款例外' },
  support: { en: 'Special support', 'zh-Hans': '特别支持' },
  other: { en: 'Other request', 'zh-Hans': '其他请求' },
}
export const requestKindName = (kind: RequestKind, language: Language) => kinds[kind][language]

const states: Record<RequestState, Words> = {
  waiting: { en: 'waiting for a decision', 'zh-Hans': '待批' },
  approved: { en: 'approved', 'zh-Hans': '已批准' },
  declined: { en: 'declined', 'zh-Hans': '未批准' },
  withdrawn: { en: 'withdrawn', 'zh-Hans': '已撤回' },
  done: { en: 'done', 'zh-Hans': '已办成' },
  failed: { en: 'came to nothing', 'zh-Hans': '未办成' },
}
export const requestStateName = (state: RequestState, language: Language) => states[state][language]

const reasons: Record<StepReason, Words> = {
  always: { en: 'the head agrees to every special request', 'zh-Hans': '特别请求均须部门负责人同意' },
  cost: { en: 'the cost is high or not known', 'zh-Hans': '费用较高或未知' },
  presence: { en: 'it is their time', 'zh-Hans': '占用其本人时间' },
}
export const stepReasonWords = (because: StepReason, language: Language) => reasons[because][language]

const rights: Record<DecidedAs, Words> = {
  own: { en: '', 'zh-Hans': '' },
  deputy: { en: 'as deputy', 'zh-Hans': '代为审批' },
  escalation: { en: 'after the deadline had passed', 'zh-Hans': '逾期升级审批' },
  administrator: { en: 'as administrator', 'zh-Hans': '以管理员身份' },
}
export const decidedAsWords = (as: DecidedAs, language: Language) => rights[as][language]

export const decideWords: SignalKind = {
  title: inLanguage('Request to decide', '待批请求'),
  reason: ({ values, value }, { language, money, day }) => {
    const what = String(values.what)
    const cost = values.cost === null ? null : money(String(values.cost))
    const late = values.overdue === 1
    if (language === 'zh-Hans') {
      return `${values.askedBy}请求：${what}，${day(String(values.wantedOn))}，费用${cost ?? '未知'}${value ? `，关系到 ${money(value)}` : ''}${late ? '；审批已逾期' : ''}`
    }
    return `${values.askedBy} asks for “${what}” on ${day(String(values.wantedOn))}: costs ${cost ?? 'an unknown amount'}${value ? `, worth ${money(value)}` : ''}${late ? '; the deadline has passed' : ''}`
  },
  actions: ({ values }, language) => [
    { label: inLanguage('Decide', '审批')(language), path: `/requests?request=${values.request}` },
  ],
}

export const outcomeWords: SignalKind = {
  title: inLanguage('Outcome to record', '待记录结果'),
  reason: ({ values }, { language, day }) =>
    language === 'en'
      ? `“${values.what}” was to be on ${day(String(values.wantedOn))}: what came of it?`
      : `“${values.what}”定于${day(String(values.wantedOn))}：结果如何？`,
  actions: ({ values }, language) => [
    { label: inLanguage('Record the outcome', '记录结果')(language), path: `/requests?request=${values.request}` },
  ],
}

export const requestTimelineWords: TimelineKind = {
  title: inLanguage('Special request', '特别请求'),
  sentence: ({ values }, { language, day }) =>
    language === 'en'
      ? `${values.what} on ${day(String(values.wantedOn))}: ${requestStateName(values.state as RequestState, language)}${values.outcome ? `. ${values.outcome}` : ''}`
      : `${values.what}（${day(String(values.wantedOn))}）：${requestStateName(values.state as RequestState, language)}${values.outcome ? `。${values.outcome}` : ''}`,
}

export const requestsRefusals: RefusalWords = {
  request_not_found: {
    en: () => 'There is no such request.',
    'zh-Hans': () => '没有这项请求。',
  },
  request_not_yours: {
    en: () => 'This is for somebody else to decide. The request names whom it waits for.',
    'zh-Hans': () => '此项由他人审批，请查看请求当前等待的审批人。',
  },
  request_decided_already: {
    en: () => 'This request has been decided; nothing was changed.',
    'zh-Hans': () => '该请求已有结论，未做改动。',
  },
  request_changed_meanwhile: {
    en: () => 'Somebody has acted on this request since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后已有人处理该请求，请重新查看。',
  },
  request_state_past: {
    en: v => `That is not possible any more: the request is ${requestStateName(v.state as RequestState, 'en')}.`,
    'zh-Hans': v => `已无法操作：该请求${requestStateName(v.state as RequestState, 'zh-Hans')}。`,
  },
  request_day_invalid: {
    en: v => `The day ${v.day} is past. Choose today or later.`,
    'zh-Hans': v => `日期 ${v.day} 已过，请选择今天或之后。`,
  },
  request_executive_unknown: {
    en: () => 'Choose one of our executives.',
    'zh-Hans': () => '请选择本公司的高管。',
  },
  request_contact_unknown: {
    en: () => 'This person does not belong to the account.',
    'zh-Hans': () => '该联系人不属于此客户。',
  },
  request_rules_invalid: {
    en: () => 'What nobody need agree to cannot cost more than what an executive must agree to.',
    'zh-Hans': () => '免批金额不能高于须高管审批的金额。',
  },
  request_rules_changed_meanwhile: {
    en: () => 'Somebody has changed the rules since you opened them. Look at them again.',
    'zh-Hans': () => '您打开之后规则已被修改，请重新查看。',
  },
}
