import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { usePeople } from '../people.web.ts'

type Person = { id: string; name: string }
type Props = { account: { id: number; name: string }; ownerId: string | null }

/** Gives the account to a person of the department; can be taken back. */
export function AssignOwner({ account, ownerId }: Props) {
  const { t } = useLingui()
  const people = usePeople()
  const queries = useQueryClient()
  const shown = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.identify.key() }),
      queries.invalidateQueries({ queryKey: api.accounts.key() }),
      queries.invalidateQueries({ queryKey: api.accountsList.key() }),
    ])
  // Not through the mutation: the row, and this component with it, may be gone by then.
  const takeBack = () => void client.accounts.setOwner({ accounts: [account.id], ownerId }).then(shown, sayFailed)
  const assign = useMutation({
    mutationFn: (person: Person) => client.accounts.setOwner({ accounts: [account.id], ownerId: person.id }),
    onError: sayFailed,
    onSuccess: (_, person) => {
      sayUndoable(t`${account.name} is now with ${person.name}.`, takeBack)
      return shown()
    },
  })
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          loading={assign.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          aria-label={ownerId === null ? t`Assign an owner to ${account.name}` : t`Change the owner of ${account.name}`}
        >
          {ownerId === null ? <Trans>Assign an owner</Trans> : <Trans>Change the owner</Trans>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {people.owners.map(person => (
          <Menu.Item key={person.id} disabled={person.id === ownerId} onClick={() => assign.mutate(person)}>
            {person.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
