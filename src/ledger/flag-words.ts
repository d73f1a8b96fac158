import type { Language } from '../platform/language.ts'
import { lineFlags } from './posting.ts'

const words: Readonly<Record<keyof typeof lineFlags, readonly [string, string]>> = {
  netContradicts: [
    'The net does not agree with quantity, price and discount; it was kept as given',
    '净额与数量、单价、折扣不符，按原值保留',
  ],
  costContradicts: ['The cost does not agree with the margin given; it was kept', '成本与给出的毛利不符，按原值保留'],
  priceContradicts: ['The price does not agree with net and quantity', '单价与净额、数量不符'],
  signCorrected: ['A return given with a plus; its sign was turned', '退货以正数给出，已更正符号'],
}

/** What is doubtful about a line, a sentence for each flag set. */
export function flagWords(flags: number, language: Language): string[] {
  const keys = Object.keys(lineFlags) as (keyof typeof lineFlags)[]
  return keys.filter(key => flags & lineFlags[key]).map(key => words[key][language === 'en' ? 0 : 1])
}
