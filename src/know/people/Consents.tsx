import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './people.module.css'
import { type PersonRead, usePeopleChanged } from './people.web.ts'
import type { PersonAct } from './people-search.ts'
import { basisName, coversName } from './profile-words.ts'

type Consent = PersonRead['consents'][number]

/** On what ground we keep and use what, the latest first. */
export function Consents({ person, onAct }: { person: PersonRead; onAct: (act: PersonAct) => void }) {
  return (
    <section className={style.part}>
      <div className={style.partHead}>
        <h3>
          <Trans>Consents</Trans>
        </h3>
        {person.mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => onAct('consent')}>
            <Trans>Record a consent</Trans>
          </Button>
        )}
      </div>
      {person.consents.length === 0 ? (
        <p className={style.quiet}>
          <Trans>None is recorded.</Trans>
        </p>
      ) : (
        <ul className={style.rows}>
          {person.consents.map(consent => (
            <ConsentRow key={consent.id} consent={consent} mayEdit={person.mayEdit} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ConsentRow({ consent, mayEdit }: { consent: Consent; mayEdit: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const changed = usePeopleChanged()
  const { today } = useCompany()
  const [asks, setAsks] = useState(false)
  const [by, setBy] = useState('')
  const withdraw = useMutation(
    api.know.people.withdrawConsent.mutationOptions({
      onSuccess: () => {
        sayDone(t`The consent is withdrawn from today on.`)
        setAsks(false)
        return changed()
      },
    }),
  )
  const given = t`given ${format.day(consent.givenOn)} by ${consent.givenBy}`
  return (
    <li>
      <span>
        {coversName(consent.covers, language)} <span className={style.quiet}>· {consent.purpose}</span>
        <br />
        <span className={style.quiet}>
          {basisName(consent.legalBasis, language)}, {given}
        </span>
      </span>
      {consent.withdrawnOn !== null ? (
        <span className={style.quiet}>{t`withdrawn ${format.day(consent.withdrawnOn)}`}</span>
      ) : (
        mayEdit &&
        !asks && (
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => setAsks(true)}>
            <Trans>Withdraw</Trans>
          </Button>
        )
      )}
      {asks && (
        <form
          className={style.head}
          onSubmit={event => {
            event.preventDefault()
            withdraw.mutate({ id: consent.id, day: today, by: by.trim() })
          }}
        >
          <TextInput
            aria-label={t`By what they said so`}
            placeholder={t`By what they said so`}
            value={by}
            onChange={event => setBy(event.currentTarget.value)}
            required
            maxLength={200}
            size="xs"
          />
          <Button size="xs" type="submit" color="red.9" loading={withdraw.isPending} disabled={by.trim() === ''}>
            <Trans>Withdraw it from today on</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsks(false)}>
            <Trans>Not now</Trans>
          </Button>
          {withdraw.isError && <Failed error={withdraw.error} inline />}
        </form>
      )}
    </li>
  )
}
