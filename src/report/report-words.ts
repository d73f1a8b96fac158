import type { RefusalWords } from '../platform/refusal-words.ts'

export const reportRefusals: RefusalWords = {
  cursor_invalid: {
    en: () => 'The place to go on from cannot be read. Start again with the first page.',
    'zh-Hans': () => '无法识别翻页位置，请从第一页重新开始。',
  },
}
