import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWriting } from './language.web.ts'
import type { OrderDraft, WholeOrder } from './Order.tsx'
import { ProductSearch } from './ProductSearch.tsx'
import style from './portal.module.css'
import { quantityOf } from './quantity.ts'

type Props = { order: WholeOrder; draft: OrderDraft; change: (draft: OrderDraft) => void }

/** Lines one can change while the order waits; below each what was proposed and why. */
export function OrderLines({ order, draft, change }: Props) {
  const [adds, setAdds] = useState(false)
  const mayChange = order.may.includes('change') && order.signature === null
  const setQuantity = (product: string, typed: string, was: string) => {
    const { [product]: _, ...rest } = draft.quantities
    change({ ...draft, quantities: typed === was ? rest : { ...rest, [product]: quantityOf(typed) } })
  }
  return (
    <>
      <ul className={style.list}>
        {order.items.map(item => (
          <li key={item.product} className={style.line}>
            <LineFacts item={item} currency={order.currency} />
            {mayChange && (
              <QuantityField
                label={item.name}
                unit={item.unit}
                value={draft.quantities[item.product] ?? item.quantity}
                onChange={typed => setQuantity(item.product, typed, item.quantity)}
              />
            )}
          </li>
        ))}
        {draft.added.map(({ product, name }) => (
          <li key={product} className={style.line}>
            <div className={style.lineHead}>
              <span className={`${style.what} ${style.strong}`}>{name}</span>
              <span className={style.badge}>
                <Trans>new</Trans>
              </span>
            </div>
            <QuantityField
              label={name}
              unit={null}
              value={draft.quantities[product] ?? ''}
              onChange={typed => setQuantity(product, typed, '')}
            />
          </li>
        ))}
      </ul>
      {mayChange &&
        (adds ? (
          <ProductSearch
            asked
            account={order.account.code}
            onChoose={({ product, name }) => {
              setAdds(false)
              const isThere = [...order.items, ...draft.added].some(item => item.product === product)
              if (!isThere) change({ ...draft, added: [...draft.added, { product, name }] })
            }}
          />
        ) : (
          <button type="button" className={style.plain} onClick={() => setAdds(true)}>
            <Trans>Add a product</Trans>
          </button>
        ))}
    </>
  )
}

type Item = WholeOrder['items'][number]

function LineFacts({ item, currency }: { item: Item; currency: string }) {
  const { t } = useLingui()
  const write = useWriting()
  const facts = [
    item.proposed !== null && item.proposed !== item.quantity && t`proposed ${write.quantity(item.proposed)}`,
    item.allocated !== null && t`your share ${write.quantity(item.allocated)}`,
    item.confirmed !== null && t`confirmed ${write.quantity(item.confirmed)}`,
    item.shipped !== '0' && t`shipped so far ${write.quantity(item.shipped)}`,
  ].filter(Boolean)
  return (
    <>
      <div className={style.lineHead}>
        <span className={`${style.what} ${style.strong}`}>{item.name}</span>
        <span className={style.figure}>
          <span className={style.strong}>{write.quantity(item.quantity)}</span> {item.unit}
        </span>
      </div>
      <p className={style.small}>
        {item.product} · {item.unitPrice === null ? t`at the price in force` : write.money(item.unitPrice, currency)}
      </p>
      {facts.length > 0 && <p className={style.small}>{facts.join(' · ')}</p>}
      {item.reason && <p className={style.quiet}>{item.reason}</p>}
    </>
  )
}

type FieldProps = { label: string; unit: string | null; value: string; onChange: (typed: string) => void }

function QuantityField({ label, unit, value, onChange }: FieldProps) {
  const { t } = useLingui()
  return (
    <div className={style.entry}>
      <span className={style.small}>
        <Trans>You want</Trans>
      </span>
      <span>
        <input
          className={`${style.input} ${style.number}`}
          inputMode="decimal"
          aria-label={t`Quantity of ${label}`}
          value={value}
          onChange={event => onChange(event.target.value)}
        />{' '}
        {unit}
      </span>
    </div>
  )
}
