import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { standingReasonWords } from './explain-words.ts'
import style from './standing/standing.module.css'
import { TierMark } from './TierMark.tsx'
import { tierName } from './tier.ts'

/** The account's tier at every confirmed review, and what people decided about it between. */
export function TierHistoryPanel({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const query = useQuery(api.identify.standing.history.queryOptions({ input: { id: accountId } }))
  const history = query.data
  const nothing = history && history.items.length + history.invitations.length + history.overrides.length === 0
  return (
    <Section title={t`Tier history`}>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : !history ? (
        <LinesSkeleton />
      ) : nothing ? (
        <EmptyState title={t`No confirmed review yet`}>
          <Trans>Every confirmed review adds a line here, with the points, the rank and the reason.</Trans>
        </EmptyState>
      ) : (
        <>
          {history.items.length > 0 && (
            <table className={style.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Review</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Tier</Trans>
                  </th>
                  <th scope="col" data-align="right">
                    <Trans>Points</Trans>
                  </th>
                  <th scope="col" data-align="right" data-wide>
                    <Trans>Rank</Trans>
                  </th>
                  <th scope="col" data-wide>
                    <Trans>Why</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {history.items.map(item => (
                  <tr key={item.reviewId}>
                    <th scope="row">
                      <Link to="/reviews/$id" params={{ id: String(item.reviewId) }} className="link">
                        {format.day(item.asOf)}
                      </Link>
                    </th>
                    <td>
                      <TierMark tier={item.tier} previous={item.previousTier} named />
                    </td>
                    <td data-align="right">{format.points(item.points)}</td>
                    <td data-align="right" data-wide>
                      {format.count(item.rank)}
                    </td>
                    <td data-wide>{standingReasonWords(item.reason, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {history.invitations.length + history.overrides.length > 0 && (
            <ul className={style.list}>
              {history.invitations.map(each => (
                <li key={`invitation-${each.id}`}>
                  <Trans>
                    Invited to Special by {each.inviter}, {format.days(each.from, each.endedOn ?? each.until)}:{' '}
                    {each.reason}
                  </Trans>
                </li>
              ))}
              {history.overrides.map(each => (
                <li key={`override-${each.id}`}>
                  <Trans>
                    Set to {tierName(each.tier, language)} by {each.author},{' '}
                    {format.days(each.from, each.endedOn ?? each.until)}: {each.reason}
                  </Trans>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Section>
  )
}
