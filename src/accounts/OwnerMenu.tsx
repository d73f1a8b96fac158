import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import style from './OwnerMenu.module.css'
import { usePeople } from './people.web.ts'

type Props = {
  label: string
  /** Who has it now; offered no more. */
  ownerId?: string | null
  onGive: (to: { id: string | null; name: string }) => void
  pending?: boolean
  size?: 'xs' | 'sm'
}

/** Gives something to a manager or head of the department, or to nobody. */
export function OwnerMenu({ label, ownerId, onGive, pending, size = 'sm' }: Props) {
  const { t } = useLingui()
  const people = usePeople()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          size={size}
          loading={pending}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={style.people}>
        {people.owners.map(person => (
          <Menu.Item
            key={person.id}
            disabled={person.id === ownerId}
            onClick={() => onGive({ id: person.id, name: person.name })}
          >
            {person.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={ownerId === null} onClick={() => onGive({ id: null, name: t`Nobody` })}>
          <Trans>Nobody</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
