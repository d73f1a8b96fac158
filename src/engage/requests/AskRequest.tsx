import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { ApprovalPath } from './ApprovalPath.tsx'
import { ExecutiveDay } from './ExecutiveDay.tsx'
import { type RequestKind, requestKinds } from './request.ts'
import { useRequestWrites } from './requests.web.ts'
import { requestKindName } from './requests-words.ts'

const amount = /^\d{1,13}(\.\d{1,2})?$/

/** Asks for something special; while one fills it in, it says who will have to agree, and by when. */
export function AskRequest({
  account: given,
  onDone,
}: {
  account: AccountChoice | null
  onDone: (id: number) => void
}) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today, baseCurrency } = useCompany()
  const [account, setAccount] = useState(given)
  const [kind, setKind] = useState<RequestKind>('executive')
  const [what, setWhat] = useState('')
  const [reason, setReason] = useState('')
  const [wantedOn, setWantedOn] = useState('')
  const [executiveId, setExecutiveId] = useState<string | null>(null)
  const [contactId, setContactId] = useState<string | null>(null)
  const [worth, setWorth] = useState('')
  const [cost, setCost] = useState('')
  const people = useQuery(api.people.list.queryOptions({ staleTime: 5 * 60_000 }))
  const executives = (people.data?.items ?? []).filter(person => person.role === 'executive' && !person.disabled)
  const contacts = useQuery(api.contacts.list.queryOptions({ input: account ? { accountId: account.id } : skipToken }))
  const fits = (text: string) => text === '' || amount.test(text)
  const complete =
    account !== null &&
    what.trim() !== '' &&
    reason.trim() !== '' &&
    wantedOn >= today &&
    (kind !== 'executive' || executiveId !== null) &&
    fits(worth) &&
    fits(cost)
  const path = useQuery(
    api.engage.requests.path.queryOptions({
      input:
        wantedOn >= today && fits(cost)
          ? { kind, wantedOn, cost: cost || undefined, executiveId: executiveId ?? undefined }
          : skipToken,
      placeholderData: keepPreviousData,
    }),
  )
  const { ask } = useRequestWrites()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!complete) return
    const said = {
      accountId: account.id,
      kind,
      what: what.trim(),
      reason: reason.trim(),
      wantedOn,
      executiveId,
      contactId: contactId === null ? null : Number(contactId),
      worth: worth || null,
      cost: cost || null,
    }
    ask.mutate(said, {
      onSuccess: request => {
        sayDone(request.state === 'approved' ? t`Approved: nobody need agree` : t`Asked; it waits for the first answer`)
        onDone(request.id)
      },
    })
  }
  const executive = executives.find(person => person.id === executiveId)
  return (
    <form className={form.form} onSubmit={submit}>
      <AccountSelect label={t`Account`} value={account} onChange={setAccount} />
      <Select
        label={t`What kind of request`}
        data={requestKinds.map(value => ({ value, label: requestKindName(value, language) }))}
        value={kind}
        allowDeselect={false}
        onChange={value => setKind(value as RequestKind)}
      />
      <TextInput
        label={t`What is asked for`}
        placeholder={t`Our president at their celebration`}
        required
        maxLength={300}
        value={what}
        onChange={event => setWhat(event.target.value)}
      />
      <Textarea
        label={t`Why it matters`}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <TextInput
        type="date"
        label={t`On which day`}
        required
        min={today}
        value={wantedOn}
        onChange={event => setWantedOn(event.target.value)}
      />
      <Select
        label={kind === 'executive' ? t`Whose presence` : t`Whose presence, if anybody's`}
        required={kind === 'executive'}
        clearable={kind !== 'executive'}
        data={executives.map(person => ({ value: person.id, label: person.name }))}
        value={executiveId}
        onChange={setExecutiveId}
      />
      <Select
        label={t`For whom at the account`}
        clearable
        searchable
        disabled={!account}
        data={(contacts.data?.items ?? []).map(contact => ({ value: String(contact.id), label: contact.name }))}
        value={contactId}
        onChange={setContactId}
      />
      <TextInput
        label={t`What it costs us, ${baseCurrency}`}
        description={t`Left open it counts as high`}
        inputMode="decimal"
        error={fits(cost) ? null : t`An amount such as 1200 or 1200.50`}
        value={cost}
        onChange={event => setCost(event.target.value.trim())}
      />
      <TextInput
        label={t`What hangs on it, ${baseCurrency}`}
        inputMode="decimal"
        error={fits(worth) ? null : t`An amount such as 1200 or 1200.50`}
        value={worth}
        onChange={event => setWorth(event.target.value.trim())}
      />
      {path.data && (
        <section aria-label={t`Who must agree`}>
          <h3>
            <Trans>Who must agree</Trans>
          </h3>
          <ApprovalPath steps={path.data.steps} />
          {path.data.executiveDay && executive && <ExecutiveDay day={path.data.executiveDay} name={executive.name} />}
        </section>
      )}
      {ask.isError && <Failed error={ask.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={ask.isPending} disabled={!complete}>
          <Trans>Ask for it</Trans>
        </Button>
      </div>
    </form>
  )
}
