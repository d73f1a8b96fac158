import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { isRole, type Role, roles } from '../../platform/roles.ts'
import { useRoleName } from '../shell/role-name.ts'

/** One role each; the line below says what it means. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useLingui()
  const roleName = useRoleName()
  const meaning = useRoleMeaning()
  return (
    <Select
      label={t`Role`}
      description={meaning[value]}
      data={roles.map(role => ({ value: role, label: roleName(role) }))}
      value={value}
      onChange={next => isRole(next) && onChange(next)}
    />
  )
}

/** What a role is for, in a sentence; the exact rights stand beside each operation of the API. */
export function useRoleMeaning(): Record<Role, string> {
  const { t } = useLingui()
  return {
    administrator: t`Everything, including people, keys and settings.`,
    head: t`The whole department: accounts, policy, reviews, imports.`,
    manager: t`Edits the accounts they own, reads the department's.`,
    'back office': t`Imports, contacts and costs to serve of all accounts.`,
    executive: t`Reads everything of the department.`,
    reader: t`Reads accounts and figures.`,
  }
}
