import { Trans, useLingui } from '@lingui/react/macro'
import { Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { useVisitsChanged } from './changed-visits.web.ts'
import { type Recurrence, readRule, ruleText, type Weekday } from './recurrence.ts'
import { holidayRuleName, nthName, ruleWords, weekdayName } from './visit-words.ts'
import style from './visits.module.css'
import type { HolidayRule } from './working-days.ts'

export type ShownCadence = Awaited<ReturnType<typeof client.engage.visits.cadences.list>>['items'][number]

type Props = { accountId: number; cadence: ShownCadence | 'new' | undefined; onClose: () => void }

/** A fixed visit: same day, same hour; to agree on, to change, to end. */
export function CadenceDrawer({ accountId, cadence, onClose }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer
      opened={cadence !== undefined}
      onClose={onClose}
      title={cadence === 'new' ? t`Agree on a cadence` : t`Cadence`}
      size={480}
    >
      {cadence && (
        <CadenceForm
          key={cadence === 'new' ? 'new' : `${cadence.id} ${cadence.version}`}
          accountId={accountId}
          cadence={cadence === 'new' ? null : cadence}
          onClose={onClose}
        />
      )}
    </DetailDrawer>
  )
}

const usual: Recurrence = { every: 'week', interval: 2, weekday: 2 }

