import { useLingui } from '@lingui/react/macro'
import type { Role } from '../../platform/roles.ts'

/** Roles in the reader's language. */
export function useRoleName(): (role: Role) => string {
  const { t } = useLingui()
  return role => {
    if (role === 'administrator') return t`Administrator`
    if (role === 'head') return t`Head of key accounts`
    if (role === 'manager') return t`Key account manager`
    if (role === 'back office') return t`Back office`
    if (role === 'executive') return t`Executive`
    return t`Reader`
  }
}
