import type { Language } from '../../platform/language.ts'
import type { StockState } from './review-item.ts'

type Words = Record<Language, string>

const states: Record<StockState, Words> = {
  short: { en: 'short', 'zh-Hans': '不足' },
  right: { en: 'right', 'zh-Hans': '合理' },
  excess: { en: 'excess', 'zh-Hans': '过量' },
  dead: { en: 'dead', 'zh-Hans': '呆滞' },
  stuffed: { en: 'stuffed', 'zh-Hans': '压货' },
  unknown: { en: 'not reported', 'zh-Hans': '未上报' },
}

export const stockStateName = (state: StockState, language: Language): string => states[state][language]
