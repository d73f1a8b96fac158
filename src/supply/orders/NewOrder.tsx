import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Switch, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { LinesEditor, lineFits, type TypedLine } from './LinesEditor.tsx'
import { useOrderWrites } from './orders.web.ts'

/** An order by hand: a draft, or put before the account at once. */
export function NewOrder({ accountId, onDone }: { accountId: number | null; onDone: (publicId: string) => void }) {
  const { t } = useLingui()
  const { today, baseCurrency } = useCompany()
  const given = useQuery(api.accounts.get.queryOptions({ input: accountId === null ? skipToken : { id: accountId } }))
  const [chosen, setChosen] = useState<AccountChoice | null>(null)
  const [wantedOn, setWantedOn] = useState('')
  const [reference, setReference] = useState('')
  const [terms, setTerms] = useState('')
  const [lines, setLines] = useState<TypedLine[]>([])
  const [propose, setPropose] = useState(false)
  const { create } = useOrderWrites()
  const account = chosen ?? given.data ?? null
  const isComplete =
    account !== null && lines.every(lineFits) && (!propose || lines.some(line => Number(line.quantity) > 0))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    create.mutate(
      {
        accountId: account.id,
        propose,
        wantedOn: wantedOn || null,
        reference: reference.trim() || null,
        terms: terms.trim() || null,
        lines: lines.map(({ product, quantity, unitPrice }) => ({
          productId: product.id,
          quantity,
          unitPrice: unitPrice || null,
        })),
      },
      {
        onSuccess: order => {
          sayDone(propose ? t`Proposed to ${order.account.name}` : t`Draft ${order.number} kept`)
          onDone(order.publicId)
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <AccountSelect label={t`Account`} value={account} onChange={setChosen} />
      <TextInput
        type="date"
        label={t`Wanted on`}
        min={today}
        value={wantedOn}
        onChange={event => setWantedOn(event.target.value)}
      />
      <TextInput
        label={t`The account’s own number`}
        maxLength={100}
        value={reference}
        onChange={event => setReference(event.target.value)}
      />
      <TextInput label={t`Terms`} maxLength={1000} value={terms} onChange={event => setTerms(event.target.value)} />
      <LinesEditor lines={lines} currency={baseCurrency} onChange={setLines} />
      <Switch
        label={t`Put it before the account at once`}
        checked={propose}
        onChange={event => setPropose(event.target.checked)}
      />
      {create.isError && <Failed error={create.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={create.isPending} disabled={!isComplete}>
          {propose ? <Trans>Propose the order</Trans> : <Trans>Keep the draft</Trans>}
        </Button>
      </div>
    </form>
  )
}
