import type { Language } from '../platform/language.ts'
import type { ContactField } from './contact.ts'

const names: Readonly<Record<ContactField, readonly [string, string]>> = {
  name: ['Name', '姓名'],
  role: ['Role', '职务'],
  department: ['Department', '部门'],
  phone: ['Phone', '电话'],
  mobile: ['Mobile', '手机'],
  email: ['E-mail', '邮箱'],
  wechat: ['WeChat', '微信'],
  note: ['Note', '备注'],
}

/** What a value of a contact is called. */
export const contactFieldName = (field: ContactField, language: Language): string =>
  names[field][language === 'en' ? 0 : 1]
