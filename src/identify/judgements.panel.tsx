import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Slider, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../web/api.ts'
import { sayDone } from '../web/feedback/say.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { measureName } from './measure-words.ts'
import { type JudgedMeasureKey, judgedMeasureKeys } from './measures.ts'
import style from './standing/standing.module.css'
import { type Standing, useStanding, useStandingChanged } from './standing/use-standing.web.ts'

/** What people judge, 0 to 10: influence, strategic fit, loyalty; each with author and date. */
export function JudgementsPanel({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const query = useStanding(accountId)
  const standing = query.data
  return (
    <Section title={t`Judgements`} note={t`0 to 10, with author and date; they count by the weights of the policy`}>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : !standing ? (
        <LinesSkeleton />
      ) : (
        <div>
          {judgedMeasureKeys.map(measure => (
            <Judged key={measure} standing={standing} measure={measure} />
          ))}
        </div>
      )}
    </Section>
  )
}

function Judged({ standing, measure }: { standing: Standing; measure: JudgedMeasureKey }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const [judging, setJudging] = useState(false)
  const latest = standing.judgements.find(each => each.measure === measure)
  const name = measureName(measure, language)
  return (
    <div className={style.judged}>
      <div>
        <div className={style.subtitle}>{name}</div>
        <div className={style.words}>
          {latest ? `${latest.author}, ${format.day(latest.judgedOn)}` : <Trans>Nobody has judged it yet</Trans>}
        </div>
      </div>
      {judging ? (
        <JudgeForm
          accountId={standing.account.id}
          measure={measure}
          value={latest?.value ?? 5}
          onClose={() => setJudging(false)}
        />
      ) : (
        <div className={style.standing}>
          <span className={style.grade}>{latest ? format.points(latest.value) : '–'}</span>
          {latest?.note && <span className={style.words}>{latest.note}</span>}
          {standing.mayJudge && (
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => setJudging(true)}
              aria-label={latest ? t`Judge anew: ${name}` : t`Judge: ${name}`}
            >
              {latest ? <Trans>Judge anew</Trans> : <Trans>Judge</Trans>}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

type FormProps = { accountId: number; measure: JudgedMeasureKey; value: number; onClose: () => void }

function JudgeForm({ accountId, measure, value, onClose }: FormProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const changed = useStandingChanged()
  const [grade, setGrade] = useState(value)
  const [note, setNote] = useState('')
  const name = measureName(measure, language)
  const judge = useMutation(
    api.identify.standing.judge.mutationOptions({
      onSuccess: async () => {
        onClose()
        sayDone(t`${name} is judged ${format.points(grade)}.`)
        await changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    judge.mutate({ id: accountId, measure, value: grade, note: note.trim() === '' ? null : note.trim() })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <div className={style.slider}>
        <Slider
          thumbLabel={name}
          min={0}
          max={10}
          step={0.5}
          value={grade}
          onChange={setGrade}
          label={null}
          marks={[{ value: 0 }, { value: 5 }, { value: 10 }]}
        />
        <span className={style.grade}>{format.points(grade)}</span>
      </div>
      <TextInput
        label={t`Note (optional)`}
        maxLength={2000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {judge.isError && <Failed error={judge.error} inline />}
      <div className={style.end}>
        <Button variant="default" size="xs" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" size="xs" loading={judge.isPending}>
          <Trans>Save the judgement</Trans>
        </Button>
      </div>
    </form>
  )
}
