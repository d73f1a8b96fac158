import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { weekOf } from '../forecast/periods.ts'
import style from './season.module.css'
import { type TaskKind, taskKinds } from './season.ts'
import { type Board, useSeasonWrites } from './season.web.ts'
import { taskKindName } from './season-words.ts'

/** What the plan does not know: a stand to be built, storage to be rented. */
export function AddTask({ board, opened, onClose }: { board: Board; opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Add a task`}>
      {opened && <AddForm board={board} onClose={onClose} />}
    </DetailDrawer>
  )
}

function AddForm({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { addTask } = useSeasonWrites()
  const [said, setSaid] = useState({
    kind: 'book' as TaskKind,
    title: '',
    dueOn: board.fromWeek,
    quantity: '1',
    unit: '',
  })
  const set = (part: Partial<typeof said>) => setSaid(old => ({ ...old, ...part }))
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        addTask.mutate({ publicId: board.publicId, ...said, week: weekOf(said.dueOn) }, { onSuccess: onClose })
      }}
    >
      <SegmentedControl
        aria-label={t`What to prepare`}
        value={said.kind}
        onChange={kind => set({ kind: kind as TaskKind })}
        data={taskKinds.map(kind => ({ value: kind, label: taskKindName(kind, language) }))}
      />
      <TextInput
        label={t`What is to be ready`}
        required
        maxLength={200}
        value={said.title}
        onChange={event => set({ title: event.target.value })}
      />
      <div className={style.pair}>
        <TextInput
          type="date"
          label={t`By when`}
          required
          value={said.dueOn}
          onChange={event => set({ dueOn: event.target.value })}
        />
        <TextInput
          label={t`How much`}
          required
          inputMode="decimal"
          value={said.quantity}
          onChange={event => set({ quantity: event.target.value })}
        />
        <TextInput
          label={t`Unit`}
          required
          maxLength={40}
          value={said.unit}
          onChange={event => set({ unit: event.target.value })}
        />
      </div>
      {addTask.isError && <Failed error={addTask.error} inline />}
      <Button type="submit" loading={addTask.isPending}>
        <Trans>Add the task</Trans>
      </Button>
    </form>
  )
}
