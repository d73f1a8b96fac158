import type { Language } from '../../platform/language.ts'
import type { BuyingRole } from './buying-role.ts'

const names: Readonly<Record<BuyingRole, Record<Language, string>>> = {
  'decision maker': { en: 'Decision maker', 'zh-Hans': '决策人' },
  champion: { en: 'Champion', 'zh-Hans': '内部支持者' },
  influencer: { en: 'Influencer', 'zh-Hans': '影响者' },
  gatekeeper: { en: 'Gatekeeper', 'zh-Hans': '把关人' },
  user: { en: 'User', 'zh-Hans': '使用者' },
  'information collector': { en: 'Information collector', 'zh-Hans': '信息收集者' },
  'floor staff': { en: 'Floor staff', 'zh-Hans': '一线人员' },
}

/** What a role in the buying centre is called. */
export const buyingRoleName = (role: BuyingRole, language: Language): string => names[role][language]
