import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { lastFullWeek, quantityOf } from './entry.ts'
import style from './stock.module.css'

type Props = {
  accountId: number
  what: 'stock' | 'sales'
  onWhat: (what: 'stock' | 'sales') => void
  onDone: () => void
}

type Product = { id: number; name: string; last: string | null }

/** One number for each product, with the thumb: what is on the shelf today, or what was sold in a week. */
export function EnterStock({ accountId, what, onWhat, onDone }: Props) {
  const { t } = useLingui()
  const { today } = useCompany()
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId } }))
  const known = useQuery(api.supply.stock.list.queryOptions({ input: { accountId, sort: 'product', limit: 500 } }))
  const [siteId, setSite] = useState<string | null>(null)
  const [day, setDay] = useState(today)
  const [span, setSpan] = useState(lastFullWeek(today))
  const [said, setSaid] = useState<Record<number, string>>({})
  const [added, setAdded] = useState<Product[]>([])
  const entry = useEntry(onDone)
  if (known.isError) return <Failed error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data || !sites.data) return <LinesSkeleton lines={10} />
  const here = known.data.items.filter(row => String(row.site?.id ?? '') === (siteId ?? ''))
  const products: Product[] = [
    ...here.map(row => ({ id: row.product.id, name: row.product.name, last: row.onHand })),
    ...added,
  ]
  const rows = products.flatMap(({ id }) => {
    const quantity = quantityOf(said[id] ?? '')
    return quantity ? [{ productId: id, quantity }] : []
  })
  const wrong = products.some(({ id }) => (said[id] ?? '') !== '' && quantityOf(said[id]!) === null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = { accountId, siteId: siteId === null ? null : Number(siteId) }
    if (what === 'stock')
      entry.stock.mutate({
        ...place,
        day,
        rows: rows.map(({ productId, quantity }) => ({ productId, onHand: quantity })),
      })
    else
      entry.sales.mutate({
        ...place,
        fromDay: span.from,
        toDay: span.to,
        rows: rows.map(({ productId, quantity }) => ({ productId, sold: quantity })),
      })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <SegmentedControl
        fullWidth
        aria-label={t`What to enter`}
        value={what}
        onChange={next => onWhat(next as Props['what'])}
        data={[
          { value: 'stock', label: t`On hand` },
          { value: 'sales', label: t({ message: 'Sold', context: 'stock entry' }) },
        ]}
      />
      {what === 'stock' ? (
        <TextInput
          label={t`Counted on`}
          type="date"
          required
          max={today}
          value={day}
          onChange={event => setDay(event.currentTarget.value)}
        />
      ) : (
        <div className={style.pair}>
          <TextInput
            label={t`Sold from`}
            type="date"
            required
            max={today}
            value={span.from}
            onChange={event => setSpan({ ...span, from: event.currentTarget.value })}
          />
          <TextInput
            label={t`Sold until`}
            type="date"
            required
            max={today}
            min={span.from}
            value={span.to}
            onChange={event => setSpan({ ...span, to: event.currentTarget.value })}
          />
        </div>
      )}
      {sites.data.items.length > 0 && (
        <Select
          label={t`Site`}
          placeholder={t`The account as a whole`}
          clearable
          value={siteId}
          data={sites.data.items.map(site => ({ value: String(site.id), label: site.name }))}
          onChange={setSite}
        />
      )}
      <ul className={style.items}>
        {products.map(product => (
          <li key={product.id} className={style.item}>
            <Entry
              product={product}
              what={what}
              value={said[product.id] ?? ''}
              onChange={value => setSaid({ ...said, [product.id]: value })}
            />
          </li>
        ))}
      </ul>
      <AddProduct
        known={products.map(({ id }) => id)}
        onAdd={product => setAdded([...added, { ...product, last: null }])}
      />
      {entry.failed && <Failed error={entry.failed} inline />}
      <div className={style.end}>
        <span className={style.space}>
          {rows.length > 0 && plural(rows.length, { one: '# product entered', other: '# products entered' })}
        </span>
        <Button type="submit" size="md" loading={entry.saving} disabled={rows.length === 0 || wrong}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  )
}

type EntryProps = { product: Product; what: Props['what']; value: string; onChange: (value: string) => void }

function Entry({ product, what, value, onChange }: EntryProps) {
  const { t } = useLingui()
  const format = useFormat()
  const last = product.last === null ? null : format.number(product.last, 0)
  return (
    <>
      <span className={style.name}>
        {product.name}
        {last !== null && <span className={style.last}>{what === 'stock' ? t`last ${last}` : t`on hand ${last}`}</span>}
      </span>
      <TextInput
        aria-label={product.name}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        maxLength={15}
        value={value}
        error={value !== '' && quantityOf(value) === null}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </>
  )
}

/** Any other product, found by name or code. */
function AddProduct({
  known,
  onAdd,
}: {
  known: readonly number[]
  onAdd: (product: { id: number; name: string }) => void
}) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 200)
  const found = useQuery(
    api.products.list.queryOptions({
      input: { text: wanted || undefined, limit: 20 },
      placeholderData: keepPreviousData,
    }),
  )
  const choices = (found.data?.items ?? []).filter(({ id }) => !known.includes(id))
  return (
    <Select
      label={t`Another product`}
      placeholder={t`Name or code`}
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t`No product of that name`}
      data={choices.map(({ id, code, name }) => ({ value: String(id), label: `${name} · ${code}` }))}
      onChange={id => {
        const product = choices.find(each => String(each.id) === id)
        if (product) onAdd({ id: product.id, name: product.name })
        setText('')
      }}
    />
  )
}

function useEntry(onDone: () => void) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const onSuccess = () => {
    sayDone(t`Saved.`)
    onDone()
    return Promise.all(
      [api.supply.key(), api.accounts.changes.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
  }
  const stock = useMutation(api.supply.stock.enterStock.mutationOptions({ onSuccess }))
  const sales = useMutation(api.supply.stock.enterSales.mutationOptions({ onSuccess }))
  return { stock, sales, failed: stock.error ?? sales.error, saving: stock.isPending || sales.isPending }
}
