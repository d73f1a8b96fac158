import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { usePeople } from '../people.web.ts'

type Props = { account: { id: number; name: string }; ownerId: string | null }

/** Gives the account to a person of the department; can be taken back. */
export function AssignOwner({ account, ownerId }: Props) {
  const { t } = useLingui()
  const people = usePeople()
  const queries = useQueryClient()
  const assign = useMutation(
    api.accounts.setOwner.mutationOptions({
      onError: sayFailed,
      onSuccess: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.identify.key() }),
          queries.invalidateQueries({ queryKey: api.accounts.key() }),
          queries.invalidateQueries({ queryKey: api.accountsList.key() }),
        ]),
    }),
  )
  const give = (person: { id: string; name: string }) =>
    assign.mutate(
      { accounts: [account.id], ownerId: person.id },
      {
        onSuccess: () =>
          sayUndoable(t`${account.name} is now with ${person.name}.`, () =>
            assign.mutate({ accounts: [account.id], ownerId }),
          ),
      },
    )
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
          <Menu.Item key={person.id} disabled={person.id === ownerId} onClick={() => give(person)}>
            {person.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
