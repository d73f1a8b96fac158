import type { Language } from '../platform/language.ts'
import type { Role } from '../platform/roles.ts'

const words: Partial<Record<Role, readonly [string, string]>> = {
  administrator: ['Administrators', '管理员（不限人）'],
  head: ['Head of department', '大客户部负责人'],
  'back office': ['Back office', '内勤（不限人）'],
}

/** Who a signal of nobody in particular lies with. */
export function roleWords(role: Role | null, language: Language): string {
  const known = role === null ? undefined : words[role]
  return known ? known[language === 'en' ? 0 : 1] : (role ?? '')
}
