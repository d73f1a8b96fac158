import { Trans, useLingui } from '@lingui/react/macro'
import { IconChecklist } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { useMay } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { OpenReview } from './review/OpenReview.tsx'
import { type Review, ReviewState } from './review/ReviewState.tsx'
import { TierMark } from './TierMark.tsx'
import type { Tier } from './tier.ts'

const keyTiers: readonly Tier[] = ['platinum', 'gold', 'silver', 'special']

/** All reviews, newest first; an open one waits at the top. */
export function ReviewsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const mayReview = useMay('administrator', 'head')
  const query = useInfiniteQuery(
    api.identify.reviews.list.infiniteOptions({
      input: (cursor: number | undefined) => ({ cursor, limit: 50 }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const columns = useColumns()
  const due = query.data?.pages[0]?.nextDue
  return (
    <>
      <PageHeader
        title={t`Reviews`}
        context={[
          query.data === undefined
            ? ' '
            : due
              ? t`next by the policy’s rhythm: ${format.day(due)}`
              : t`the first review starts the rhythm`,
        ]}
        actions={mayReview && query.data?.pages[0]?.items.length ? <OpenReview /> : undefined}
      />
      <DataTable
        label={t`Reviews`}
        columns={columns}
        rowKey={review => review.id}
        {...pagedRows(query)}
        height="content"
        onOpen={review => void navigate({ to: '/reviews/$id', params: { id: String(review.id) } })}
        empty={
          <EmptyState
            icon={<IconChecklist size={24} stroke={1.5} />}
            title={t`No review yet`}
            action={mayReview && <OpenReview />}
          >
            <Trans>
              A review computes every account’s points and tier as of a day and shows who would move, and why, before it
              is confirmed. It can be reproduced to the digit ever after.
            </Trans>
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Review>[] {
  const { t } = useLingui()
  const format = useFormat()
  const tierColumns = keyTiers.map(
    (tier): Column<Review> => ({
      key: tier,
      header: <TierMark tier={tier} />,
      width: '48px',
      align: 'right',
      render: review => format.count(review.tiers.find(each => each.tier === tier)?.accounts ?? 0),
    }),
  )
  return [
    {
      key: 'asOf',
      header: t`As of`,
      width: '112px',
      phone: 'lead',
      render: review => (
        <Link to="/reviews/$id" params={{ id: String(review.id) }} className="link">
          {format.day(review.asOf)}
        </Link>
      ),
    },
    {
      key: 'state',
      header: t`State`,
      width: '104px',
      phone: 'figure',
      render: review => <ReviewState state={review.state} />,
    },
    {
      key: 'policy',
      header: t`Policy`,
      width: 'minmax(200px, 5fr)',
      phone: 'detail',
      render: review => t`${review.policyName} (version ${review.policyVersion})`,
    },
    {
      key: 'accounts',
      header: t`Accounts`,
      width: '76px',
      align: 'right',
      render: review => format.count(review.accounts),
    },
    ...tierColumns,
    { key: 'moved', header: t`Moved`, width: '72px', align: 'right', render: review => format.count(review.moved) },
    {
      key: 'who',
      header: t`Confirmed by`,
      width: 'minmax(180px, 4fr)',
      render: review =>
        review.confirmedBy && review.confirmedAt
          ? `${review.confirmedBy}, ${format.day(review.confirmedAt.slice(0, 10))}`
          : t`opened by ${review.openedBy}, ${format.day(review.openedAt.slice(0, 10))}`,
    },
  ]
}
