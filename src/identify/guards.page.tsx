import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useCrumb } from '../web/shell/crumb.ts'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { guardAdvice, guardName } from './guard-words.ts'
import { FindingRow } from './guards/FindingRow.tsx'
import style from './guards.module.css'
import { type GuardKey, guardKeys } from './guards.ts'
import { NoLedger } from './NoLedger.tsx'
import { useOverview } from './vital-few/overview.web.ts'

const route = getRouteApi('/_app/vital-few/guards')

/** The accounts behind a guard: why each was found, the money at stake, the next step. */
export function GuardsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const search = route.useSearch()
  const { overview, empty } = useOverview({})
  const query = useInfiniteQuery(
    api.identify.vitalFew.guards.infiniteOptions({
      input: (cursor: number) => ({ guard: search.guard, ownerId: search.owner, cursor, limit: 50 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const title = search.guard ? guardName(search.guard, language) : t`Guards`
  useCrumb(title)
  const { rows, loading, error, onRetry, onMore } = pagedRows(query)
  const first = query.data?.pages[0]
  const window = first?.window
  return (
    <>
      <PageHeader
        title={title}
        context={[
          first && plural(first.total, { one: '# finding', other: '# findings' }),
          window?.from && window.to && format.days(window.from, window.to),
          search.guard && guardAdvice(search.guard, language),
        ]}
      >
        <nav aria-label={t`Guards`} className={style.choices}>
          <Choice guard={undefined} chosen={search.guard === undefined} words={t`All`} count={null} />
          {guardKeys.map(guard => (
            <Choice
              key={guard}
              guard={guard}
              chosen={search.guard === guard}
              words={guardName(guard, language)}
              count={overview?.guards.find(each => each.guard === guard)?.findings ?? null}
            />
          ))}
        </nav>
      </PageHeader>
      {empty ? (
        <NoLedger />
      ) : error ? (
        <Failed error={error} onRetry={onRetry} />
      ) : loading ? (
        <LinesSkeleton lines={12} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<IconShieldCheck size={24} stroke={1.5} />} title={t`Nothing found`}>
          {search.guard ? (
            <Trans>No account makes this mistake in the window. The limits stand in the policy.</Trans>
          ) : (
            <Trans>None of the classic mistakes is made in this window. The limits stand in the policy.</Trans>
          )}
        </EmptyState>
      ) : (
        <ul className={style.list}>
          {rows.map(finding => (
            <FindingRow
              key={`${finding.guard}-${finding.account.id}`}
              finding={finding}
              naming={search.guard === undefined}
            />
          ))}
        </ul>
      )}
      {onMore && !loading && (
        <div className={style.more}>
          <Button variant="default" onClick={onMore} loading={query.isFetchingNextPage}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

type ChoiceProps = { guard: GuardKey | undefined; chosen: boolean; words: string; count: number | null }

function Choice({ guard, chosen, words, count }: ChoiceProps) {
  return (
    <Link
      to="/vital-few/guards"
      search={{ guard }}
      className={style.choice}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'page' : undefined}
    >
      {words}
      {count !== null && <span className={style.count}>{count}</span>}
    </Link>
  )
}
