import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '../../../web/api.ts'
import { Failed } from '../../../web/page/Failed.tsx'
import { useFormat } from '../../../web/use-format.ts'
import type { ShownVisit } from '../VisitDrawer.tsx'
import style from '../visits.module.css'

type Props = {
  act: 'move' | 'cancel' | 'miss'
  visit: ShownVisit
  dropped?: { day: string; time: string }
  onDone: (words: string, visit: ShownVisit) => Promise<unknown>
  onBack: () => void
}

/** Moving, calling off and missing all ask whose wish it was and why: the kept rate rests on it. */
export function ReasonForm({ act, visit, dropped, onDone, onBack }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [day, setDay] = useState(dropped?.day ?? visit.day)
  const [time, setTime] = useState(dropped?.time ?? visit.time)
  const [by, setBy] = useState<'ours' | 'theirs'>('theirs')
  const [reason, setReason] = useState('')
  const { id, version } = visit
  const name = visit.account.name
  const send = useMutation({
    mutationFn: () =>
      act === 'move'
        ? client.engage.visits.move({ id, version, day, time, by, reason })
        : act === 'cancel'
          ? client.engage.visits.cancel({ id, version, by, reason })
          : client.engage.visits.miss({ id, version, reason }),
    onSuccess: changed =>
      onDone(
        act === 'move'
          ? t`${name}: moved to ${format.day(changed.day)}, ${changed.time}.`
          : act === 'cancel'
            ? t`${name}: the visit is called off.`
            : t`${name}: the visit is noted as missed.`,
        changed,
      ),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  const same = act === 'move' && day === visit.day && time === visit.time
  return (
    <form className={style.form} onSubmit={submit}>
      {act === 'move' && (
        <div className={style.pair}>
          <TextInput
            type="date"
            label={t`New day`}
            required
            value={day}
            onChange={event => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t`New hour`}
            required
            value={time}
            onChange={event => setTime(event.currentTarget.value)}
          />
        </div>
      )}
      {act !== 'miss' && (
        <div>
          <SegmentedControl
            fullWidth
            aria-label={t`Whose wish it is`}
            value={by}
            onChange={value => setBy(value as 'ours' | 'theirs')}
            data={[
              { value: 'theirs', label: t`The account’s wish` },
              { value: 'ours', label: t`Ours` },
            ]}
          />
          <p className={style.hint}>
            {by === 'theirs' ? (
              <Trans>The promise goes along and stays kept.</Trans>
            ) : (
              <Trans>The kept rate counts it against us.</Trans>
            )}
          </p>
        </div>
      )}
      <Textarea
        label={t`Reason`}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {send.error && <Failed error={send.error} inline />}
      <div className={style.end}>
        <Button variant="default" onClick={onBack}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={send.isPending} disabled={reason.trim() === '' || same || !day || !time}>
          {act === 'move' ? (
            <Trans>Move the visit</Trans>
          ) : act === 'cancel' ? (
            <Trans>Call the visit off</Trans>
          ) : (
            <Trans>Note it as missed</Trans>
          )}
        </Button>
      </div>
    </form>
  )
}
