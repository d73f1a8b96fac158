import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type ConsentCovers, consentCovers, type LegalBasis, legalBases } from './consent.ts'
import { type PersonRead, usePeopleChanged } from './people.web.ts'
import { basisName, coversName } from './profile-words.ts'

/** What they allowed, for what, and by what they said so. */
export function ConsentForm({ person, onClose }: { person: PersonRead; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = usePeopleChanged()
  const { today } = useCompany()
  const [covers, setCovers] = useState<ConsentCovers>('personal data')
  const [legalBasis, setBasis] = useState<LegalBasis>('consent')
  const [purpose, setPurpose] = useState('')
  const [givenBy, setGivenBy] = useState('')
  const [givenOn, setGivenOn] = useState(today)
  const give = useMutation(
    api.know.people.giveConsent.mutationOptions({
      onSuccess: async () => {
        sayDone(t`The consent is recorded.`)
        await changed()
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate({
      contactId: person.contactId,
      covers,
      legalBasis,
      purpose: purpose.trim(),
      givenBy: givenBy.trim(),
      givenOn,
    })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Select
        label={t`It covers`}
        data={consentCovers.map(value => ({ value, label: coversName(value, language) }))}
        value={covers}
        onChange={value => setCovers(value as ConsentCovers)}
        allowDeselect={false}
      />
      <TextInput
        label={t`Purpose`}
        description={t`What for, as they were told: “news of products twice a year”.`}
        value={purpose}
        onChange={event => setPurpose(event.currentTarget.value)}
        required
        maxLength={200}
        data-autofocus
      />
      <Select
        label={t`Legal basis`}
        data={legalBases.map(value => ({ value, label: basisName(value, language) }))}
        value={legalBasis}
        onChange={value => setBasis(value as LegalBasis)}
        allowDeselect={false}
      />
      <TextInput
        label={t`Given by`}
        description={t`A signed form, a mail, a word at a visit.`}
        value={givenBy}
        onChange={event => setGivenBy(event.currentTarget.value)}
        required
        maxLength={200}
      />
      <TextInput
        type="date"
        label={t({ message: 'Given on', context: 'consent' })}
        max={today}
        value={givenOn}
        onChange={event => setGivenOn(event.currentTarget.value)}
        required
      />
      {give.isError && <Failed error={give.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          type="submit"
          loading={give.isPending}
          disabled={purpose.trim() === '' || givenBy.trim() === '' || givenOn === ''}
        >
          <Trans>Record the consent</Trans>
        </Button>
      </div>
    </form>
  )
}
