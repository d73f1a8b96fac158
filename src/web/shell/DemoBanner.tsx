import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { useFormat } from '../use-format.ts'
import style from './DemoBanner.module.css'
import { useRoleName } from './role-name.ts'

/** Says that the figures are made up and as whom one looks at them. */
export function DemoBanner() {
  const format = useFormat()
  const { person, company } = useSession()
  const role = useRoleName()(person.role)
  const day = company.demoDay && format.day(company.demoDay)
  return (
    <aside className={`${style.banner} no-print`}>
      <span>
        <Trans>
          Demo with made-up figures. You are {person.name}, {role}.
        </Trans>{' '}
        {day && <Trans>Here it is always {day}.</Trans>}
      </span>
      <Link to="/sign-in" search={{}} className={style.link}>
        <Trans>Switch person</Trans>
      </Link>
    </aside>
  )
}
