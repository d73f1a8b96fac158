import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayUndoable } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { EventForm } from './EventForm.tsx'
import style from './events.module.css'
import { type EventRead, useEventWrites } from './events.web.ts'

type Props = { event: EventRead; day: string | undefined; onGone: () => void }

/** One event: say what was done this time, look back, change or remove it. */
export function EventDetails({ event, day, onGone }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const { remove, restore } = useEventWrites()
  if (editing) return <EventForm accountId={event.account.id} event={event} onDone={() => setEditing(false)} />
  const occurrence = day ?? event.unsettled ?? event.next
  const settled = [event.nextSettlement, ...event.past].find(each => each?.day === occurrence) ?? null
  return (
    <div className={form.form}>
      <p className={form.words}>
        {[
          event.next && t`next on ${format.day(event.next)}`,
          event.yearly && event.times !== null && event.times > 0 && t`year ${event.times}`,
          event.owner && t`seen to by ${event.owner.name}`,
          event.contact?.name,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {event.whatWeDo && <p>{event.whatWeDo}</p>}
      {occurrence && event.mayEdit && (
        <Settle key={occurrence} event={event} day={occurrence} isSettled={settled !== null} />
      )}
      {event.past.length + (event.nextSettlement ? 1 : 0) > 0 && (
        <section>
          <h3>
            <Trans>What was done</Trans>
          </h3>
          <ul className={style.past}>
            {[event.nextSettlement, ...event.past].map(
              each =>
                each && (
                  <li key={each.day}>
                    <span className={style.when}>{format.day(each.day)}</span>
                    <span>
                      {each.state === 'skipped' ? t`left out` : (each.note ?? t`seen to`)}
                      {each.cost && (
                        <>
                          {' · '}
                          <Amount value={each.cost} />
                        </>
                      )}
                      <span className={style.quiet}> · {each.settledByName}</span>
                    </span>
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
      {event.mayEdit && (
        <div className={form.end}>
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(
                { id: event.id },
                {
                  onSuccess: () => {
                    sayUndoable(t`Event removed`, () => restore.mutate({ id: event.id }))
                    onGone()
                  },
                },
              )
            }
          >
            <Trans>Remove the event</Trans>
          </Button>
          <span className={form.space} />
          <Button variant="default" onClick={() => setEditing(true)}>
            <Trans>Change the event</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}

function Settle({ event, day, isSettled }: { event: EventRead; day: string; isSettled: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const [note, setNote] = useState(event.whatWeDo ?? '')
  const [cost, setCost] = useState(event.cost ?? '')
  const { settle } = useEventWrites()
  const take = { id: event.id, day, state: 'open' as const }
  const say = (state: 'done' | 'skipped') =>
    settle.mutate(
      { id: event.id, day, state, note: note.trim() || null, cost: cost.trim() || null },
      {
        onSuccess: () => sayUndoable(state === 'done' ? t`Recorded` : t`Left out this time`, () => settle.mutate(take)),
      },
    )
  const submit = (happening: FormEvent) => {
    happening.preventDefault()
    say('done')
  }
  if (isSettled) {
    return (
      <div>
        <Button variant="default" size="xs" loading={settle.isPending} onClick={() => settle.mutate(take)}>
          <Trans>Take back what was said of {format.day(day)}</Trans>
        </Button>
      </div>
    )
  }
  return (
    <form className={style.settle} onSubmit={submit}>
      <h3>
        <Trans>On {format.day(day)}</Trans>
      </h3>
      <Textarea
        label={t`What was done`}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={change => setNote(change.target.value)}
      />
      <TextInput
        label={t`What it cost, ${baseCurrency}`}
        inputMode="decimal"
        value={cost}
        onChange={change => setCost(change.target.value)}
      />
      {settle.isError && <Failed error={settle.error} inline />}
      <div className={form.end}>
        <Button variant="default" disabled={settle.isPending} onClick={() => say('skipped')}>
          <Trans>Leave it out this time</Trans>
        </Button>
        <Button type="submit" loading={settle.isPending}>
          <Trans>It was seen to</Trans>
        </Button>
      </div>
    </form>
  )
}
