import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { contactFieldName } from '../../accounts/contact-field-words.ts'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import style from './people.module.css'
import { type PersonRead, usePeopleChanged } from './people.web.ts'

type Props = { person: PersonRead; onClose: () => void; onMoved: () => void }

/** They work for another account now, or left for nobody knows where. */
export function MoveForm({ person, onClose, onMoved }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = usePeopleChanged()
  const { today } = useCompany()
  const [known, setKnown] = useState<'account' | 'unknown'>('account')
  const [account, setAccount] = useState<AccountChoice | null>(null)
  const [day, setDay] = useState(today)
  const [place, setPlace] = useState({ role: '', department: '', phone: '', email: '' })
  const move = useMutation(
    api.know.people.move.mutationOptions({
      onSuccess: async () => {
        sayDone(
          account && known === 'account'
            ? t`${person.name} is at ${account.name} now.`
            : t`${person.name} is noted as left.`,
        )
        onMoved()
        await changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = Object.fromEntries(Object.entries(place).map(([field, value]) => [field, value.trim() || null]))
    const { contactId, version } = person
    move.mutate({
      contactId,
      version,
      day,
      ...(known === 'account' ? { accountId: account!.id, ...said } : { accountId: null }),
    })
  }
  const text = (field: keyof typeof place) => ({
    label: contactFieldName(field, language),
    value: place[field],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      setPlace({ ...place, [field]: event.currentTarget.value }),
  })
  return (
    <form className={form.form} onSubmit={submit}>
      <p className={form.words}>
        <Trans>
          Profile, mobile number and who knows them go along. Promises, visits and reports stay with{' '}
          {person.accountName}.
        </Trans>
      </p>
      <SegmentedControl
        aria-label={t`Where to`}
        data={[
          { value: 'account', label: t`To another account` },
          { value: 'unknown', label: t`Nobody knows where to` },
        ]}
        value={known}
        onChange={value => setKnown(value as typeof known)}
      />
      {known === 'account' && (
        <AccountSelect label={t`New account`} value={account} onChange={setAccount} except={person.accountId} />
      )}
      <TextInput
        type="date"
        label={t`First day no longer at ${person.accountName}`}
        required
        max={today}
        value={day}
        onChange={event => setDay(event.currentTarget.value)}
      />
      {known === 'account' && (
        <div className={style.pair}>
          <TextInput {...text('role')} />
          <TextInput {...text('department')} />
          <TextInput {...text('phone')} type="tel" />
          <TextInput {...text('email')} type="email" />
        </div>
      )}
      {move.isError && <Failed error={move.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          type="submit"
          loading={move.isPending}
          disabled={day === '' || (known === 'account' && account === null)}
        >
          {known === 'account' ? <Trans>Record the move</Trans> : <Trans>Record that they left</Trans>}
        </Button>
      </div>
    </form>
  )
}
