import { useLingui } from '@lingui/react/macro'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../web/api.ts'
import { DetailDrawer } from '../web/feedback/DetailDrawer.tsx'
import { Amount, Unknown } from '../web/figures/Amount.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat } from '../web/use-format.ts'
import style from './ProductDrawer.module.css'

type Props = { id: number | undefined; onClose: () => void; children: ReactNode }

/** Everything the product's record holds; below it, what other rooms know of the product. */
export function ProductDrawer({ id, onClose, children }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const product = useQuery(api.products.get.queryOptions({ input: id === undefined ? skipToken : { id } }))
  const none = t`No import names it`
  const text = (value: string | null) => value ?? <Unknown reason={none} />
  const day = (value: string | null) => (value ? format.day(value) : <Unknown reason={none} />)
  const facts: [string, ReactNode][] = product.data
    ? [
        [t`Code`, product.data.code],
        [t`Category`, text(product.data.category)],
        [t`Subcategory`, text(product.data.subcategory)],
        [t`Brand`, text(product.data.brand)],
        [t`Unit`, text(product.data.unit)],
        [t`Units per pack`, product.data.packSize ? format.number(product.data.packSize) : text(null)],
        [
          t`List price`,
          <Amount
            key="price"
            value={product.data.listPrice}
            currency={product.data.currency}
            form="exact"
            unknown={none}
          />,
        ],
        [
          t`Standard cost`,
          <Amount
            key="cost"
            value={product.data.standardCost}
            currency={product.data.currency}
            form="exact"
            unknown={none}
          />,
        ],
        [t`Launched on`, day(product.data.launchedOn)],
        [t`Discontinued on`, day(product.data.discontinuedOn)],
        [t`Note`, text(product.data.note)],
      ]
    : []
  return (
    <DetailDrawer opened={id !== undefined} onClose={onClose} title={product.data?.name ?? t`Product`}>
      {product.isPending && <LinesSkeleton lines={8} />}
      {product.isError && <Failed error={product.error} onRetry={() => void product.refetch()} />}
      <dl className={style.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </DetailDrawer>
  )
}
