import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { IconAffiliate } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { TierMark } from '../../identify/TierMark.tsx'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useLanguage } from '../../web/use-format.ts'
import list from './GapList.module.css'
import { gapAdvice, gapName, sentence } from './gap-words.ts'
import style from './gaps.module.css'
import { type GapKind, gapKinds } from './gaps.ts'
import type { GapsSearch } from './gaps-search.ts'
import { useColleagues } from './people.web.ts'
import { SeverityMark } from './SeverityMark.tsx'

const route = getRouteApi('/_app/relationships')

type Found = Awaited<ReturnType<typeof client.know.map.gaps.list>>['items'][number]

/** The gaps of all accounts that somebody looks after: by kind, by manager, by tier. */
export function GapsPage() {
  const { t } = useLingui()
  useCrumb(t`Relationship gaps`)
  const language = useLanguage()
  const search = route.useSearch()
  const query = useInfiniteQuery(
    api.know.map.gaps.list.infiniteOptions({
      input: (cursor: number) => ({ kind: search.kind, ownerId: search.owner, tier: search.tier, cursor, limit: 50 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const { rows, loading, error, onRetry, onMore } = pagedRows(query)
  const first = query.data?.pages[0]
  const counts = new Map(first?.counts.map(({ kind, gaps }) => [kind, gaps]))
  return (
    <>
      <PageHeader
        title={search.kind ? gapName(search.kind, language) : t`Relationship gaps`}
        context={[
          first && plural(first.total, { one: '# gap', other: '# gaps' }),
          first && plural(first.accounts, { one: '# account', other: '# accounts' }),
          search.kind ? gapAdvice(search.kind, language) : t`accounts on a tier or with an owner`,
        ]}
      >
        <nav aria-label={t`Kinds of gap`} className={style.choices}>
          <Choice kind={undefined} chosen={search.kind === undefined} words={t`All`} count={null} />
          {gapKinds.map(kind => (
            <Choice
              key={kind}
              kind={kind}
              chosen={search.kind === kind}
              words={gapName(kind, language)}
              count={counts.get(kind) ?? null}
            />
          ))}
        </nav>
        <Filters search={search} />
      </PageHeader>
      {error ? (
        <Failed error={error} onRetry={onRetry} />
      ) : loading ? (
        <LinesSkeleton lines={12} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<IconAffiliate size={24} stroke={1.5} />} title={t`No gap fits these filters`}>
          <Trans>Gaps are looked for at accounts on a tier or with an owner.</Trans>
        </EmptyState>
      ) : (
        <ul className={list.list}>
          {rows.map(gap => (
            <GapRow
              key={`${gap.account.id} ${gap.kind} ${gap.contactId}`}
              gap={gap}
              naming={search.kind === undefined}
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

function Filters({ search }: { search: GapsSearch }) {
  const { t } = useLingui()
  const language = useLanguage()
  const navigate = route.useNavigate()
  const { owners } = useColleagues()
  return (
    <div className={style.filters}>
      <Select
        size="xs"
        aria-label={t`Owner`}
        placeholder={t`All owners`}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t`All owners` }}
        data={[{ value: 'none', label: t`Nobody owns it` }, ...owners]}
        value={search.owner ?? null}
        onChange={owner => void navigate({ search: old => ({ ...old, owner: owner ?? undefined }) })}
      />
      <Select
        size="xs"
        aria-label={t`Tier`}
        placeholder={t`All tiers`}
        clearable
        clearButtonProps={{ 'aria-label': t`All tiers` }}
        data={tiers.toReversed().map(tier => ({ value: tier, label: tierName(tier, language) }))}
        value={search.tier ?? null}
        onChange={tier => void navigate({ search: old => ({ ...old, tier: (tier as Tier | null) ?? undefined }) })}
      />
    </div>
  )
}

type ChoiceProps = { kind: GapKind | undefined; chosen: boolean; words: string; count: number | null }

function Choice({ kind, chosen, words, count }: ChoiceProps) {
  return (
    <Link
      from="/relationships"
      to="/relationships"
      search={old => ({ ...old, kind })}
      className={style.choice}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'page' : undefined}
    >
      {words}
      {count !== null && <span className={style.count}>{count}</span>}
    </Link>
  )
}

function GapRow({ gap, naming }: { gap: Found; naming: boolean }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { nameOf } = useColleagues()
  const path: string = `/accounts/${gap.account.id}/relationships`
  const owner = nameOf(gap.ownerId)
  return (
    <li className={style.row}>
      <div className={list.words}>
        <div className={list.head}>
          <Link to={path} className="link">
            {gap.account.name}
          </Link>
          <TierMark tier={gap.tier} named />
          <SeverityMark severity={gap.severity} />
        </div>
        <p className={list.reason}>{sentence(gap.reason, language)}</p>
        <p className={list.advice}>
          {[naming ? gapName(gap.kind, language) : null, owner ? t`Owner: ${owner}` : t`Nobody owns it`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={style.stake}>
        <Amount value={gap.atStake} />
        <span className={list.stake}>{t({ message: 'at stake', context: 'below an amount' })}</span>
      </div>
      <Button
        variant="default"
        size="xs"
        renderRoot={props => <Link to={path} {...props} />}
        aria-label={t`Close the gap at ${gap.account.name}`}
      >
        <Trans>Close the gap</Trans>
      </Button>
    </li>
  )
}
