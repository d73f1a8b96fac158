import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePeople } from '../../identify/people.web.ts'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './AnswerDrawer.module.css'

/** When one is away and who stands in: their queue then shows with the deputy as well. */
export function AwayDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const { person } = useSession()
  const { today } = useCompany()
  const people = usePeople()
  const queries = useQueryClient()
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [deputyId, setDeputyId] = useState<string | null>(null)
  const absences = useQuery(api.absences.list.queryOptions({ enabled: opened }))
  const onSuccess = (words: string) => () => {
    sayDone(words)
    void queries.invalidateQueries({ queryKey: api.today.key() })
    return queries.invalidateQueries({ queryKey: api.absences.key() })
  }
  const add = useMutation(
    api.absences.add.mutationOptions({ onSuccess: onSuccess(t`Noted. Your queue shows there too.`) }),
  )
  const remove = useMutation(
    api.absences.remove.mutationOptions({ onSuccess: onSuccess(t`Taken back.`), onError: sayFailed }),
  )
  const mine = absences.data?.items.filter(each => each.personId === person.id) ?? []
  const others = absences.data?.items.filter(each => each.personId !== person.id) ?? []
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Away`} size={440}>
      <form
        className={style.form}
        onSubmit={event => {
          event.preventDefault()
          if (deputyId) add.mutate({ deputyId, from, to })
        }}
      >
        <TextInput
          type="date"
          label={t`First day away`}
          value={from}
          required
          onChange={event => {
            setFrom(event.target.value)
            if (to < event.target.value) setTo(event.target.value)
          }}
        />
        <TextInput
          type="date"
          label={t`Last day away`}
          value={to}
          min={from > today ? from : today}
          required
          onChange={event => setTo(event.target.value)}
        />
        <Select
          label={t`Who stands in`}
          description={t`They see your queue beside theirs on these days, and answer it.`}
          data={people.workers
            .filter(each => each.id !== person.id)
            .map(each => ({ value: each.id, label: each.name }))}
          value={deputyId}
          onChange={setDeputyId}
          searchable
          required
        />
        {add.error && <Failed error={add.error} inline />}
        <Button type="submit" disabled={deputyId === null} loading={add.isPending}>
          <Trans>Record the absence</Trans>
        </Button>
      </form>
      {mine.length > 0 && (
        <ul className={style.absences}>
          {mine.map(each => (
            <li key={each.id}>
              <span>
                {format.days(each.from, each.to)}
                <br />
                <span className={style.quiet}>{people.nameOf(each.deputyId)}</span>
              </span>
              <Button size="xs" variant="default" onClick={() => remove.mutate({ id: each.id })}>
                <Trans>Take back</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <h3 className={style.heading}>
            <Trans>Others</Trans>
          </h3>
          <ul className={style.absences}>
            {others.map(each => (
              <li key={each.id}>
                <span>
                  {people.nameOf(each.personId)} → {people.nameOf(each.deputyId)}
                  <br />
                  <span className={style.quiet}>{format.days(each.from, each.to)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </DetailDrawer>
  )
}
