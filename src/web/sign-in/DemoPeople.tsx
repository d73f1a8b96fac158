import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Role } from '../../platform/roles.ts'
import { Failed } from '../page/Failed.tsx'
import { useRoleName } from '../shell/role-name.ts'
import { Initials } from '../shell/UserMenu.tsx'
import style from './Doorstep.module.css'
import { signInToDemo } from './sign-in.ts'

/** Who sees most of the work stands first. */
const order: Role[] = ['head', 'manager', 'executive', 'back office', 'administrator', 'reader']

type Props = {
  people: { id: string; name: string; role: Role; title: string | null }[]
  onDone: () => void
  onPassword: () => void
}

/** The demo's people, each one click away: what one sees and may do differs by role. */
export function DemoPeople({ people, onDone, onPassword }: Props) {
  const roleName = useRoleName()
  const sorted = [...people].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const enter = useMutation({ mutationFn: signInToDemo, onSuccess: onDone })
  return (
    <>
      <p className={style.note}>
        <Trans>This is a demo with made-up figures. What you see and may do differs by person.</Trans>
      </p>
      {enter.isError && <Failed error={enter.error} inline />}
      <ul className={style.people}>
        {sorted.map(person => (
          <li key={person.id}>
            <button
              type="button"
              className={style.person}
              disabled={enter.isPending}
              onClick={() => enter.mutate(person.id)}
            >
              <Initials name={person.name} />
              <span>
                <span className={style.name}>{person.name}</span>
                <span className={style.role}>
                  {[person.title, roleName(person.role)]
                    .filter((words, index, all) => words && all.indexOf(words) === index)
                    .join(' · ')}
                </span>
              </span>
              <IconArrowRight size={16} stroke={1.6} className={style.enter} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className={style.own}>
        <Button fullWidth variant="subtle" color="gray" onClick={onPassword}>
          <Trans>Sign in with a password</Trans>
        </Button>
      </div>
    </>
  )
}
