import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type EventKind, eventKinds } from './event.ts'
import { type EventRead, useEventWrites } from './events.web.ts'
import { eventKindName } from './events-words.ts'

const amount = /^\d{1,13}(\.\d{1,2})?$/

/** A new event, or the fields of one. */
export function EventForm({
  accountId,
  event,
  onDone,
}: {
  accountId: number
  event: EventRead | null
  onDone: () => void
}) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today, baseCurrency } = useCompany()
  const { everybody } = usePeople()
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { accountId } }))
  const [kind, setKind] = useState<EventKind>(event?.kind ?? 'anniversary')
  const [title, setTitle] = useState(event?.title ?? '')
  const [day, setDay] = useState(event?.day ?? today)
  const [yearly, setYearly] = useState(event?.yearly ?? true)
  const [leadDays, setLeadDays] = useState<number | string>(event?.leadDays ?? 14)
  const [ownerId, setOwnerId] = useState<string | null>(event?.ownerNamed ? (event.owner?.id ?? null) : null)
  const [contactId, setContactId] = useState<string | null>(event?.contact ? String(event.contact.id) : null)
  const [whatWeDo, setWhatWeDo] = useState(event?.whatWeDo ?? '')
  const [cost, setCost] = useState(event?.cost ?? '')
  const { add, edit } = useEventWrites()
  const fits = cost === '' || amount.test(cost)
  const submit = (happening: FormEvent) => {
    happening.preventDefault()
    const fields = {
      kind,
      title: title.trim(),
      day,
      yearly,
      leadDays: Number(leadDays),
      ownerId,
      contactId: contactId === null ? null : Number(contactId),
      whatWeDo: whatWeDo.trim() || null,
      cost: cost || null,
    }
    const onSuccess = () => {
      sayDone(event ? t`Event saved` : t`Event added`)
      onDone()
    }
    if (event) edit.mutate({ id: event.id, version: event.version, ...fields }, { onSuccess })
    else add.mutate({ accountId, ...fields }, { onSuccess })
  }
  const failed = add.error ?? edit.error
  return (
    <form className={form.form} onSubmit={submit}>
      <Select
        label={t({ message: 'Kind', context: 'account' })}
        data={eventKinds.map(value => ({ value, label: eventKindName(value, language) }))}
        allowDeselect={false}
        value={kind}
        onChange={value => setKind(value as EventKind)}
      />
      <TextInput
        label={t`What`}
        placeholder={t`Founding day`}
        required
        maxLength={200}
        value={title}
        onChange={change => setTitle(change.target.value)}
      />
      <TextInput
        type="date"
        label={yearly ? t`The first time` : t`On which day`}
        description={yearly ? t`The year of founding, say; from it follows which year it is` : undefined}
        required
        value={day}
        onChange={change => setDay(change.target.value)}
      />
      <Switch
        label={t`Comes again every year`}
        checked={yearly}
        onChange={change => setYearly(change.target.checked)}
      />
      <NumberInput
        label={t`Days ahead to prepare`}
        description={t`From then on it stands in the queue`}
        min={0}
        max={365}
        allowDecimal={false}
        value={leadDays}
        onChange={setLeadDays}
      />
      <Textarea
        label={t`What we do`}
        placeholder={t`A letter signed by the president and two flower baskets`}
        autosize
        minRows={2}
        maxLength={1000}
        value={whatWeDo}
        onChange={change => setWhatWeDo(change.target.value)}
      />
      <TextInput
        label={t`Expected cost, ${baseCurrency}`}
        inputMode="decimal"
        error={fits ? null : t`An amount such as 1200 or 1200.50`}
        value={cost}
        onChange={change => setCost(change.target.value.trim())}
      />
      <Select
        label={t`Who sees to it`}
        placeholder={t`Whoever owns the account`}
        clearable
        searchable
        data={everybody.filter(person => person.role !== 'reader').map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onChange={setOwnerId}
      />
      <Select
        label={t`Whose day it is, if a person’s`}
        clearable
        searchable
        data={(contacts.data?.items ?? []).map(contact => ({ value: String(contact.id), label: contact.name }))}
        value={contactId}
        onChange={setContactId}
      />
      {failed && <Failed error={failed} inline />}
      <div className={form.end}>
        <Button
          type="submit"
          loading={add.isPending || edit.isPending}
          disabled={title.trim() === '' || day === '' || !fits}
        >
          {event ? <Trans>Save the event</Trans> : <Trans>Add the event</Trans>}
        </Button>
      </div>
    </form>
  )
}
