import { useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPackage, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api, type client } from '../web/api.ts'
import { Amount } from '../web/figures/Amount.tsx'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { ProductDrawer } from './ProductDrawer.tsx'

const route = getRouteApi('/_app/products')

type Product = Awaited<ReturnType<typeof client.products.list>>['items'][number]

/** What is sold: found by code or name, each with what the imports say of it, and with what other rooms add. */
export function ProductsPage({ more }: { more: (productId: number) => ReactNode }) {
  const { t } = useLingui()
  const { text, product } = route.useSearch()
  const navigate = route.useNavigate()
  const [words, setWords] = useState(text ?? '')
  const find = useDebouncedCallback((wanted: string) => {
    void navigate({ search: old => ({ ...old, text: wanted.trim() || undefined }), replace: true })
  }, 200)
  const query = useInfiniteQuery(
    api.products.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ text, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const open = (id: number | undefined) => void navigate({ search: old => ({ ...old, product: id }) })
  return (
    <>
      <PageHeader title={t`Products`} context={[t`As imports wrote them`]}>
        <TextInput
          w={320}
          maw="100%"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          aria-label={t`Find a product`}
          placeholder={t`Code or name`}
          value={words}
          onChange={event => {
            setWords(event.target.value)
            find(event.target.value)
          }}
        />
      </PageHeader>
      <DataTable
        label={t`Products`}
        columns={useColumns()}
        {...pagedRows(query)}
        rowKey={row => row.id}
        isMarked={row => row.id === product}
        onOpen={row => open(row.id)}
        empty={
          text ? (
            <EmptyState title={t`No product fits “${text}”`}>{t`Try a part of its code or name.`}</EmptyState>
          ) : (
            <EmptyState
              icon={<IconPackage size={24} stroke={1.5} />}
              title={t`No products yet`}
            >{t`They come with invoice lines or with a product file.`}</EmptyState>
          )
        }
      />
      <ProductDrawer id={product} onClose={() => open(undefined)}>
        {product !== undefined && more(product)}
      </ProductDrawer>
    </>
  )
}

function useColumns(): Column<Product>[] {
  const { t } = useLingui()
  return [
    {
      key: 'code',
      header: t`Code`,
      width: '140px',
      phone: 'detail',
      render: row => <span className="figures">{row.code}</span>,
    },
    {
      key: 'name',
      header: t`Name`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link from="/products" search={old => ({ ...old, product: row.id })} className="link">
          {row.name}
        </Link>
      ),
    },
    {
      key: 'category',
      header: t`Category`,
      width: 'minmax(140px, 1fr)',
      render: row => [row.category, row.subcategory].filter(Boolean).join(' · '),
    },
    { key: 'unit', header: t`Unit`, width: '72px', render: row => row.unit },
    {
      key: 'standardCost',
      header: t`Standard cost`,
      width: '130px',
      align: 'right',
      render: row => (
        <Amount value={row.standardCost} currency={row.currency} form="exact" unknown={t`No import names it`} />
      ),
    },
    {
      key: 'listPrice',
      header: t`List price`,
      width: '130px',
      align: 'right',
      phone: 'figure',
      render: row => (
        <Amount value={row.listPrice} currency={row.currency} form="exact" unknown={t`No import names it`} />
      ),
    },
  ]
}
