import { Trans, useLingui } from '@lingui/react/macro'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconSwitchHorizontal, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { signOut } from '../sign-in/sign-in.ts'
import { useRoleName } from './role-name.ts'
import style from './UserMenu.module.css'

/** Who is signed in, and what concerns only them. */
export function UserMenu() {
  const { t } = useLingui()
  const { person, demo } = useSession()
  const roleName = useRoleName()
  const navigate = useNavigate()
  const queries = useQueryClient()

  const leave = async () => {
    await signOut()
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={style.button} aria-label={t`Your menu: ${person.name}`}>
          <Initials name={person.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.who}>
          <div className={style.name}>{person.name}</div>
          <div className={style.role}>{person.title ?? roleName(person.role)}</div>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={16} />}
          onClick={() => navigate({ to: '/settings', hash: 'you' })}
        >
          <Trans>Your account</Trans>
        </Menu.Item>
        <Menu.Divider />
        {demo && (
          <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={leave}>
            <Trans>Switch person</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Two letters of a name, or the last two characters of a Chinese one. */
export function Initials({ name }: { name: string }) {
  const words = name.trim().split(/\s+/)
  const han = name.match(/\p{Script=Han}/gu)
  const letters = han
    ? han.slice(-2).join('')
    : (words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')
  // Drawn by CSS: letters are no words, and must not compete with the name beside them.
  return <span className={style.initials} data-letters={letters.toUpperCase()} aria-hidden="true" />
}
