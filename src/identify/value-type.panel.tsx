import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../web/api.ts'
import { sayDone } from '../web/feedback/say.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../web/use-format.ts'
import style from './standing/standing.module.css'
import { type Standing, useStanding, useStandingChanged } from './standing/use-standing.web.ts'
import { type ValueType, valueTypes } from './value-type.ts'
import { valueTypeName, valueTypePlay } from './value-type-words.ts'

/** What the account values: suggested from its behaviour, decided by a person, with the play that fits. */
export function ValueTypePanel({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const query = useStanding(accountId)
  const [deciding, setDeciding] = useState(false)
  const standing = query.data
  return (
    <Section
      title={t`Value type`}
      note={t`Price buyer, solution buyer or partner in design`}
      actions={
        standing?.mayDecide &&
        !deciding && (
          <Button variant="default" size="xs" onClick={() => setDeciding(true)}>
            {standing.valueType.decided ? <Trans>Decide anew</Trans> : <Trans>Decide</Trans>}
          </Button>
        )
      }
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : !standing ? (
        <LinesSkeleton />
      ) : deciding ? (
        <DecisionForm standing={standing} onClose={() => setDeciding(false)} />
      ) : (
        <Shown valueType={standing.valueType} />
      )}
    </Section>
  )
}

function Shown({ valueType }: { valueType: Standing['valueType'] }) {
  const format = useFormat()
  const language = useLanguage()
  const { decided, suggested } = valueType
  const inForce = decided ?? suggested
  return (
    <>
      {decided ? (
        <p>
          <strong>{valueTypeName(decided, language)}</strong>{' '}
          <span className={style.words}>
            <Trans>
              decided by {valueType.decidedBy ?? '–'},{' '}
              {valueType.decidedAt ? format.day(valueType.decidedAt.slice(0, 10)) : '–'}
            </Trans>
            {valueType.reason ? `: ${valueType.reason}` : ''}
          </span>
        </p>
      ) : suggested ? (
        <p>
          <strong>{valueTypeName(suggested, language)}</strong>{' '}
          <span className={style.words}>
            <Trans>suggested by its behaviour; nobody has decided yet</Trans>
          </span>
        </p>
      ) : (
        <p className={style.words}>
          <Trans>Too little is known to suggest a type. Judge its strategic fit, or decide yourself.</Trans>
        </p>
      )}
      {decided && suggested && decided !== suggested && (
        <p className={style.words}>
          <Trans>Its behaviour suggests otherwise: {valueTypeName(suggested, language)}.</Trans>
        </p>
      )}
      {valueType.reasons.length > 0 && (
        <ul className={style.list}>
          {valueType.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {inForce && <p className={style.play}>{valueTypePlay(inForce, language)}</p>}
    </>
  )
}

function DecisionForm({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = useStandingChanged()
  const { decided, suggested } = standing.valueType
  const [type, setType] = useState<ValueType | null>(decided ?? suggested)
  const [reason, setReason] = useState(standing.valueType.reason ?? '')
  const decide = useMutation(
    api.identify.standing.decideValueType.mutationOptions({
      onSuccess: async () => {
        onClose()
        sayDone(t`The value type of ${standing.account.name} is decided.`)
        await changed()
      },
    }),
  )
  const send = (valueType: ValueType | null) =>
    decide.mutate({
      id: standing.account.id,
      valueType,
      reason: valueType === null || reason.trim() === '' ? null : reason.trim(),
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (type) send(type)
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <Radio.Group label={t`Value type`} value={type} onChange={value => setType(value as ValueType)}>
        <div className={style.form}>
          {valueTypes.map(each => (
            <Radio
              key={each}
              value={each}
              label={valueTypeName(each, language)}
              description={valueTypePlay(each, language)}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t`Reason (optional)`}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {decide.isError && <Failed error={decide.error} inline />}
      <div className={style.end}>
        {decided && (
          <Button variant="subtle" color="gray" onClick={() => send(null)} disabled={decide.isPending}>
            <Trans>Take the decision back</Trans>
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={decide.isPending} disabled={type === null}>
          <Trans>Decide</Trans>
        </Button>
      </div>
    </form>
  )
}
