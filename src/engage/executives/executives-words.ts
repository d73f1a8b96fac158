import type { RefusalWords } from '../../platform/refusal-words.ts'

export const executivesRefusals: RefusalWords = {
  sponsor_not_found: {
    en: () => 'Nobody stands for the account under this entry any more.',
    'zh-Hans': () => '该高管对口记录已不存在。',
  },
  sponsor_unfit: {
    en: () => 'Only an executive of ours can stand for an account.',
    'zh-Hans': () => '只有本公司高管可以对口客户。',
  },
  sponsor_twice: {
    en: v => `${v.name} stands for this account already.`,
    'zh-Hans': v => `${v.name}已对口该客户。`,
  },
  sponsor_day_invalid: {
    en: v => `The last day cannot lie before the first (${v.since}).`,
    'zh-Hans': v => `结束日期不能早于开始日期（${v.since}）。`,
  },
}
