import type { Language } from '../../platform/language.ts'
import type { Cause, Mode } from './delivery.ts'

const modeWords: Record<Mode, Record<Language, string>> = {
  sea: { en: 'Sea', 'zh-Hans': '海运' },
  air: { en: 'Air', 'zh-Hans': '空运' },
  'air charter': { en: 'Air charter', 'zh-Hans': '包机' },
  road: { en: 'Road', 'zh-Hans': '公路' },
  rail: { en: 'Rail', 'zh-Hans': '铁路' },
  courier: { en: 'Courier', 'zh-Hans': '快递' },
  other: { en: 'Other', 'zh-Hans': '其他' },
}

const causeWords: Record<Cause, Record<Language, string>> = {
  'our production': { en: 'Our production', 'zh-Hans': '我方生产' },
  'our warehouse': { en: 'Our warehouse', 'zh-Hans': '我方仓库' },
  carrier: { en: 'Carrier', 'zh-Hans': '承运商' },
  weather: { en: 'Weather', 'zh-Hans': '天气' },
  customs: { en: 'Customs', 'zh-Hans': '海关' },
  'the account': { en: 'The account', 'zh-Hans': '客户' },
  other: { en: 'Other cause', 'zh-Hans': '其他原因' },
}

export const modeName = (mode: Mode, language: Language): string => modeWords[mode][language]

export const causeName = (cause: Cause, language: Language): string => causeWords[cause][language]
