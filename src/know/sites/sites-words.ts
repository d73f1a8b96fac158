import type { Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { Insurance, SiteKind } from './site.ts'

export const sitesRefusals: RefusalWords = {
  site_unknown: {
    en: () => 'There is no such site.',
    'zh-Hans': () => '没有此网点。',
  },
  site_changed_meanwhile: {
    en: v =>
      `Somebody else changed ${v.name} while you were editing. Nothing of yours was saved; read it again, then edit.`,
    'zh-Hans': v => `您编辑期间，“${v.name}”已被他人修改。您的更改未保存，请重新读取后再编辑。`,
  },
  site_code_taken: {
    en: v => `Another site of this account already has the code ${v.code}.`,
    'zh-Hans': v => `此客户的另一个网点已使用编码 ${v.code}。`,
  },
  site_coordinates_invalid: {
    en: () => 'Latitude and longitude belong together: give both or neither.',
    'zh-Hans': () => '纬度和经度须同时填写，或都不填。',
  },
}

const kinds: Readonly<Record<SiteKind, readonly [string, string]>> = {
  warehouse: ['Warehouse', '仓库'],
  shop: ['Shop', '门店'],
  plant: ['Plant', '工厂'],
  office: ['Office', '办公室'],
  yard: ['Yard', '堆场'],
}

export const siteKindName = (kind: SiteKind, language: Language): string => kinds[kind][language === 'en' ? 0 : 1]

const insured: Readonly<Record<Insurance | 'unknown', readonly [string, string]>> = {
  insured: ['Insured', '已投保'],
  'not insured': ['Not insured', '未投保'],
  unknown: ['Insurance not known', '是否投保不详'],
}

export const insuranceName = (insurance: Insurance | null, language: Language): string =>
  insured[insurance ?? 'unknown'][language === 'en' ? 0 : 1]
