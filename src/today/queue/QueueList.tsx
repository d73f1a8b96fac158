import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { Act } from '../today-search.ts'
import { AnswerDrawer } from './AnswerDrawer.tsx'
import { linkOf } from './link-of.ts'
import style from './QueueList.module.css'
import { SignalRow } from './SignalRow.tsx'
import { type QueueSignal, useAnswers } from './use-answers.web.ts'
import { useQueueKeys } from './use-queue-keys.web.ts'

type Props = {
  signals: QueueSignal[]
  naming: boolean
  mayAnswer: boolean
  /** The signal whose answer lies open, as the URL has it. */
  opened: { signal?: number; act?: Act }
  onOpened: (opened: { signal?: number; act?: Act }) => void
  onMore: (() => void) | undefined
  fetching: boolean
  label: string
  children: React.ReactNode
}

/** Signals best first, answered where they stand; `children` where there is none. */
export function QueueList({ signals, naming, mayAnswer, opened, onOpened, onMore, fetching, label, children }: Props) {
  const navigate = useNavigate()
  const answers = useAnswers()
  const shown = signals.filter(signal => !answers.isHidden(signal))
  const act = (what: Act) => (index: number) => mayAnswer && onOpened({ signal: shown[index]!.id, act: what })
  const { current, setCurrent } = useQueueKeys(shown.length, {
    e: index => mayAnswer && answers.answer(shown[index]!, { answer: 'done' }),
    s: act('snooze'),
    d: act('delegate'),
    x: act('not useful'),
    o: index => {
      const [first] = shown[index]!.actions
      if (first) void navigate(linkOf(first.path))
    },
  })
  return (
    <>
      {shown.length === 0 && !onMore ? (
        children
      ) : (
        <ul className={style.list} aria-label={label}>
          {shown.map((signal, index) => (
            <SignalRow
              key={signal.id}
              signal={signal}
              current={index === current}
              onCurrent={() => setCurrent(index)}
              naming={naming}
              mayAnswer={mayAnswer}
              onDone={() => answers.answer(signal, { answer: 'done' })}
              onSnooze={until => answers.answer(signal, { answer: 'snoozed', until })}
              onAct={what => onOpened({ signal: signal.id, act: what })}
              onTakeBack={() => signal.answer && answers.takeBack(signal, signal.answer.id)}
            />
          ))}
        </ul>
      )}
      {onMore && (
        <div className={style.more}>
          <Button variant="default" onClick={onMore} loading={fetching}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      <AnswerDrawer
        signal={signals.find(each => each.id === opened.signal)}
        act={opened.act}
        onClose={() => onOpened({})}
        onAnswer={answers.answer}
      />
    </>
  )
}
