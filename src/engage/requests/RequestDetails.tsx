import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone, sayUndoable } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { ApprovalPath } from './ApprovalPath.tsx'
import { ExecutiveDay } from './ExecutiveDay.tsx'
import style from './requests.module.css'
import { type RequestWhole, useRequestWrites } from './requests.web.ts'
import { decidedAsWords, requestKindName, requestStateName } from './requests-words.ts'

/** One request: what and why, its path, and whatever the reader may do about it now. */
export function RequestDetails({ id }: { id: number }) {
  const query = useQuery(api.engage.requests.read.queryOptions({ input: { id } }))
  if (query.isPending) return <LinesSkeleton lines={10} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const request = query.data
  return (
    <div className={form.form}>
      <Facts request={request} />
      <section>
        <h3>
          <Trans>Who must agree</Trans>
        </h3>
        <ApprovalPath steps={request.steps} />
      </section>
      {request.executive && request.executiveDay && (
        <ExecutiveDay day={request.executiveDay} name={request.executive.name} />
      )}
      {request.mayDecide && <Decide request={request} as={request.mayDecide} key={request.version} />}
      {request.mayHandle && <Handle request={request} key={`handle ${request.version}`} />}
    </div>
  )
}

function Facts({ request }: { request: RequestWhole }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const facts: [string, ReactNode][] = [
    [
      t`Account`,
      <Link key="account" to="/accounts/$id" params={{ id: String(request.account.id) }} className="link">
        {request.account.name}
      </Link>,
    ],
    [t`Kind of request`, requestKindName(request.kind, language)],
    [t`On which day`, format.day(request.wantedOn)],
    [t`Whose presence`, request.executive?.name],
    [t`For whom at the account`, request.contact?.name],
    [t`Why it matters`, request.reason],
    [t`What it costs us`, <Amount key="cost" value={request.cost} />],
    [t`What hangs on it`, <Amount key="worth" value={request.worth} />],
    [t`Asked by`, `${request.askedByName}, ${format.day(request.askedOn)}`],
    [t`Where it stands`, requestStateName(request.state, language)],
    [t`What came of it`, request.outcome],
    [t`What it cost in the end`, request.costInTheEnd && <Amount key="end" value={request.costInTheEnd} />],
  ]
  return (
    <dl className={form.facts}>
      {facts.map(([name, value]) =>
        value === undefined || value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Decide({ request, as }: { request: RequestWhole; as: NonNullable<RequestWhole['mayDecide']> }) {
  const { t } = useLingui()
  const language = useLanguage()
  const [note, setNote] = useState('')
  const { decide } = useRequestWrites()
  const give = (approve: boolean) =>
    decide.mutate(
      { id: request.id, version: request.version, approve, note: note.trim() || null },
      { onSuccess: () => sayDone(approve ? t`Approved` : t`Declined`) },
    )
  return (
    <section className={style.decide}>
      <h3>
        <Trans>Your decision</Trans>
        {as !== 'own' && <span className={style.quiet}> {decidedAsWords(as, language)}</span>}
      </h3>
      <Textarea
        label={t`A word with it`}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {decide.isError && <Failed error={decide.error} inline />}
      <div className={form.end}>
        <Button
          variant="default"
          loading={decide.isPending && !decide.variables.approve}
          disabled={decide.isPending}
          onClick={() => give(false)}
        >
          <Trans>Decline</Trans>
        </Button>
        <Button
          loading={decide.isPending && decide.variables.approve}
          disabled={decide.isPending}
          onClick={() => give(true)}
        >
          <Trans>Approve</Trans>
        </Button>
      </div>
    </section>
  )
}

/** What the one who asked does with it: withdraw it, or say what came of it. */
function Handle({ request }: { request: RequestWhole }) {
  const { t } = useLingui()
  const { today } = useCompany()
  const [outcome, setOutcome] = useState('')
  const [cost, setCost] = useState('')
  const { withdraw, settle } = useRequestWrites()
  const version = request.version
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record('succeed')
  }
  const reopen = (at: number) =>
    settle.mutate({ id: request.id, version: at, act: 'reopen', outcome: null, cost: null })
  const record = (act: 'succeed' | 'fail') =>
    settle.mutate(
      { id: request.id, version, act, outcome: outcome.trim() || null, cost: cost.trim() || null },
      { onSuccess: settled => sayUndoable(t`Outcome recorded`, () => reopen(settled.version)) },
    )
  const mayWithdraw = request.state === 'waiting' || request.state === 'approved'
  return (
    <>
      {request.state === 'approved' && request.wantedOn <= today && (
        <form className={style.decide} onSubmit={submit}>
          <h3>
            <Trans>What came of it</Trans>
          </h3>
          <Textarea
            label={t`In a sentence or two`}
            autosize
            minRows={2}
            maxLength={2000}
            value={outcome}
            onChange={event => setOutcome(event.target.value)}
          />
          <TextInput
            label={t`What it cost in the end`}
            inputMode="decimal"
            value={cost}
            onChange={event => setCost(event.target.value)}
          />
          <div className={form.end}>
            <Button variant="default" disabled={settle.isPending} onClick={() => record('fail')}>
              <Trans>It came to nothing</Trans>
            </Button>
            <Button type="submit" loading={settle.isPending}>
              <Trans>It was done</Trans>
            </Button>
          </div>
        </form>
      )}
      {(settle.isError || withdraw.isError) && <Failed error={settle.error ?? withdraw.error} inline />}
      {mayWithdraw && (
        <div className={form.end}>
          <Button
            variant="subtle"
            color="red"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({ id: request.id, version }, { onSuccess: () => sayDone(t`Request withdrawn`) })
            }
          >
            <Trans>Withdraw the request</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
