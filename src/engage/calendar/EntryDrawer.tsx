import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useVisitsChanged } from '../visits/changed-visits.web.ts'
import visits from '../visits/visits.module.css'

type Entry = Awaited<ReturnType<typeof client.engage.calendar.entry>>
type Props = { entry: number | 'new' | undefined; day?: string; onClose: () => void }

/** An appointment or a task of one's own: without an hour it is a task. */
export function EntryDrawer({ entry, day, onClose }: Props) {
  const { t } = useLingui()
  const isOld = typeof entry === 'number'
  const query = useQuery(
    api.engage.calendar.entry.queryOptions({ input: { id: isOld ? entry : 0 }, enabled: isOld, retry: false }),
  )
  const title = entry === 'new' ? t`Add an appointment or task` : (query.data?.title ?? t`Appointment or task`)
  return (
    <DetailDrawer opened={entry !== undefined} onClose={onClose} title={title} size={440}>
      {entry === 'new' ? (
        <EntryForm entry={null} day={day} onClose={onClose} />
      ) : query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : query.data ? (
        <EntryForm key={`${query.data.id} ${query.data.version}`} entry={query.data} onClose={onClose} />
      ) : (
        <LinesSkeleton />
      )}
    </DetailDrawer>
  )
}

function EntryForm({ entry, day: first, onClose }: { entry: Entry | null; day?: string; onClose: () => void }) {
  const { t } = useLingui()
  const { person } = useSession()
  const { today } = useCompany()
  const changed = useVisitsChanged()
  const [title, setTitle] = useState(entry?.title ?? '')
  const [day, setDay] = useState(entry?.day ?? first ?? today)
  const [time, setTime] = useState(entry?.time ?? '')
  const [minutes, setMinutes] = useState<number | string>(entry?.minutes ?? 60)
  const [account, setAccount] = useState<AccountChoice | null>(entry?.account ?? null)
  const [done, setDone] = useState(entry?.doneOn != null)
  const finish = (words: string) => {
    sayDone(words)
    onClose()
    return changed()
  }
  const add = useMutation(
    api.engage.calendar.addEntry.mutationOptions({ onSuccess: () => finish(t`${title} stands in your calendar.`) }),
  )
  const edit = useMutation(
    api.engage.calendar.editEntry.mutationOptions({ onSuccess: () => finish(t`${title} is saved.`) }),
  )
  const remove = useMutation(
    api.engage.calendar.removeEntry.mutationOptions({
      onError: sayFailed,
      onSuccess: () => finish(t`${title} is deleted.`),
    }),
  )
  const fields = {
    title,
    day,
    time: time || null,
    minutes: time ? Number(minutes) : null,
    accountId: account?.id ?? null,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (entry) edit.mutate({ id: entry.id, version: entry.version, ...fields, done })
    else add.mutate(fields)
  }
  const failed = add.error ?? edit.error
  const isOwn = entry === null || entry.personId === person.id
  return (
    <form className={visits.form} onSubmit={submit}>
      <TextInput
        label={t`What`}
        required
        maxLength={300}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <div className={visits.pair}>
        <TextInput
          type="date"
          label={t`Day`}
          required
          value={day}
          onChange={event => setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t`Hour (none: a task)`}
          value={time}
          onChange={event => setTime(event.currentTarget.value)}
        />
        {time && <NumberInput label={t`Minutes`} min={5} max={1440} step={15} value={minutes} onChange={setMinutes} />}
      </div>
      <AccountSelect label={t`Account (optional)`} value={account} onChange={setAccount} />
      {entry && (
        <Checkbox
          label={t({ message: 'Done', context: 'task' })}
          checked={done}
          onChange={event => setDone(event.currentTarget.checked)}
        />
      )}
      {failed && <Failed error={failed} inline />}
      {isOwn && (
        <div className={visits.end}>
          {entry && (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: entry.id })}
            >
              <Trans>Delete it</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" loading={add.isPending || edit.isPending} disabled={title.trim() === '' || !day}>
            {entry ? <Trans>Save it</Trans> : <Trans>Add it</Trans>}
          </Button>
        </div>
      )}
    </form>
  )
}
