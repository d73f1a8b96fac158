import { useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { usePeople } from '../../accounts/people.web.ts'

type Props = { owner: string | undefined; onChange: (owner: string | undefined) => void }

/** One manager's accounts, or everybody's. */
export function OwnerFilter({ owner, onChange }: Props) {
  const { t } = useLingui()
  const people = usePeople()
  return (
    <Select
      aria-label={t`Owner`}
      placeholder={t`Everybody’s accounts`}
      clearable
      searchable
      size="sm"
      value={owner ?? null}
      data={people.owners.map(person => ({ value: person.id, label: person.name }))}
      onChange={id => onChange(id ?? undefined)}
    />
  )
}
