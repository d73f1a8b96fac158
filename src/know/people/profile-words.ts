import type { Language } from '../../platform/language.ts'
import type { ConsentCovers, LegalBasis } from './consent.ts'
import type { Channel, Profile } from './profile.ts'

type Words = Readonly<Record<Language, string>>

const stanceNames: Readonly<Record<number, Words>> = {
  [-2]: { en: 'Against us', 'zh-Hans': '反对' },
  [-1]: { en: 'Sceptical', 'zh-Hans': '有疑虑' },
  0: { en: 'Neutral', 'zh-Hans': '中立' },
  1: { en: 'Well disposed', 'zh-Hans': '有好感' },
  2: { en: 'For us', 'zh-Hans': '支持' },
}

export const stanceName = (stance: number, language: Language): string => stanceNames[stance]?.[language] ?? ''

const influenceNames: Readonly<Record<number, Words>> = {
  1: { en: 'Hardly heard', 'zh-Hans': '影响很小' },
  2: { en: 'Sometimes heard', 'zh-Hans': '影响较小' },
  3: { en: 'Heard', 'zh-Hans': '影响一般' },
  4: { en: 'Weighty', 'zh-Hans': '影响较大' },
  5: { en: 'What they say is done', 'zh-Hans': '一言九鼎' },
}

export const influenceName = (influence: number, language: Language): string =>
  influenceNames[influence]?.[language] ?? ''

const strengthNames: Readonly<Record<number, Words>> = {
  1: { en: 'Met once', 'zh-Hans': '见过面' },
  2: { en: 'Has talked more than once', 'zh-Hans': '有过交流' },
  3: { en: 'Works together', 'zh-Hans': '工作往来' },
  4: { en: 'Knows well', 'zh-Hans': '比较熟' },
  5: { en: 'Trusts us', 'zh-Hans': '彼此信任' },
}

/** How well one of ours knows them. */
export const strengthName = (strength: number, language: Language): string => strengthNames[strength]?.[language] ?? ''

const channelNames: Readonly<Record<Channel, Words>> = {
  visit: { en: 'Visit', 'zh-Hans': '面谈' },
  phone: { en: 'Phone', 'zh-Hans': '电话' },
  wechat: { en: 'WeChat', 'zh-Hans': '微信' },
  email: { en: 'E-mail', 'zh-Hans': '邮箱' },
  whatsapp: { en: 'WhatsApp', 'zh-Hans': 'WhatsApp' },
  line: { en: 'LINE', 'zh-Hans': 'LINE' },
  zalo: { en: 'Zalo', 'zh-Hans': 'Zalo' },
  sms: { en: 'Text message', 'zh-Hans': '短信' },
  'trade press': { en: 'Trade press', 'zh-Hans': '行业媒体' },
  'trade fair': { en: 'Trade fair', 'zh-Hans': '展会' },
  'social media': { en: 'Social media', 'zh-Hans': '社交媒体' },
}

/** A channel that a file brought under a name of its own is called by it. */
export const channelName = (channel: string, language: Language): string =>
  channelNames[channel as Channel]?.[language] ?? channel

/** 'Chinese', '中文'; the code itself where nobody knows it. */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}

const fieldNames: Readonly<Record<keyof Profile, Words>> = {
  buyingRole: { en: 'Role in the buying centre', 'zh-Hans': '采购角色' },
  influence: { en: 'Influence', 'zh-Hans': '影响力' },
  stance: { en: 'Stance', 'zh-Hans': '态度' },
  channelsRead: { en: 'Reads', 'zh-Hans': '信息渠道' },
  channelsPreferred: { en: 'Prefers to be reached by', 'zh-Hans': '偏好的联系方式' },
  languages: { en: 'Languages', 'zh-Hans': '语言' },
  preferences: { en: 'Hobbies and preferences', 'zh-Hans': '爱好与偏好' },
  gifts: { en: 'Gifts', 'zh-Hans': '礼品' },
  taboos: { en: 'Taboos', 'zh-Hans': '忌讳' },
  birthday: { en: 'Birthday', 'zh-Hans': '生日' },
}

export const profileFieldName = (field: keyof Profile, language: Language): string => fieldNames[field][language]

const coverNames: Readonly<Record<ConsentCovers, Words>> = {
  'personal data': { en: 'Personal data', 'zh-Hans': '个人信息' },
  marketing: { en: 'Marketing', 'zh-Hans': '营销信息' },
  photos: { en: 'Photos', 'zh-Hans': '照片' },
}

export const coversName = (covers: ConsentCovers, language: Language): string => coverNames[covers][language]

const basisNames: Readonly<Record<LegalBasis, Words>> = {
  consent: { en: 'Consent', 'zh-Hans': '本人同意' },
  contract: { en: 'Contract', 'zh-Hans': '履行合同' },
  'legitimate interest': { en: 'Legitimate interest', 'zh-Hans': '正当利益' },
  'legal obligation': { en: 'Legal obligation', 'zh-Hans': '法定义务' },
}

export const basisName = (basis: LegalBasis, language: Language): string => basisNames[basis][language]
