import type { Language } from '../../platform/language.ts'
import type { Evidence } from './score-pair.ts'

type Words = Record<Language, (evidence: Evidence) => string>

const alikeness = ({ similarity }: Evidence) => (similarity ?? 0).toFixed(2)

const words: Record<`${Evidence['field']} ${Evidence['finding']}`, Words | undefined> = {
  'taxNumber same': { en: () => 'same tax number', 'zh-Hans': () => '税号相同' },
  'taxNumber alike': undefined,
  'taxNumber different': { en: () => 'different tax numbers', 'zh-Hans': () => '税号不同' },
  'name same': {
    en: () => 'same name but for legal form and place',
    'zh-Hans': () => '名称相同（公司形式和地名除外）',
  },
  'name alike': { en: e => `names alike ${alikeness(e)}`, 'zh-Hans': e => `名称相似度 ${alikeness(e)}` },
  'name different': { en: () => 'names differ', 'zh-Hans': () => '名称不同' },
  'mail same': { en: e => `same mail domain ${e.value}`, 'zh-Hans': e => `邮箱域名相同（${e.value}）` },
  'mail alike': undefined,
  'mail different': { en: () => 'different mail domains', 'zh-Hans': () => '邮箱域名不同' },
  'address same': { en: () => 'same address', 'zh-Hans': () => '地址相同' },
  'address alike': { en: e => `addresses alike ${alikeness(e)}`, 'zh-Hans': e => `地址相似度 ${alikeness(e)}` },
  'address different': { en: () => 'different addresses', 'zh-Hans': () => '地址不同' },
  'place same': { en: () => 'same city', 'zh-Hans': () => '城市相同' },
  'place alike': undefined,
  'place different': { en: () => 'different cities', 'zh-Hans': () => '城市不同' },
  'country same': undefined,
  'country alike': undefined,
  'country different': { en: () => 'different countries', 'zh-Hans': () => '国家不同' },
  'code same': { en: e => `same code ${e.value}`, 'zh-Hans': e => `编码相同（${e.value}）` },
  'code alike': undefined,
  'code different': undefined,
  'group same': { en: () => 'kept apart in one group', 'zh-Hans': () => '在同一集团内分开管理' },
  'group alike': undefined,
  'group different': undefined,
  'branch same': undefined,
  'branch alike': undefined,
  'branch different': { en: () => 'one is a branch', 'zh-Hans': () => '其中一家是分支机构' },
}

export function evidenceWord(evidence: Evidence, language: Language): string {
  return words[`${evidence.field} ${evidence.finding}`]?.[language](evidence) ?? ''
}

/** All evidence in one sentence, the heaviest first: "same tax number; names alike 0.92". */
export function evidenceSentence(evidence: readonly Evidence[], language: Language): string {
  const said = evidence.filter(each => each.weight !== 0).map(each => evidenceWord(each, language))
  return said.filter(Boolean).join(language === 'en' ? '; ' : '；')
}
