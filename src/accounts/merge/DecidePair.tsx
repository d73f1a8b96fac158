import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useMay } from '../../web/session.ts'
import style from './compare.module.css'
import type { PairRead } from './merge.web.ts'

/** What can be said of a pair without merging: a head says that it is none, or opens it again; a manager proposes. */
export function DecidePair({ pair, mayDecide }: { pair: PairRead; mayDecide: boolean }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const mayPropose = useMay('manager')
  const onSuccess = () => queries.invalidateQueries({ queryKey: api.merge.key() })
  const decide = useMutation(api.merge.decide.mutationOptions({ onSuccess }))
  const propose = useMutation(api.merge.propose.mutationOptions({ onSuccess }))
  if (mayDecide && pair.id > 0 && pair.state === 'not duplicates')
    return (
      <Button
        variant="default"
        onClick={() => decide.mutate({ id: pair.id, state: 'open' })}
        loading={decide.isPending}
      >
        <Trans>Open again</Trans>
      </Button>
    )
  if (mayDecide && pair.id > 0)
    return (
      <WithReason
        name={t`Not duplicates`}
        label={t`Why they are two companies`}
        pending={decide.isPending}
        error={decide.error}
        onSay={reason =>
          decide.mutate(
            { id: pair.id, state: 'not duplicates', reason: reason || null },
            { onSuccess: () => sayDone(t`Remembered: two companies.`) },
          )
        }
      />
    )
  if (!mayPropose || pair.state === 'proposed') return null
  return (
    <WithReason
      name={t`Propose to merge`}
      label={t`Why they are one company`}
      required
      pending={propose.isPending}
      error={propose.error}
      onSay={reason =>
        propose.mutate(
          { one: pair.one.id, other: pair.other.id, reason },
          { onSuccess: () => sayDone(t`Proposed: a head decides.`) },
        )
      }
    />
  )
}

type ReasonProps = {
  name: string
  label: string
  required?: boolean
  pending: boolean
  error: unknown
  onSay: (reason: string) => void
}

function WithReason({ name, label, required = false, pending, error, onSay }: ReasonProps) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSay(reason.trim())
  }
  return (
    <Popover width={320} position="bottom-end" trapFocus withArrow>
      <Popover.Target>
        <Button variant="default">{name}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <form className={style.reason} onSubmit={submit}>
          <TextInput
            label={label}
            required={required}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
            data-autofocus
          />
          {error ? <Failed error={error} inline /> : null}
          <Button type="submit" loading={pending} disabled={required && reason.trim() === ''}>
            {name}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
