import { Trans, useLingui } from '@lingui/react/macro'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconSwitchHorizontal, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sayFailed } from '../feedback/say.tsx'
import { forgetKit } from '../offline/kit.ts'
import { LeaveDialog } from '../offline/LeaveDialog.tsx'
import { dropKept, isUnsent, type Kept, keptOf } from '../offline/outbox.ts'
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

  const [unsent, setUnsent] = useState<Kept[] | null>(null)

  const leave = async (dropped: readonly Kept[] = []) => {
    try {
      await signOut()
    } catch (error) {
      return sayFailed(error)
    }
    // What was put by for work without a network goes with the person; drafts stay unless they said otherwise.
    await forgetKit().catch(() => undefined)
    if (dropped.length > 0) await dropKept(dropped.map(entry => entry.key))
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }

  const ask = async () => {
    const kept = await keptOf(person.id).catch(() => [])
    const left = kept.filter(isUnsent)
    if (left.length > 0) setUnsent(left)
    else await leave()
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
          <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={ask}>
            <Trans>Switch person</Trans>
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={ask}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
      <LeaveDialog
        unsent={unsent}
        onStay={() => setUnsent(null)}
        onLeave={drop => {
          setUnsent(null)
          void leave(drop ? (unsent ?? []) : [])
        }}
      />
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
