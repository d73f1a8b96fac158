import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import style from './season.module.css'
import { type TaskState, taskStates } from './season.ts'
import { type BoardTask, useMayMove, useSeasonWrites } from './season.web.ts'
import { taskKindName, taskStateName, unitName } from './season-words.ts'
import { nameOf } from './TaskCard.tsx'
import { TaskReason } from './TaskReason.tsx'

type Props = { task: BoardTask | undefined; isClosed: boolean; onClose: () => void }

/** A task with the figures it follows from, who sees to it, and what was done of it. */
export function TaskDrawer({ task, isClosed, onClose }: Props) {
  const language = useLanguage()
  return (
    <DetailDrawer opened={task !== undefined} onClose={onClose} title={task && taskKindName(task.kind, language)}>
      {task && (
        <div className={style.form}>
          <h3 className={style.name}>{task.account ? <AccountLink account={task.account} /> : nameOf(task)}</h3>
          <TaskReason task={task} />
          <TaskForm key={`${task.publicId} ${task.version}`} task={task} isClosed={isClosed} onDone={onClose} />
        </div>
      )}
    </DetailDrawer>
  )
}

function TaskForm({ task, isClosed, onDone }: { task: BoardTask; isClosed: boolean; onDone: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { everybody } = usePeople()
  const { changeTask } = useSeasonWrites()
  const [said, setSaid] = useState({
    state: task.state,
    ownerId: task.ownerId,
    dueOn: task.dueOn,
    quantity: task.quantity,
    doneQuantity: task.doneQuantity ?? '',
    note: task.note ?? '',
  })
  const set = (part: Partial<typeof said>) => setSaid(old => ({ ...old, ...part }))
  const isFixed = !useMayMove() || isClosed
  const unit = unitName(task.unit, language)
  const submit = () =>
    changeTask.mutate(
      {
        publicId: task.publicId,
        version: task.version,
        ...said,
        note: said.note.trim() || null,
        doneQuantity: said.doneQuantity.trim() || null,
      },
      {
        onSuccess: () => {
          sayDone(t`Task saved`)
          onDone()
        },
      },
    )
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <SegmentedControl
        fullWidth
        aria-label={t`State`}
        disabled={isFixed}
        value={said.state}
        onChange={state => set({ state: state as TaskState })}
        data={taskStates.map(state => ({ value: state, label: taskStateName(state, language) }))}
      />
      <Select
        label={t({ message: 'Owner', context: 'task' })}
        placeholder={t`Nobody yet`}
        searchable
        clearable
        disabled={isFixed}
        data={everybody.map(person => ({ value: person.id, label: person.name }))}
        value={said.ownerId}
        onChange={ownerId => set({ ownerId })}
      />
      <div className={style.pair}>
        <TextInput
          type="date"
          label={t`By when`}
          disabled={isFixed}
          value={said.dueOn}
          onChange={event => set({ dueOn: event.target.value || task.dueOn })}
        />
        <TextInput
          label={t`Planned, ${unit}`}
          inputMode="decimal"
          disabled={isFixed}
          value={said.quantity}
          onChange={event => set({ quantity: event.target.value })}
        />
        <TextInput
          label={t`Done, ${unit}`}
          inputMode="decimal"
          placeholder={said.state === 'done' ? said.quantity : ''}
          disabled={isFixed}
          value={said.doneQuantity}
          onChange={event => set({ doneQuantity: event.target.value })}
        />
      </div>
      <Textarea
        label={t({ message: 'Note', context: 'task' })}
        autosize
        minRows={2}
        maxLength={1000}
        disabled={isFixed}
        value={said.note}
        onChange={event => set({ note: event.target.value })}
      />
      {changeTask.isError && <Failed error={changeTask.error} inline />}
      {!isFixed && (
        <Button type="submit" loading={changeTask.isPending}>
          <Trans>Save the task</Trans>
        </Button>
      )}
    </form>
  )
}
