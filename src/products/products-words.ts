import type { RefusalWords } from '../platform/refusal-words.ts'

export const productsRefusals: RefusalWords = {
  product_unknown: {
    en: () => 'There is no such product; it may have gone when an import was undone.',
    'zh-Hans': () => '没有此产品；它可能已随导入的撤销而删除。',
  },
}
