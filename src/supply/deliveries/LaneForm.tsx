import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AccountSelect } from '../../accounts/AccountSelect.tsx'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { modes } from './delivery.ts'
import { modeName } from './delivery-words.ts'
import { draftOf, type LaneDraft, laneOf } from './lane-draft.ts'
import style from './lanes.module.css'
import type { LaneRead } from './lanes.page.tsx'

type Props = { lane: LaneRead | null; mayPlan: boolean; onDone: () => void }

/** One lane, to add, change or remove. */
export function LaneForm({ lane, mayPlan, onDone }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [draft, setDraft] = useState<LaneDraft>(draftOf(lane))
  const acts = useActs(lane, onDone)
  const said = laneOf(draft)
  const set = (part: Partial<LaneDraft>) => setDraft({ ...draft, ...part })
  const text = (key: 'name' | 'fromPlace' | 'toPlace' | 'country' | 'note') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => set({ [key]: event.currentTarget.value }),
  })
  const number = (key: 'days' | 'daysP90' | 'costPerKg' | 'costPercent') => ({
    value: draft[key],
    hideControls: true,
    onChange: (value: string | number) => set({ [key]: String(value) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (said) acts.save(said)
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <fieldset disabled={!mayPlan} className={style.plain}>
        <div className={style.form}>
          <TextInput {...text('name')} label={t`Name`} required maxLength={120} />
          <Select
            label={t`Mode`}
            required
            allowDeselect={false}
            value={draft.mode}
            data={modes.map(mode => ({ value: mode, label: modeName(mode, language) }))}
            onChange={mode => mode && set({ mode })}
          />
          <div className={style.pair}>
            <TextInput
              {...text('fromPlace')}
              label={t({ message: 'From', context: 'lane' })}
              required
              maxLength={120}
            />
            <TextInput {...text('toPlace')} label={t({ message: 'To', context: 'lane' })} maxLength={120} />
          </div>
          <div className={style.pair}>
            <TextInput
              {...text('country')}
              label={t`Country, two letters`}
              placeholder={t`everywhere`}
              maxLength={2}
              disabled={draft.account !== null}
            />
            <AccountSelect
              label={t`For one account alone`}
              value={draft.account}
              onChange={account => set({ account, country: '' })}
            />
          </div>
          <div className={style.pair}>
            <NumberInput {...number('days')} label={t`Usual days`} required min={0.5} max={365} decimalScale={1} />
            <NumberInput
              {...number('daysP90')}
              label={t`Nine of ten within, days`}
              min={0.5}
              max={365}
              decimalScale={1}
            />
          </div>
          <div className={style.pair}>
            <NumberInput {...number('costPerKg')} label={t`Cost per kg`} min={0} decimalScale={4} />
            <NumberInput
              {...number('costPercent')}
              label={t`Or per cent of the value`}
              min={0}
              max={100}
              decimalScale={2}
            />
          </div>
          <Switch
            label={t({ message: 'In use', context: 'lane' })}
            checked={draft.isActive}
            onChange={event => set({ isActive: event.currentTarget.checked })}
          />
          <Textarea {...text('note')} label={t`Note`} maxLength={1000} autosize minRows={2} maxRows={5} />
        </div>
      </fieldset>
      {acts.failed && <Failed error={acts.failed} inline />}
      {mayPlan && (
        <div className={style.end}>
          {lane && (
            <Button variant="subtle" color="red" loading={acts.removing} onClick={acts.remove}>
              <Trans>Remove the lane</Trans>
            </Button>
          )}
          <span className={style.space} />
          <Button type="submit" loading={acts.saving} disabled={!said}>
            {lane ? <Trans>Save the lane</Trans> : <Trans>Add the lane</Trans>}
          </Button>
        </div>
      )}
    </form>
  )
}

type Said = NonNullable<ReturnType<typeof laneOf>>

function useActs(lane: LaneRead | null, onDone: () => void) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const changed = () => queries.invalidateQueries({ queryKey: api.supply.key() })
  const onSuccess = () => {
    sayDone(t`The lane is saved.`)
    onDone()
    return changed()
  }
  const add = useMutation(api.supply.lanes.add.mutationOptions({ onSuccess }))
  const edit = useMutation(api.supply.lanes.edit.mutationOptions({ onSuccess }))
  const again = useMutation(api.supply.lanes.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(
    api.supply.lanes.remove.mutationOptions({
      onError: sayFailed,
      onSuccess: () => {
        const was = lane && laneOf(draftOf(lane))
        if (was) sayUndoable(t`The lane ${lane.name} is removed.`, () => again.mutate(was))
        onDone()
        return changed()
      },
    }),
  )
  return {
    failed: add.error ?? edit.error,
    saving: add.isPending || edit.isPending,
    removing: remove.isPending,
    save: (said: Said) => (lane ? edit.mutate({ id: lane.id, version: lane.version, ...said }) : add.mutate(said)),
    remove: () => lane && remove.mutate({ id: lane.id }),
  }
}
