import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { FlowChart } from '../web/charts/FlowChart.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { Section } from '../web/page/Section.tsx'
import { ChartSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useCrumb } from '../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { DecideReview } from './review/DecideReview.tsx'
import { MovesTable } from './review/MovesTable.tsx'
import { OpenReview } from './review/OpenReview.tsx'
import { Reproduction } from './review/Reproduction.tsx'
import { type Review, ReviewState } from './review/ReviewState.tsx'
import { TierCounts } from './review/TierCounts.tsx'
import style from './review.module.css'
import type { ReviewSearch } from './review-search.ts'
import type { Tier } from './tier.ts'
import { tierPosts } from './tier-posts.ts'

const route = getRouteApi('/_app/reviews/$id')

/** One review: who moves and why; to confirm or discard while it is open, to reproduce ever after. */
export function ReviewPage() {
  const { t } = useLingui()
  const format = useFormat()
  const id = Number(route.useParams().id)
  const query = useQuery(api.identify.reviews.get.queryOptions({ input: { id } }))
  const review = query.data
  const day = review ? format.day(review.asOf) : ''
  useCrumb(review ? day : null)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  return (
    <>
      <PageHeader
        title={review ? t`Review as of ${day}` : t`Review`}
        context={review ? contextOf(review) : [' ']}
        actions={review && <DecideReview review={review} />}
      />
      {review?.stale && <Stale review={review} />}
      {review ? <Content review={review} /> : <ChartSkeleton height={320} />}
    </>
  )

  function contextOf(found: Review) {
    return [
      <ReviewState key="state" state={found.state} />,
      format.days(found.windowFrom, found.asOf),
      t`${format.count(found.accounts)} accounts, ${format.count(found.moved)} move`,
    ]
  }
}

function Content({ review }: { review: Review }) {
  const { t } = useLingui()
  const language = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (changed: Partial<ReviewSearch>) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace: true })
  return (
    <>
      <div className={style.halves}>
        <FlowChart
          title={t`Moves between tiers`}
          note={
            review.previousReviewId === null
              ? t`There is no earlier review`
              : t`Against the review before; a click lists the accounts`
          }
          tiers={tierPosts(language)}
          flows={review.flows}
          before={t`Before`}
          after={t`With this review`}
          onOpen={flow => change({ from: flow.from as Tier, to: flow.to as Tier, moves: undefined })}
        />
        <div>
          <TierCounts review={review} />
          <Record review={review} />
          {review.state === 'confirmed' && <Reproduction id={review.id} />}
        </div>
      </div>
      <MovesTable review={review} search={search} onSearch={change} />
    </>
  )
}

/** By which policy, by whom and when; what was said about it. */
function Record({ review }: { review: Review }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Section title={t`Record`}>
      <dl className={style.record}>
        <dt>
          <Trans>Policy</Trans>
        </dt>
        <dd>
          <Link to="/policy" search={{ view: 'versions' }} className="link">
            {t`${review.policyName} (version ${review.policyVersion})`}
          </Link>
        </dd>
        <dt>
          <Trans>Opened by</Trans>
        </dt>
        <dd>
          {review.openedBy}, {format.instant(review.openedAt)}
        </dd>
        {review.confirmedBy && review.confirmedAt && (
          <>
            <dt>
              <Trans>Confirmed by</Trans>
            </dt>
            <dd>
              {review.confirmedBy}, {format.instant(review.confirmedAt)}
            </dd>
          </>
        )}
        {review.note && (
          <>
            <dt>
              <Trans>Note</Trans>
            </dt>
            <dd>{review.note}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

/** What was computed no longer fits what is known: compute it again before it is confirmed. */
function Stale({ review }: { review: Review }) {
  const { t } = useLingui()
  const mayReview = useMay('administrator', 'head')
  if (review.state === 'confirmed') return null
  return (
    <div className={style.stale} role="status">
      <span>
        <Trans>
          The ledger, the policy or people’s judgements have changed since this review was computed. Open it again, so
          that you confirm today’s figures.
        </Trans>
      </span>
      {mayReview && <OpenReview label={t`Open it again`} day={review.asOf} />}
    </div>
  )
}
