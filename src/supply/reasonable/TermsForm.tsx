import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './targets.module.css'
import { type TermsRead, useReasonableWrites } from './targets.web.ts'
import { useWeekdays } from './use-weekdays.web.ts'

/** When an order is proposed to an account, and what it may owe and spend. */
export function TermsForm({ accountId }: { accountId: number }) {
  const query = useQuery(api.supply.reasonable.terms.queryOptions({ input: { accountId } }))
  if (query.isPending) return <LinesSkeleton lines={8} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const terms = query.data
  return (
    <div className={form.form}>
      <RhythmFields key={`rhythm ${terms.rhythm.version}`} accountId={accountId} terms={terms} />
      <CreditFields key={`credit ${terms.credit?.version ?? 0}`} accountId={accountId} terms={terms} />
    </div>
  )
}

type Props = { accountId: number; terms: TermsRead }

function RhythmFields({ accountId, terms: { rhythm, mayEdit } }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const weekdays = useWeekdays()
  const [weekday, setWeekday] = useState(String(rhythm.weekday))
  const [hour, setHour] = useState(String(rhythm.hour))
  const [every, setEvery] = useState(String(rhythm.intervalWeeks))
  const [isPaused, setPaused] = useState(rhythm.isPaused)
  const { changeRhythm } = useReasonableWrites()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    changeRhythm.mutate(
      {
        accountId,
        weekday: Number(weekday),
        hour: Number(hour),
        intervalWeeks: Number(every),
        isPaused,
        version: rhythm.version,
      },
      { onSuccess: () => sayDone(t`Rhythm agreed`) },
    )
  }
  return (
    <form className={style.part} onSubmit={submit}>
      <h3>
        <Trans>When an order is proposed</Trans>
      </h3>
      <p>
        {rhythm.nextOn === null
          ? t`Paused: an order is proposed only when somebody asks for it.`
          : rhythm.isOwn
            ? t`Next on ${format.day(rhythm.nextOn)}; a holiday puts it off to the next working day.`
            : t`By the stock policy, next on ${format.day(rhythm.nextOn)}; a holiday puts it off to the next working day.`}
      </p>
      <div className={style.fields}>
        <Select
          label={t`Day of the week`}
          disabled={!mayEdit}
          allowDeselect={false}
          value={weekday}
          onChange={value => setWeekday(value ?? weekday)}
          data={weekdays}
        />
        <TextInput
          label={t`Hour`}
          type="number"
          min={0}
          max={23}
          disabled={!mayEdit}
          value={hour}
          onChange={event => setHour(event.target.value)}
        />
        <TextInput
          label={t`Every so many weeks`}
          type="number"
          min={1}
          max={12}
          disabled={!mayEdit}
          value={every}
          onChange={event => setEvery(event.target.value)}
        />
        <Switch
          label={t`Paused`}
          disabled={!mayEdit}
          checked={isPaused}
          onChange={event => setPaused(event.target.checked)}
        />
      </div>
      {changeRhythm.isError && <Failed error={changeRhythm.error} inline />}
      {mayEdit && (
        <div className={form.end}>
          <Button type="submit" variant="default" loading={changeRhythm.isPending}>
            <Trans>Keep the rhythm</Trans>
          </Button>
        </div>
      )}
    </form>
  )
}

function CreditFields({ accountId, terms: { credit, mayEdit } }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const [limit, setLimit] = useState(credit?.creditLimit ?? '')
  const [open, setOpen] = useState(credit?.open ?? '0')
  const [budget, setBudget] = useState(credit?.budget ?? '')
  const { changeCredit } = useReasonableWrites()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    changeCredit.mutate(
      {
        accountId,
        creditLimit: limit || null,
        open: open || '0',
        budget: budget || null,
        version: credit?.version ?? 0,
      },
      { onSuccess: () => sayDone(t`Credit kept`) },
    )
  }
  const fields: [string, string, (value: string) => void, string][] = [
    [t`Credit limit, ${baseCurrency}`, limit, setLimit, t`no limit`],
    [t`Owed now, ${baseCurrency}`, open, setOpen, ''],
    [t`Budget a month, ${baseCurrency}`, budget, setBudget, t`none agreed`],
  ]
  return (
    <form className={style.part} onSubmit={submit}>
      <h3>
        <Trans>Credit and budget</Trans>
      </h3>
      <p>
        {credit
          ? t`As of ${format.day(credit.asOf)}. Orders that are signed and not shipped are taken off.`
          : t`Nothing is kept yet: proposals are not cut.`}
      </p>
      <div className={style.fields}>
        {fields.map(([label, value, set, placeholder]) => (
          <TextInput
            key={label}
            label={label}
            placeholder={placeholder}
            inputMode="decimal"
            disabled={!mayEdit}
            value={value}
            onChange={event => set(event.target.value.trim())}
          />
        ))}
      </div>
      {changeCredit.isError && <Failed error={changeCredit.error} inline />}
      {mayEdit && (
        <div className={form.end}>
          <Button type="submit" variant="default" loading={changeCredit.isPending}>
            <Trans>Keep credit and budget</Trans>
          </Button>
        </div>
      )}
    </form>
  )
}
