import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { client } from '../../web/api.ts'
import { Section } from '../../web/page/Section.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './people.module.css'

type Former = Awaited<ReturnType<typeof client.know.people.list>>['former'][number]

/** Who worked here and works elsewhere now: their promises and reports are still of this account. */
export function FormerPeople({ people }: { people: readonly Former[] }) {
  const { t } = useLingui()
  const format = useFormat()
  if (people.length === 0) return null
  return (
    <Section title={t`Worked here before`}>
      <ul className={style.former}>
        {people.map(({ contactId, name, title, leftOn, movedTo }) => (
          <li key={contactId}>
            <span className={style.formerName}>{name}</span>
            <span className={style.quiet}>{title}</span>
            {movedTo && (
              <span>
                <Trans>
                  moved to{' '}
                  <Link
                    className="link"
                    to="/accounts/$id/people"
                    params={{ id: String(movedTo.id) }}
                    search={{ contact: contactId }}
                  >
                    {movedTo.name}
                  </Link>{' '}
                  on {format.day(leftOn)}
                </Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