function CadenceForm({
  accountId,
  cadence,
  onClose,
}: {
  accountId: number
  cadence: ShownCadence | null
  onClose: () => void
}) {
  const { t } = useLingui()
  const language = useLanguage()
  const { person } = useSession()
  const { today } = useCompany()
  const people = usePeople()
  const changed = useVisitsChanged()
  const before = (cadence && readRule(cadence.rule)) ?? usual
  const [every, setEvery] = useState<string>(before.every)
  const [interval, setInterval] = useState<number | string>(before.interval)
  const [weekday, setWeekday] = useState(String(before.weekday))
  const [nth, setNth] = useState(String(before.every === 'month' ? before.nth : 1))
  const [localTime, setLocalTime] = useState(cadence?.localTime ?? '10:00')
  const [minutes, setMinutes] = useState<number | string>(cadence?.durationMinutes ?? 60)
  const [personId, setPersonId] = useState<string | null>(cadence?.personId ?? person.id)
  const [contacts, setContacts] = useState((cadence?.contactIds ?? []).map(String))
  const [startsOn, setStartsOn] = useState(cadence?.startsOn ?? today)
  const [until, setUntil] = useState(cadence?.until ?? '')
  const [onHoliday, setOnHoliday] = useState<HolidayRule>(cadence?.onHoliday ?? 'next')
  const [purpose, setPurpose] = useState(cadence?.purpose ?? '')
  const [timeZone, setTimeZone] = useState(cadence?.timeZone ?? '')
  const known = useQuery(api.contacts.list.queryOptions({ input: { accountId } }))
  const rule = ruleText(
    every === 'week'
      ? { every, interval: Number(interval) || 1, weekday: Number(weekday) as Weekday }
      : { every: 'month', interval: Number(interval) || 1, weekday: Number(weekday) as Weekday, nth: Number(nth) as 1 },
  )
  const done = ({ visits }: { visits: { added: number; changed: number; gone: number } }) => {
    const { added, changed: followed, gone } = visits
    sayDone(t`The cadence stands. Visits: ${added} made, ${followed} changed, ${gone} gone.`)
    onClose()
    return changed()
  }
  const add = useMutation(api.engage.visits.cadences.add.mutationOptions({ onSuccess: done }))
  const edit = useMutation(api.engage.visits.cadences.edit.mutationOptions({ onSuccess: done }))
  const fields = {
    ...{ rule, localTime, durationMinutes: Number(minutes), startsOn, until: until || null, onHoliday },
    ...{ personId: personId ?? person.id, contactIds: contacts.map(Number), purpose: purpose.trim() || null },
    ...(timeZone ? { timeZone } : {}),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (cadence) edit.mutate({ id: cadence.id, version: cadence.version, ...fields })
    else add.mutate({ accountId, ...fields })
  }
  const failed = add.error ?? edit.error
  const text = (value: string, set: (value: string) => void) => ({
    value,
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  })
  const mayEdit = cadence?.mayEdit ?? true
  return (
    <form className={style.form} onSubmit={submit}>
      <div className={style.pair}>
        <NumberInput label={t`Every`} min={1} max={12} required value={interval} onChange={setInterval} />
        <Select
          label={t`Weeks or months`}
          data={[
            { value: 'week', label: t({ message: 'Weeks', context: 'interval' }) },
            { value: 'month', label: t({ message: 'Months', context: 'interval' }) },
          ]}
          value={every}
          onChange={value => setEvery(value ?? 'week')}
          allowDeselect={false}
        />
        {every === 'month' && (
          <Select
            label={t`Which one`}
            data={[1, 2, 3, 4, -1].map(each => ({ value: String(each), label: nthName(each, language) }))}
            value={nth}
            onChange={value => setNth(value ?? '1')}
            allowDeselect={false}
          />
        )}
        <Select
          label={t`Weekday`}
          data={[1, 2, 3, 4, 5, 6, 7].map(each => ({ value: String(each), label: weekdayName(each, language) }))}
          value={weekday}
          onChange={value => setWeekday(value ?? '1')}
          allowDeselect={false}
        />
      </div>
      <p className={style.hint}>{`${ruleWords(rule, language)}, ${localTime}`}</p>
      <div className={style.pair}>
        <TextInput type="time" label={t`Hour`} required {...text(localTime, setLocalTime)} />
        <NumberInput label={t`Minutes`} required min={5} max={1440} step={15} value={minutes} onChange={setMinutes} />
      </div>
      <TextInput
        label={t`Time zone`}
        description={t`Left empty: that of the account’s country. The hour stays the same on their wall when clocks change.`}
        placeholder="Asia/Shanghai"
        {...text(timeZone, setTimeZone)}
      />
      <Select
        label={t`Who goes`}
        data={people.everybody.map(each => ({ value: each.id, label: each.name }))}
        value={personId}
        onChange={setPersonId}
        searchable
        allowDeselect={false}
      />
      <MultiSelect
        label={t`With whom`}
        data={(known.data?.items ?? []).map(each => ({ value: String(each.id), label: each.name }))}
        value={contacts}
        onChange={setContacts}
        searchable
      />
      <div className={style.pair}>
        <TextInput type="date" label={t`First day`} required {...text(startsOn, setStartsOn)} />
        <TextInput type="date" label={t`Last day (optional)`} {...text(until, setUntil)} />
      </div>
      <Select
        label={t`On a holiday`}
        data={(['next', 'previous', 'skip'] as const).map(each => ({
          value: each,
          label: holidayRuleName(each, language),
        }))}
        value={onHoliday}
        onChange={value => setOnHoliday((value as HolidayRule) ?? 'next')}
        allowDeselect={false}
      />
      <Textarea label={t`What for`} maxLength={500} autosize minRows={2} {...text(purpose, setPurpose)} />
      {failed && <Failed error={failed} inline />}
      {mayEdit && (
        <div className={style.end}>
          {cadence && (
            <Button
              variant="subtle"
              color="red"
              onClick={() =>
                edit.mutate({
                  id: cadence.id,
                  version: cadence.version,
                  until: cadence.startsOn > today ? cadence.startsOn : today,
                })
              }
            >
              <Trans>End it today</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" loading={add.isPending || edit.isPending} disabled={!localTime || !minutes}>
            {cadence ? <Trans>Save the cadence</Trans> : <Trans>Agree on it</Trans>}
          </Button>
        </div>
      )}
    </form>
  )
}
