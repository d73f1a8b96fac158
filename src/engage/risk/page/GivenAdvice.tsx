import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { usePeople } from '../../../identify/people.web.ts'
import { api } from '../../../web/api.ts'
import { sayDone, sayFailed } from '../../../web/feedback/say.tsx'
import { Amount } from '../../../web/figures/Amount.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useCompany } from '../../../web/session.ts'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { type Following, followings } from '../following.ts'
import style from '../risk.module.css'
import { channelName, followingName, measureName } from '../risk-words.ts'
import type { AdviceRead } from './alert.web.ts'

/** What was advised about a site so far, each with what came of it. */
export function GivenAdvice({ advice, mayRecord }: { advice: readonly AdviceRead[]; mayRecord: boolean }) {
  const { t } = useLingui()
  if (advice.length === 0) return null
  return (
    <section aria-label={t`Advice given`}>
      <ul className={style.advice}>
        {advice.map(each => (
          <li key={each.id}>
            <Told advice={each} />
            {mayRecord ? <Outcome key={each.version} advice={each} /> : <OutcomeFacts advice={each} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Told({ advice }: { advice: AdviceRead }) {
  const format = useFormat()
  const language = useLanguage()
  const { nameOf } = usePeople()
  return (
    <div>
      <div>{advice.measures.map(measure => measureName(measure, language)).join(language === 'en' ? ', ' : '、')}</div>
      {advice.words && <div>{advice.words}</div>}
      <div className={style.quiet}>
        {[
          format.instant(advice.givenAt),
          nameOf(advice.givenBy) ?? advice.givenBy,
          channelName(advice.channel, language),
          advice.contactName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  )
}

function OutcomeFacts({ advice }: { advice: AdviceRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  if (!advice.followed) return <span className={style.quiet}>{t`What came of it is not recorded yet.`}</span>
  return (
    <span>
      {followingName(advice.followed, language)}
      {advice.lossAvoided !== null && (
        <>
          {' · '}
          <Trans>
            loss avoided <Amount value={advice.lossAvoided} />
          </Trans>
        </>
      )}
    </span>
  )
}

const isAmount = (text: string) => /^(\d{1,15}(\.\d{1,6})?)?$/.test(text.replaceAll(/[,\s]/g, ''))

function Outcome({ advice }: { advice: AdviceRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { baseCurrency } = useCompany()
  const queries = useQueryClient()
  const [followed, setFollowed] = useState<Following | null>(advice.followed)
  const [lossAvoided, setLossAvoided] = useState(advice.lossAvoided ?? '')
  const [loss, setLoss] = useState(advice.loss ?? '')
  const [words, setWords] = useState(advice.outcomeWords ?? '')
  const changed = () => queries.invalidateQueries({ queryKey: api.engage.risk.key() })
  const record = useMutation(
    api.engage.risk.outcome.mutationOptions({
      onSuccess: () => {
        sayDone(t`What came of the advice is recorded.`)
        return changed()
      },
    }),
  )
  const withdraw = useMutation(
    api.engage.risk.withdrawAdvice.mutationOptions({ onSuccess: changed, onError: sayFailed }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const amount = (text: string) => text.replaceAll(/[,\s]/g, '') || null
    record.mutate({
      id: advice.id,
      version: advice.version,
      followed,
      lossAvoided: amount(lossAvoided),
      loss: amount(loss),
      outcomeWords: words.trim() || null,
    })
  }
  return (
    <form className={style.stack} onSubmit={submit}>
      <SegmentedControl
        aria-label={t`Was it followed`}
        fullWidth
        value={followed ?? ''}
        data={followings.map(each => ({ value: each, label: followingName(each, language) }))}
        onChange={value => setFollowed(value as Following)}
      />
      {followed && (
        <>
          <TextInput
            label={t`Loss avoided, ${baseCurrency}`}
            inputMode="decimal"
            value={lossAvoided}
            onChange={event => setLossAvoided(event.currentTarget.value)}
          />
          <TextInput
            label={t`Loss suffered, ${baseCurrency}`}
            inputMode="decimal"
            value={loss}
            onChange={event => setLoss(event.currentTarget.value)}
          />
          <Textarea
            label={t`What happened`}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            value={words}
            onChange={event => setWords(event.currentTarget.value)}
          />
        </>
      )}
      {record.error && <Failed error={record.error} inline />}
      <div className={style.feedHead}>
        <Button
          size="xs"
          variant="subtle"
          color="red"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: advice.id })}
        >
          <Trans>Withdraw the advice</Trans>
        </Button>
        <Button
          size="xs"
          type="submit"
          variant="default"
          loading={record.isPending}
          disabled={followed === null || !isAmount(lossAvoided) || !isAmount(loss)}
        >
          <Trans>Record the outcome</Trans>
        </Button>
      </div>
    </form>
  )
}
