import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { useVisitsChanged } from './changed-visits.web.ts'
import style from './visits.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  /** Given on the account's page; elsewhere the form asks. */
  account?: AccountChoice | null
  contactId?: number
  day?: string
}

/** Plans a single visit. */
export function PlanVisit({ opened, onClose, ...given }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Plan a visit`} size={480}>
      {opened && <PlanForm {...given} onClose={onClose} />}
    </DetailDrawer>
  )
}

function PlanForm({ account: given, contactId, day: first, onClose }: Omit<Props, 'opened'>) {
  const { t } = useLingui()
  const format = useFormat()
  const { person } = useSession()
  const { today } = useCompany()
  const people = usePeople()
  const changed = useVisitsChanged()
  const [account, setAccount] = useState<AccountChoice | null>(given ?? null)
  const [personId, setPersonId] = useState<string | null>(person.id)
  const [day, setDay] = useState(first ?? today)
  const [time, setTime] = useState('10:00')
  const [minutes, setMinutes] = useState<number | string>(60)
  const [contacts, setContacts] = useState<string[]>(contactId ? [String(contactId)] : [])
  const [siteId, setSiteId] = useState<string | null>(null)
  const [purpose, setPurpose] = useState('')
  const [flexible, setFlexible] = useState(false)
  const accountId = account?.id ?? 0
  const enabled = account !== null
  const known = useQuery(api.contacts.list.queryOptions({ input: { accountId }, enabled }))
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId }, enabled }))
  const plan = useMutation(
    api.engage.visits.plan.mutationOptions({
      onSuccess: visit => {
        sayDone(t`${visit.account.name}: a visit is planned on ${format.day(visit.day)}, ${visit.time}.`)
        onClose()
        return changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    plan.mutate({
      ...{ accountId, personId: personId ?? person.id, day, time, minutes: Number(minutes), flexible },
      contactIds: contacts.map(Number),
      siteId: siteId ? Number(siteId) : null,
      purpose: purpose.trim() || null,
    })
  }
  const goers = people.everybody.filter(
    each => ['manager', 'head', 'executive'].includes(each.role) || each.id === person.id,
  )
  return (
    <form className={style.form} onSubmit={submit}>
      {!given && <AccountSelect label={t`Account`} value={account} onChange={setAccount} />}
      <div className={style.pair}>
        <TextInput
          type="date"
          label={t`Day`}
          required
          value={day}
          onChange={event => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t`Hour`}
          required
          value={time}
          onChange={event => setTime(event.currentTarget.value)}
        />
        <NumberInput label={t`Minutes`} required min={5} max={1440} step={15} value={minutes} onChange={setMinutes} />
      </div>
      <Checkbox
        label={t`Any hour of that day will do`}
        checked={flexible}
        onChange={event => setFlexible(event.currentTarget.checked)}
      />
      <Select
        label={t`Who goes`}
        data={goers.map(each => ({ value: each.id, label: each.name }))}
        value={personId}
        onChange={setPersonId}
        searchable
        allowDeselect={false}
      />
      <MultiSelect
        label={t`With whom`}
        data={(known.data?.items ?? []).map(each => ({ value: String(each.id), label: each.name }))}
        // Without its name a chosen person would show as a number.
        value={known.data ? contacts : []}
        onChange={setContacts}
        searchable
        disabled={!enabled || !known.data}
      />
      <Select
        label={t`Where`}
        data={(sites.data?.items ?? []).map(site => ({ value: String(site.id), label: site.name }))}
        value={siteId}
        onChange={setSiteId}
        clearable
        disabled={!enabled}
      />
      <Textarea
        label={t`What for`}
        maxLength={500}
        autosize
        minRows={2}
        value={purpose}
        onChange={event => setPurpose(event.currentTarget.value)}
      />
      {plan.error && <Failed error={plan.error} inline />}
      <div className={style.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={plan.isPending} disabled={!enabled || !day || !time || !minutes}>
          <Trans>Plan the visit</Trans>
        </Button>
      </div>
    </form>
  )
}
