import type { Language } from '../platform/language.ts'
import type { AccountField } from './account.ts'

const names: Readonly<Record<AccountField | 'code', readonly [string, string]>> = {
  code: ['Code', '编码'],
  name: ['Name', '名称'],
  country: ['Country', '国家/地区'],
  region: ['Region', '区域'],
  city: ['City', '城市'],
  address: ['Address', '地址'],
  level: ['Level', '层级'],
  parentId: ['Belongs to', '上级公司'],
  ownerId: ['Owner', '负责人'],
  salesperson: ['Salesperson in the ledger', '台账业务员'],
  cooperationSince: ['Cooperation since', '合作起始日'],
  legalStandingConfirmedOn: ['Legal standing confirmed on', '法人资格确认日'],
  taxNumber: ['Tax number', '税号'],
  note: ['Note', '备注'],
}

/** What a value of an account is called. */
export const accountFieldName = (field: AccountField | 'code', language: Language): string =>
  names[field][language === 'en' ? 0 : 1]
