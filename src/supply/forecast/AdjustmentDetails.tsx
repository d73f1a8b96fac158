import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import form from '../../accounts/form.module.css'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AdjustmentForm } from './AdjustmentForm.tsx'
import { useEffectWords } from './AdjustmentLines.tsx'
import { type AdjustmentRead, useForecastWrites } from './forecast.web.ts'
import { adjustmentKindName, scopeWords } from './forecast-words.ts'
import { WorthWords } from './WorthWords.tsx'

type Props = { adjustment: AdjustmentRead; onGone: () => void }

/** One adjustment whole, with what its reader may do about it. */
export function AdjustmentDetails({ adjustment, onGone }: Props) {
  const [changing, setChanging] = useState(false)
  const { today } = useCompany()
  if (changing)
    return (
      <AdjustmentForm
        given={adjustment}
        changing={adjustment}
        onDone={() => setChanging(false)}
        key={adjustment.version}
      />
    )
  return (
    <div className={form.form}>
      <Facts adjustment={adjustment} />
      {adjustment.worth && <WorthWords adjustment={adjustment} />}
      {adjustment.mayChange && (
        <>
          {adjustment.fromDay <= today && <Settle adjustment={adjustment} key={adjustment.version} />}
          <div className={form.end}>
            <TakeBack adjustment={adjustment} onGone={onGone} />
            <Button variant="default" onClick={() => setChanging(true)}>
              <Trans>Change it</Trans>
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Facts({ adjustment }: { adjustment: AdjustmentRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const effect = useEffectWords()
  const facts: [string, ReactNode][] = [
    [t`Kind`, adjustmentKindName(adjustment.kind, language)],
    [t`Of what`, scopeWords(adjustment, language)],
    [t`When`, format.days(adjustment.fromDay, adjustment.toDay)],
    [t`Expected effect`, effect(adjustment)],
    [t`Why`, adjustment.reason],
    [t`Said by`, `${adjustment.madeByName}, ${format.day(adjustment.madeOn)}`],
    [t`What it really brought`, adjustment.actual && t`${format.number(adjustment.actual)} pieces`],
    [t`How it went`, adjustment.actualNote],
  ]
  return (
    <dl className={form.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** What it really brought is taken out of the past, instead of what was expected. */
function Settle({ adjustment }: { adjustment: AdjustmentRead }) {
  const { t } = useLingui()
  const [actual, setActual] = useState(adjustment.actual ?? '')
  const [note, setNote] = useState(adjustment.actualNote ?? '')
  const { settle } = useForecastWrites()
  const fits = /^-?\d{1,12}(\.\d{1,4})?$/.test(actual)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { id, version } = adjustment
    settle.mutate(
      { id, version, actual: actual === '' ? null : actual, note: note.trim() || null },
      { onSuccess: () => sayDone(t`Saved; the forecasts are being made anew`) },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t`Pieces it really brought`}
        description={t`These are taken out of the past, so that they are not expected again`}
        inputMode="decimal"
        error={actual === '' || fits ? null : t`A number such as 500 or −20`}
        value={actual}
        onChange={event => setActual(event.target.value.trim().replace('−', '-'))}
      />
      <Textarea
        label={t`How it went`}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <div className={form.end}>
        <Button type="submit" disabled={actual !== '' && !fits} loading={settle.isPending}>
          <Trans>Save what it brought</Trans>
        </Button>
      </div>
    </form>
  )
}

function TakeBack({ adjustment, onGone }: Props) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const { remove } = useForecastWrites()
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        <Trans>Take it back</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`Take “${adjustment.title}” back?`}
        action={t`Take it back`}
        losses={[t`What it puts on top of the forecast`]}
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { id: adjustment.id },
            {
              onSuccess: () => {
                sayDone(t`Taken back; the forecasts are being made anew`)
                onGone()
              },
            },
          )
        }
      >
        <Trans>The forecasts are made as if it had never been said. The trail keeps that it was.</Trans>
      </ConfirmDialog>
    </>
  )
}
