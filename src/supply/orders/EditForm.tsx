import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesEditor, lineFits, type TypedLine } from './LinesEditor.tsx'
import { type OrderRead, useOrderWrites } from './orders.web.ts'

/** Edits what is ordered; what the account has changed or signed is proposed to it anew. */
export function EditForm({ order, onDone }: { order: OrderRead; onDone: () => void }) {
  const { t } = useLingui()
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId: order.account.id } }))
  const [siteId, setSiteId] = useState(order.site ? String(order.site.id) : null)
  const [wantedOn, setWantedOn] = useState(order.wantedOn ?? '')
  const [reference, setReference] = useState(order.reference ?? '')
  const [terms, setTerms] = useState(order.terms ?? '')
  const [lines, setLines] = useState<TypedLine[]>(
    order.lines.map(({ product, quantity, unitPrice }) => ({ product, quantity, unitPrice: unitPrice ?? '' })),
  )
  const { edit } = useOrderWrites()
  const isComplete = lines.every(lineFits)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    edit.mutate(
      {
        publicId: order.publicId,
        version: order.version,
        // The address is taken from the site as it is now: a site that stays is not sent.
        ...(siteId === (order.site ? String(order.site.id) : null)
          ? {}
          : { siteId: siteId === null ? null : Number(siteId) }),
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
        onSuccess: () => {
          sayDone(t`Order changed`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      {order.state === 'signed' && (
        <p className={form.words}>
          <Trans>It is signed. After this change it has to be signed again; the signature stays in its history.</Trans>
        </p>
      )}
      {order.state === 'changed' && (
        <p className={form.words}>
          <Trans>The account has changed it. Your change is proposed to the account anew.</Trans>
        </p>
      )}
      <LinesEditor lines={lines} currency={order.currency} onChange={setLines} />
      <Select
        label={t`Ship to`}
        clearable
        placeholder={t`The account’s own address`}
        data={(sites.data?.items ?? []).map(site => ({ value: String(site.id), label: site.name }))}
        value={siteId}
        onChange={setSiteId}
      />
      <TextInput
        type="date"
        label={t`Wanted on`}
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
      {edit.isError && <Failed error={edit.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={edit.isPending} disabled={!isComplete}>
          {order.state === 'draft' ? <Trans>Keep the changes</Trans> : <Trans>Propose the changes</Trans>}
        </Button>
      </div>
    </form>
  )
}
