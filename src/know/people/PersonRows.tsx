import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './people.module.css'
import type { PersonRead } from './people.web.ts'
import type { PersonAct } from './people-search.ts'
import { strengthName } from './profile-words.ts'

type Props = { person: PersonRead; onAct: (act: PersonAct) => void }

/** Who of ours knows them, the best first. */
export function KnownBy({ person, onAct }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <section className={style.part}>
      <div className={style.partHead}>
        <h3>
          <Trans>Known by</Trans>
        </h3>
        {person.mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => onAct('acquaintance')}>
            <Trans>Say who knows them</Trans>
          </Button>
        )}
      </div>
      {person.acquaintances.length === 0 ? (
        <p className={style.quiet}>
          <Trans>Nobody of ours knows them yet.</Trans>
        </p>
      ) : (
        <ul className={style.rows}>
          {person.acquaintances.map(({ personId, personName, strength, lastContactOn }) => (
            <li key={personId}>
              <span>
                {personName} <span className={style.quiet}>· {strengthName(strength, language)}</span>
              </span>
              <span className={style.quiet}>
                {lastContactOn === null ? t`no contact on record` : t`last contact ${format.day(lastContactOn)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Where they work and worked. */
export function Jobs({ person, onAct }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const span = (from: string | null, to: string | null) => {
    if (from && to) return format.days(from, to)
    if (to) return t`until ${format.day(to)}`
    return from ? t`since ${format.day(from)}` : t({ message: 'now', context: 'job' })
  }
  return (
    <section className={style.part}>
      <div className={style.partHead}>
        <h3>
          <Trans>Jobs</Trans>
        </h3>
        {person.mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => onAct('move')}>
            <Trans>They moved or left</Trans>
          </Button>
        )}
      </div>
      <ul className={style.rows}>
        {person.jobs.map(({ accountId, accountName, title, fromDay, toDay }) => (
          <li key={`${accountId} ${fromDay} ${toDay}`}>
            <span>
              <Link className="link" to="/accounts/$id" params={{ id: String(accountId) }}>
                {accountName}
              </Link>
              {title && <span className={style.quiet}> · {title}</span>}
            </span>
            <span className={style.quiet}>{span(fromDay, toDay)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
