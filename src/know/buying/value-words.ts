import type { Language } from '../../platform/language.ts'
import type { protections, rhythms, waysOfBuying } from './buying-facts.contract.ts'

type Words = Readonly<Record<Language, string>>

const rhythmWords: Record<(typeof rhythms)[number], Words> = {
  continuous: { en: 'All year round', 'zh-Hans': '全年陆续' },
  monthly: { en: 'Every month', 'zh-Hans': '每月' },
  quarterly: { en: 'Every quarter', 'zh-Hans': '每季度' },
  'half-yearly': { en: 'Twice a year', 'zh-Hans': '每半年' },
  yearly: { en: 'Once a year', 'zh-Hans': '每年一次' },
  'by project': { en: 'With each project', 'zh-Hans': '按项目' },
}

const wayWords: Record<(typeof waysOfBuying)[number], Words> = {
  tender: { en: 'Tender', 'zh-Hans': '招标' },
  framework: { en: 'Framework contract', 'zh-Hans': '框架协议' },
  negotiation: { en: 'Quotations compared', 'zh-Hans': '询价比价' },
  spot: { en: 'Spot orders', 'zh-Hans': '零星采购' },
  mixed: { en: 'By size: tender or spot', 'zh-Hans': '视金额招标或零采' },
}

const protectionWords: Record<(typeof protections)[number], Words> = {
  none: { en: 'None', 'zh-Hans': '无' },
  preference: { en: 'Local suppliers are preferred', 'zh-Hans': '优先本地供应商' },
  required: { en: 'Local suppliers are required', 'zh-Hans': '须为本地供应商' },
}

export const rhythmName = (rhythm: keyof typeof rhythmWords, language: Language): string =>
  rhythmWords[rhythm][language]
export const wayName = (way: keyof typeof wayWords, language: Language): string => wayWords[way][language]
export const protectionName = (level: keyof typeof protectionWords, language: Language): string =>
  protectionWords[level][language]

/** 1 to 12 in short: “Jan”, “1月”. */
export function monthName(month: number, language: Language): string {
  const day = new Date(Date.UTC(2024, month - 1, 1))
  return new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', { month: 'short', timeZone: 'UTC' }).format(day)
}
