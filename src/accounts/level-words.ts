import type { Language } from '../platform/language.ts'
import type { AccountLevel } from './account.ts'

const names: Readonly<Record<AccountLevel, readonly [string, string]>> = {
  group: ['Group', '集团'],
  region: ['Region', '区域公司'],
  site: ['Site', '分公司'],
}

export const levelName = (level: AccountLevel, language: Language): string => names[level][language === 'en' ? 0 : 1]
