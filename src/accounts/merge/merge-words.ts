import type { RefusalWords } from '../../platform/refusal-words.ts'

/** Refusals of merging accounts and of the search for duplicates. */
export const mergeRefusals: RefusalWords = {
  merge_same_account: {
    en: () => 'An account cannot be merged with itself.',
    'zh-Hans': () => '不能将客户与其自身合并。',
  },
  account_merged: {
    en: () => 'This account was merged into another one. Open it there, or undo the merge first.',
    'zh-Hans': () => '此客户已并入其他客户。请在合并后的客户中操作，或先撤销合并。',
  },
  merge_busy: {
    en: () => 'An import or another merge is at work on these accounts. Nothing was changed; try again in a moment.',
    'zh-Hans': () => '导入或另一合并正在处理这些客户。未做任何更改，请稍后再试。',
  },
  merge_unknown: {
    en: () => 'There is no such merge.',
    'zh-Hans': () => '没有此合并记录。',
  },
  merge_undone: {
    en: v => `The merge of ${v.name} has been undone already.`,
    'zh-Hans': v => `“${v.name}”的合并已撤销。`,
  },
  merge_within_merge: {
    en: v => `${v.name} has itself been merged into another account since. Undo that merge first.`,
    'zh-Hans': v => `“${v.name}”此后又并入了其他客户，请先撤销那次合并。`,
  },
  duplicate_pair_unknown: {
    en: () => 'There is no such pair of accounts any more.',
    'zh-Hans': () => '已没有这对客户。',
  },
  duplicate_search_under_way: {
    en: () => 'A search for duplicates is running already.',
    'zh-Hans': () => '查重正在进行。',
  },
}
