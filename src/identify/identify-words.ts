import type { RefusalWords } from '../platform/refusal-words.ts'

/** Refusals of this room. */
export const identifyRefusals: RefusalWords = {
  ledger_empty: {
    en: () => 'The ledger is empty. Import invoice lines first.',
    'zh-Hans': () => '台账为空，请先导入发票明细。',
  },
  policy_changed_meanwhile: {
    en: v =>
      `Version ${v.inForce} of the policy came into force while you edited version ${v.basedOn}. Nothing was saved; look at it, then change it.`,
    'zh-Hans': v => `您编辑第 ${v.basedOn} 版期间，第 ${v.inForce} 版政策已生效。未保存任何更改，请查看后再修改。`,
  },
  policy_unchanged: {
    en: () => 'This is the policy in force already; nothing was changed.',
    'zh-Hans': () => '与现行政策相同，未做更改。',
  },
  review_unknown: {
    en: () => 'There is no such review.',
    'zh-Hans': () => '没有此评审。',
  },
  review_not_open: {
    en: () => 'This review is confirmed and cannot be changed any more.',
    'zh-Hans': () => '此评审已确认，不能再更改。',
  },
  review_stale: {
    en: () =>
      'The ledger, the policy or what people judged has changed since this review was opened. Open it again, look at who moves, then confirm.',
    'zh-Hans': () => '评审打开后，台账、政策或人工评定已有变动。请重新打开，查看升降名单后再确认。',
  },
  review_day_early: {
    en: v => `The last review was as of ${v.last}; a review as of ${v.asOf} would rewrite its history.`,
    'zh-Hans': v => `上次评审截至 ${v.last}；截至 ${v.asOf} 的评审会改写历史。`,
  },
  review_day_outside: {
    en: v => `The ledger reaches from ${v.from} to ${v.to}; ${v.asOf} is outside it.`,
    'zh-Hans': v => `台账范围为 ${v.from} 至 ${v.to}，${v.asOf} 不在其中。`,
  },
  account_without_figures: {
    en: () =>
      'This account has neither a line nor a cost in the ledger up to the day of the figures, so there is nothing to explain.',
    'zh-Hans': () => '截至统计日，台账中没有该客户的明细或费用，无可说明。',
  },
  judging_not_yours: {
    en: v => `${v.name} is judged by its own manager or the head of the department.`,
    'zh-Hans': v => `“${v.name}”由其负责经理或部门负责人评定。`,
  },
  term_over: {
    en: v => `It would end on ${v.until}, before it begins on ${v.from}.`,
    'zh-Hans': v => `结束日 ${v.until} 早于开始日 ${v.from}。`,
  },
  term_overlaps: {
    en: v => `There is one already, until ${v.until}. End it first.`,
    'zh-Hans': v => `已有一项，至 ${v.until} 止。请先结束它。`,
  },
  term_not_running: {
    en: () => 'There is none that runs today.',
    'zh-Hans': () => '今天没有生效中的记录。',
  },
  judged_in_future: {
    en: v => `${v.day} has not come yet.`,
    'zh-Hans': v => `${v.day} 尚未到来。`,
  },
}
