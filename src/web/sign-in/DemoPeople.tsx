import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '../../platform/roles.ts'
import { Failed } from '../page/Failed.tsx'
import { useRoleName } from '../shell/role-name.ts'
import { Initials } from '../shell/UserMenu.tsx'
import style from './Doorstep.module.css'
import { signInToDemo } from './sign-in.ts'

/** Who sees most of the work stands first. */
const order: Role[] = ['head', 'manager', 'executive', 'back office', 'administrator', 'reader']

type Person = { id: string; name: string; role: Role; title: string | null }

type Props = {
  people: Person[]
  onDone: () => void
  onPassword: () => void
}

/** The demo's people, each one click away: what one sees and may do differs by role. First one of each role. */
export function DemoPeople({ people, onDone, onPassword }: Props) {
  const [all, setAll] = useState(false)
  const enter = useMutation({ mutationFn: signInToDemo, onSuccess: onDone })
  const sorted = [...people].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const shown = all ? sorted : order.flatMap(role => sorted.find(person => person.role === role) ?? [])
  return (
    <>
      <p className={style.note}>
        <Trans>This is a demo with made-up figures. What you see and may do differs by person.</Trans>
      </p>
      {enter.isError && <Failed error={enter.error} inline />}
      <ul className={style.people}>
        {shown.map(person => (
          <PersonButton
            key={person.id}
            person={person}
            disabled={enter.isPending}
            onEnter={() => enter.mutate(person.id)}
          />
        ))}
      </ul>
      <div className={style.own}>
        {shown.length < people.length && (
          <Button fullWidth variant="subtle" color="gray" onClick={() => setAll(true)}>
            <Trans>Show all {people.length} people</Trans>
          </Button>
        )}
        <Button fullWidth variant="subtle" color="gray" onClick={onPassword}>
          <Trans>Sign in with a password</Trans>
        </Button>
      </div>
    </>
  )
}

function PersonButton(props: { person: Person; disabled: boolean; onEnter: () => void }) {
  const { person, disabled, onEnter } = props
  const role = useRoleName()(person.role)
  return (
    <li>
      <button type="button" className={style.person} disabled={disabled} onClick={onEnter}>
        <Initials name={person.name} />
        <span className={style.who}>
          <span className={style.name}>{person.name}</span>
          <span className={style.role}>{person.title ?? role}</span>
        </span>
        <span className={style.part}>{role}</span>
        <IconArrowRight size={16} stroke={1.6} className={style.enter} aria-hidden="true" />
      </button>
    </li>
  )
}
