import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import style from './season.module.css'
import { usualSettings } from './season.ts'
import { type Board, useSeasonWrites } from './season.web.ts'

type Props = {
  /** Planned again; undefined: a new one. */
  board: Board | undefined
  opened: boolean
  onClose: () => void
  onPlanned: (publicId: string) => void
}

export function PlanSeason({ board, opened, onClose, onPlanned }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={board ? t`Plan again` : t`Plan a season`}>
      {opened && <PlanForm key={board?.publicId ?? ''} board={board} onPlanned={onPlanned} />}
    </DetailDrawer>
  )
}

function PlanForm({ board, onPlanned }: Pick<Props, 'board' | 'onPlanned'>) {
  const { t } = useLingui()
  const { today } = useCompany()
  const { plan, again } = useSeasonWrites()
  const [name, setName] = useState('')
  const [fromWeek, setFrom] = useState(daysAfter(weekOf(today), 63))
  const [untilWeek, setUntil] = useState(daysAfter(weekOf(today), 112))
  const [settings, setSettings] = useState(board?.settings ?? usualSettings)
  const mutation = board ? again : plan
  const number = (key: keyof typeof settings, label: string, min: number, max: number, description?: string) => (
    <NumberInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      min={min}
      max={max}
      value={settings[key]}
      onChange={value => setSettings(old => ({ ...old, [key]: Number(value) || min }))}
    />
  )
  const submit = () => {
    const onSuccess = (planned: Board) => onPlanned(planned.publicId)
    if (board) again.mutate({ publicId: board.publicId, version: board.version, settings }, { onSuccess })
    else plan.mutate({ name, fromWeek: weekOf(fromWeek), untilWeek: weekOf(untilWeek), settings }, { onSuccess })
  }
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {!board && (
        <>
          <TextInput
            label={t({ message: 'Name', context: 'season' })}
            required
            maxLength={120}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <div className={style.pair}>
            <TextInput
              type="date"
              label={t`From the week of`}
              required
              value={fromWeek}
              onChange={event => setFrom(event.target.value)}
            />
            <TextInput
              type="date"
              label={t`To the week of`}
              required
              value={untilWeek}
              onChange={event => setUntil(event.target.value)}
            />
          </div>
        </>
      )}
      {number('surePercent', t`How sure, percent`, 50, 98, t`80: in four of five cases the goods suffice`)}
      <div className={style.pair}>
        {number('buildDays', t`Days to build`, 0, 365)}
        {number('coverWeeks', t`Weeks of stock at the account`, 1, 26)}
        {number('bookDays', t`Days to book transport`, 0, 120)}
      </div>
      {mutation.isError && <Failed error={mutation.error} inline />}
      <Button type="submit" loading={mutation.isPending}>
        {board ? <Trans>Plan again</Trans> : <Trans>Plan the season</Trans>}
      </Button>
      {board && (
        <p className={style.quiet}>
          <Trans>Tasks that somebody has taken on, changed or settled stay as they are.</Trans>
        </p>
      )}
    </form>
  )
}
