import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePeople } from '../../identify/people.web.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { dayAfter, snoozeDays } from '../snooze-days.ts'
import type { Act } from '../today-search.ts'
import style from './AnswerDrawer.module.css'
import { useSnoozeWords } from './snooze-words.web.ts'
import type { GivenAnswer, QueueSignal } from './use-answers.web.ts'

type Props = {
  signal: QueueSignal | undefined
  act: Act | undefined
  onClose: () => void
  onAnswer: (signal: QueueSignal, given: GivenAnswer) => void
}

/** What an answer needs beyond a click: a day, a person, a reason. */
export function AnswerDrawer({ signal, act, onClose, onAnswer }: Props) {
  const { t } = useLingui()
  const titles: Record<Act, string> = {
    snooze: t`Put off`,
    delegate: t`Give it to somebody`,
    'not useful': t`Not useful`,
  }
  const answer = (given: GivenAnswer) => {
    if (signal) onAnswer(signal, given)
    onClose()
  }
  return (
    <DetailDrawer opened={signal !== undefined} onClose={onClose} title={act ? titles[act] : ''} size={440}>
      {signal && (
        <div className={style.whole}>
          <p className={style.about}>
            <strong>{signal.account ? `${signal.title} · ${signal.account.name}` : signal.title}</strong>
            <br />
            {signal.reason}
          </p>
          {act === 'snooze' && <SnoozeForm onAnswer={answer} />}
          {act === 'delegate' && <DelegateForm holder={signal.personId} onAnswer={answer} />}
          {act === 'not useful' && <NotUsefulForm onAnswer={answer} />}
        </div>
      )}
    </DetailDrawer>
  )
}

type FormProps = { onAnswer: (given: GivenAnswer) => void }

function SnoozeForm({ onAnswer }: FormProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const words = useSnoozeWords()
  const [until, setUntil] = useState(dayAfter(today, 7))
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        onAnswer({ answer: 'snoozed', until })
      }}
    >
      <div className={style.choices}>
        {snoozeDays(today).map(({ choice, day }) => (
          <Button key={choice} variant="default" onClick={() => onAnswer({ answer: 'snoozed', until: day })}>
            {words(choice)} · {format.day(day)}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={t`Another day`}
        value={until}
        min={dayAfter(today, 1)}
        required
        onChange={event => setUntil(event.target.value)}
      />
      <Button type="submit">
        <Trans>Put off until then</Trans>
      </Button>
    </form>
  )
}

function DelegateForm({ holder, onAnswer }: FormProps & { holder: string | null }) {
  const { t } = useLingui()
  const people = usePeople()
  const [personId, setPersonId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const fit = people.workers.filter(person => person.id !== holder)
  const person = fit.find(each => each.id === personId)
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        if (person) onAnswer({ answer: 'delegated', person, note: note.trim() })
      }}
    >
      <Select
        label={t`To whom`}
        data={fit.map(each => ({ value: each.id, label: each.name }))}
        value={personId}
        onChange={setPersonId}
        searchable
        required
      />
      <Textarea
        label={t`Note`}
        description={t`They read it beside the signal.`}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <Button type="submit" disabled={!person}>
        {person ? t`Give it to ${person.name}` : t`Give it on`}
      </Button>
    </form>
  )
}

function NotUsefulForm({ onAnswer }: FormProps) {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  const usual = [t`We know, and leave it so`, t`The figures are wrong`, t`Too small to matter`, t`Not mine`]
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        onAnswer({ answer: 'not useful', note: note.trim() })
      }}
    >
      <div className={style.choices}>
        {usual.map(words => (
          <Button key={words} variant="default" onClick={() => onAnswer({ answer: 'not useful', note: words })}>
            {words}
          </Button>
        ))}
      </div>
      <Textarea
        label={t`Another reason`}
        description={t`It stays away until its figures change. The head reads the reasons when signals are tuned.`}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <Button type="submit" disabled={note.trim() === ''}>
        <Trans>Note as not useful</Trans>
      </Button>
    </form>
  )
}
