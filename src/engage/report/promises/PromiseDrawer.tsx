import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { usePeople } from '../../../accounts/people.web.ts'
import { api } from '../../../web/api.ts'
import { problemOf } from '../../../web/failure.ts'
import { DetailDrawer } from '../../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../../web/feedback/say.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../../web/session.ts'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { type PromiseSide, promiseSides } from '../promise.ts'
import { promiseStateName, sideName } from '../visit-report-words.ts'
import type { PromiseRead } from './promise-read.web.ts'
import style from './promises.module.css'
import { Settle } from './Settle.tsx'
import { usePromisesChanged } from './use-settle.web.ts'

type Props = {
  /** Needed for a new one. */
  accountId?: number
  /** undefined: closed. */
  promise: PromiseRead | 'new' | undefined
  onClose: () => void
}

/** One promise: to read, to edit while it is open; or a new one. */
export function PromiseDrawer({ accountId, promise, onClose }: Props) {
  const { t } = useLingui()
  const title = promise === 'new' ? t`Add a promise` : t`Promise`
  const account = promise === 'new' || promise === undefined ? accountId : promise.account.id
  return (
    <DetailDrawer opened={promise !== undefined} onClose={onClose} title={title} size={480}>
      {promise !== undefined && account !== undefined && (
        <>
          {promise !== 'new' && <Facts promise={promise} />}
          {promise !== 'new' && promise.mayEdit && (
            <div className={style.settle}>
              <Settle promise={promise} />
            </div>
          )}
          {(promise === 'new' || (promise.state === 'open' && promise.mayEdit)) && (
            <PromiseForm
              key={promise === 'new' ? 'new' : `${promise.id}-${promise.version}`}
              accountId={account}
              promise={promise === 'new' ? null : promise}
              onClose={onClose}
            />
          )}
        </>
      )}
    </DetailDrawer>
  )
}

function Facts({ promise }: { promise: PromiseRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const { state, closedOn, outcome, madeOn, visitId, account } = promise
  return (
    <dl className={style.facts}>
      {!(state === 'open' && promise.mayEdit) && (
        <>
          <dt>{sideName(promise.side, language)}</dt>
          <dd>{promise.what}</dd>
        </>
      )}
      <dt>{t`Account`}</dt>
      <dd>
        <Link to="/accounts/$id" params={{ id: String(account.id) }} className="link">
          {account.name}
        </Link>
      </dd>
      <dt>{t`Made`}</dt>
      <dd>
        {visitId === null ? (
          format.day(madeOn)
        ) : (
          <Link to="/visits/$id/report" params={{ id: String(visitId) }} className="link">
            {t`${format.day(madeOn)}, at a visit`}
          </Link>
        )}
      </dd>
      {state !== 'open' && (
        <>
          <dt>{promiseStateName(state, language)}</dt>
          <dd>{[closedOn && format.day(closedOn), outcome].filter(Boolean).join(' · ')}</dd>
        </>
      )}
    </dl>
  )
}

type FormProps = { accountId: number; promise: PromiseRead | null; onClose: () => void }

function PromiseForm({ accountId, promise, onClose }: FormProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { person } = useSession()
  const { baseCurrency } = useCompany()
  const { owners, nameOf } = usePeople()
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { accountId }, select: answer => answer.items }))
  const changed = usePromisesChanged()
  const [draft, setDraft] = useState({
    side: promise?.side ?? ('ours' as PromiseSide),
    what: promise?.what ?? '',
    ownerId: promise?.ownerId ?? person.id,
    contactId: promise?.contactId ?? null,
    due: promise?.due ?? '',
    value: promise?.value ?? '',
  })
  const onSuccess = () => {
    sayDone(t`The promise is saved.`)
    onClose()
    return changed()
  }
  const make = useMutation(api.engage.promises.make.mutationOptions({ onSuccess }))
  const edit = useMutation(api.engage.promises.edit.mutationOptions({ onSuccess }))
  const ours = draft.side === 'ours'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = {
      what: draft.what,
      contactId: draft.contactId,
      due: draft.due || null,
      value: draft.value.replace(/[\s,，]/g, '') || null,
    }
    if (promise)
      edit.mutate({ id: promise.id, version: promise.version, ...said, ...(ours && { ownerId: draft.ownerId }) })
    else make.mutate({ accountId, side: draft.side, ...said, ownerId: ours ? draft.ownerId : null })
  }
  const failed = make.error ?? edit.error
  // Whoever keeps it need not be a manager: the order desk promises, too.
  const keepers = [...new Set([person.id, draft.ownerId, ...owners.map(each => each.id)])]
  return (
    <form className={style.form} onSubmit={submit}>
      {!promise && (
        <SegmentedControl
          aria-label={t`Who promised`}
          data={promiseSides.map(value => ({ value, label: sideName(value, language) }))}
          value={draft.side}
          onChange={side => setDraft({ ...draft, side: side as PromiseSide })}
        />
      )}
      <Textarea
        label={t`What was promised`}
        value={draft.what}
        maxLength={500}
        required
        autosize
        minRows={2}
        data-autofocus={promise === null || undefined}
        onChange={event => setDraft({ ...draft, what: event.currentTarget.value })}
      />
      {ours && (
        <Select
          label={t`Who keeps it`}
          data={keepers.map(id => ({ value: id, label: nameOf(id) }))}
          value={draft.ownerId}
          onChange={ownerId => ownerId && setDraft({ ...draft, ownerId })}
          allowDeselect={false}
          searchable
        />
      )}
      <Select
        label={ours ? t({ message: 'To whom', context: 'promise' }) : t`Who promised`}
        data={(contacts.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={draft.contactId === null ? null : String(draft.contactId)}
        onChange={id => setDraft({ ...draft, contactId: id === null ? null : Number(id) })}
        clearable
        searchable
      />
      <TextInput
        label={t`By when`}
        type="date"
        value={draft.due}
        onChange={event => setDraft({ ...draft, due: event.currentTarget.value })}
      />
      <TextInput
        label={t`At stake, ${baseCurrency}`}
        description={t`What hangs on it, if anybody can say`}
        inputMode="decimal"
        value={draft.value}
        onChange={event => setDraft({ ...draft, value: event.currentTarget.value })}
      />
      {failed && <Failed error={failed} inline />}
      {failed && problemOf(failed).code === 'promise_changed_meanwhile' && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={style.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={make.isPending || edit.isPending} disabled={draft.what.trim() === ''}>
          {promise ? <Trans>Save the promise</Trans> : <Trans>Add the promise</Trans>}
        </Button>
      </div>
    </form>
  )
}
