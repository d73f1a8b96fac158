import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuildingWarehouse, IconPencilPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { EnterStock } from './EnterStock.tsx'
import { StockHistory } from './StockHistory.tsx'
import { isStockSort, StockTable } from './StockTable.tsx'
import style from './stock.module.css'
import { StateFilter } from './stock.page.tsx'
import type { StockSearch } from './stock-search.ts'

const route = getRouteApi('/_app/accounts/$id/stock')

/** What one account has of our products, and what it says it sold; to enter both standing in its warehouse. */
export function AccountStockPage() {
  const { t } = useLingui()
  const format = useFormat()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEnter = useAccount(accountId).data?.mayEditContacts ?? false
  const sort = search.sort ?? 'cover'
  const direction = search.direction ?? 'asc'
  const query = useInfiniteQuery(
    api.supply.stock.list.infiniteOptions({
      input: (cursor: number) => ({ accountId, state: search.state, sort, direction, cursor, limit: 200 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const choose = (part: StockSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const rows = pagedRows(query)
  const first = query.data?.pages[0]
  const opened = rows.rows.find(row => row.key === search.row)
  const latest = rows.rows.reduce((day, row) => (row.day > day ? row.day : day), '')
  const isEmpty = first?.total === 0 && search.state === undefined
  const enter = mayEnter && (
    <Button
      leftSection={<IconPencilPlus size={16} stroke={1.8} aria-hidden="true" />}
      onClick={() => choose({ enter: 'stock' })}
    >
      <Trans>Enter stock or sales</Trans>
    </Button>
  )
  const note = [
    first && first.total > 0 && plural(first.total, { one: '# item', other: '# items' }),
    latest && t`last report of ${format.day(latest)}`,
  ].filter(Boolean)
  return (
    <Section
      title={t`Stock at this account`}
      note={note.join(format.language === 'en' ? ', ' : '，')}
      actions={!isEmpty && enter}
    >
      {!isEmpty && (
        <div className={style.filters}>
          <StateFilter
            counts={first?.counts}
            state={search.state}
            onChange={state => choose({ state, row: undefined })}
          />
        </div>
      )}
      <StockTable
        {...rows}
        ofOne
        total={first?.total}
        sort={{ key: sort, direction }}
        onSort={next => isStockSort(next.key) && choose({ sort: next.key, direction: next.direction })}
        open={search.row}
        onOpen={row => choose({ row })}
        empty={
          <EmptyState
            icon={<IconBuildingWarehouse size={24} stroke={1.5} />}
            title={isEmpty ? t`This account has not reported stock` : t`No stock fits these filters`}
            action={isEmpty && enter}
          >
            {isEmpty && (
              <>
                <Trans>Count it on your next visit, import the account’s own list, or ask for its report by EDI.</Trans>{' '}
                <Link to="/imports/new" className="link">
                  <Trans>Import a file</Trans>
                </Link>
              </>
            )}
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={search.row !== undefined}
        onClose={() => choose({ row: undefined })}
        title={opened?.product.name ?? t`Stock and sales`}
        size={640}
      >
        {search.row !== undefined && <StockHistory row={search.row} linked={false} />}
      </DetailDrawer>
      <DetailDrawer
        opened={search.enter !== undefined}
        onClose={() => choose({ enter: undefined })}
        title={t`Enter stock or sales`}
        size={480}
      >
        {search.enter !== undefined && (
          <EnterStock
            accountId={accountId}
            what={search.enter}
            onWhat={next => choose({ enter: next })}
            onDone={() => choose({ enter: undefined })}
          />
        )}
      </DetailDrawer>
    </Section>
  )
}
