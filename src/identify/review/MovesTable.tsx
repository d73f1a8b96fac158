import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AccountLink } from '../AccountLink.tsx'
import { standingReasonWords } from '../explain-words.ts'
import { usePeople } from '../people.web.ts'
import type { MovementFilter, ReviewSearch } from '../review-search.ts'
import { TierMark } from '../TierMark.tsx'
import { tierName } from '../tier.ts'
import type { Review } from './ReviewState.tsx'

type Move = Awaited<ReturnType<typeof client.identify.reviews.moves>>['items'][number]

type Props = { review: Review; search: ReviewSearch; onSearch: (change: Partial<ReviewSearch>) => void }

/** Who moves and why, and who is held back by the margin; filtered by the flow that was clicked. */
export function MovesTable({ review, search, onSearch }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const navigate = useNavigate()
  const columns = useColumns()
  const query = useInfiniteQuery(
    api.identify.reviews.moves.infiniteOptions({
      input: (cursor: number) => ({
        id: review.id,
        movement: search.moves ?? ('all' as const),
        from: search.from,
        to: search.to,
        cursor,
        limit: 200,
      }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const total = query.data?.pages[0]?.total
  const narrowed = search.from !== undefined || search.to !== undefined
  return (
    <Section
      title={t`Moves`}
      note={total === undefined ? ' ' : plural(total, { one: '# account', other: '# accounts' })}
      actions={
        <>
          {narrowed && (
            <Button
              variant="light"
              size="compact-sm"
              rightSection={<IconX size={14} aria-hidden="true" />}
              aria-label={t`Show all moves again`}
              onClick={() => onSearch({ from: undefined, to: undefined })}
            >
              {search.from ? tierName(search.from, language) : '…'} → {search.to ? tierName(search.to, language) : '…'}
            </Button>
          )}
          <SegmentedControl
            aria-label={t`Which moves`}
            value={search.moves ?? 'all'}
            onChange={value => onSearch({ moves: value === 'all' ? undefined : (value as MovementFilter) })}
            data={[
              { value: 'all', label: t`All moves` },
              { value: 'up', label: t`Up` },
              { value: 'down', label: t`Down` },
              { value: 'kept', label: t`Held by the margin` },
              { value: 'invited', label: t`Invited` },
              { value: 'override', label: t`Set by hand` },
            ]}
          />
        </>
      }
    >
      <DataTable
        label={t`Moves`}
        columns={columns}
        rowKey={move => move.account.id}
        {...pagedRows(query)}
        total={total}
        onOpen={move => void navigate({ to: `/accounts/${move.account.id}` })}
        empty={
          <EmptyState title={t`No account moves here`}>
            {search.moves === 'invited' || search.moves === 'override' ? (
              <Trans>Nobody’s tier is fixed this way at this review.</Trans>
            ) : search.moves === 'kept' ? (
              <Trans>Nobody stands below a threshold within the margin or the patience of the policy.</Trans>
            ) : (
              <Trans>Everyone keeps the tier they had.</Trans>
            )}
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(): Column<Move>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  return [
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(200px, 3fr)',
      phone: 'lead',
      render: move => <AccountLink account={move.account} short />,
    },
    {
      key: 'from',
      header: t`From`,
      width: '84px',
      render: move => (move.from === null ? t`first review` : <TierMark tier={move.from} named />),
    },
    { key: 'to', header: t`To`, width: '84px', phone: 'figure', render: move => <TierMark tier={move.to} named /> },
    {
      key: 'points',
      header: t`Points`,
      width: '56px',
      align: 'right',
      render: move => format.points(move.points),
    },
    {
      key: 'before',
      header: t`Before`,
      hint: t`Points at the review before`,
      width: '56px',
      align: 'right',
      render: move => (move.pointsBefore === null ? '–' : format.points(move.pointsBefore)),
    },
    { key: 'rank', header: t`Rank`, width: '48px', align: 'right', render: move => format.count(move.rank) },
    {
      key: 'contribution',
      header: t`Contribution`,
      width: '104px',
      align: 'right',
      render: move => <Amount value={move.contribution} currency={null} unknown={t`Its cost is unknown`} />,
    },
    {
      key: 'reason',
      header: t`Why`,
      width: 'minmax(200px, 3fr)',
      phone: 'detail',
      render: move => {
        const words = standingReasonWords(move.reason, language)
        const alone = t`Points alone earn ${tierName(move.strict, language)}`
        return <span data-hint={move.strict === move.to ? words : `${words}. ${alone}`}>{words}</span>
      },
    },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(96px, 1.5fr)',
      render: move => people.nameOf(move.ownerId) ?? '–',
    },
  ]
}
