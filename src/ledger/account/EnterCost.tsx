import { Trans, useLingui } from '@lingui/react/macro'
import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { amountTyped } from '../amount-typed.ts'
import { useCostsChanged } from './costs-changed.web.ts'
import style from './EnterCost.module.css'

type Props = { accountId: number; kinds: string[]; onClose: () => void }

/** A cost to serve by hand: day, what for, how much. */
export function EnterCost({ accountId, kinds, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const changed = useCostsChanged()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState('')
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const amount = amountTyped(typed)
  const add = useMutation(
    api.costEntries.add.mutationOptions({
      onSuccess: async entry => {
        sayDone(t`${entry.kind}, ${format.amount(entry.amount, 'exact')}: entered.`)
        onClose()
        await changed()
      },
    }),
  )
  const ready = day !== '' && kind.trim() !== '' && amount !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) add.mutate({ accountId, day, kind: kind.trim(), amount, note: note.trim() || null })
  }
  return (
    <form className={style.form} onSubmit={submit} aria-label={t`Enter a cost`}>
      <TextInput
        type="date"
        size="xs"
        label={t`Day`}
        required
        value={day}
        onChange={event => setDay(event.target.value)}
        data-autofocus
      />
      <Autocomplete size="xs" label={t`Kind`} required maxLength={100} data={kinds} value={kind} onChange={setKind} />
      <TextInput
        size="xs"
        label={baseCurrency === 'XXX' ? t`Amount` : t`Amount in ${baseCurrency}`}
        required
        inputMode="decimal"
        value={typed}
        error={typed !== '' && amount === null ? t`Not an amount` : undefined}
        onChange={event => setTyped(event.target.value)}
      />
      <TextInput
        size="xs"
        label={t`Note (optional)`}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <div className={style.end}>
        <Button size="xs" variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button size="xs" type="submit" loading={add.isPending} disabled={!ready}>
          <Trans>Enter the cost</Trans>
        </Button>
      </div>
      {add.isError && (
        <div className={style.failed}>
          <Failed error={add.error} inline />
        </div>
      )}
    </form>
  )
}
