import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { TierMark } from '../TierMark.tsx'
import type { Tier } from '../tier.ts'
import { tiersBestFirst } from '../tier-posts.ts'
import type { Overview } from './overview.web.ts'
import style from './TierSummary.module.css'

type Props = {
  overview: Overview | undefined
  /** The tier that filters the list. */
  chosen: Tier | undefined
  onChoose: (tier: Tier | undefined) => void
}

/** Accounts, contribution and its share by tier; a click filters the list. */
export function TierSummary({ overview, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Section title={t`Tiers`} note={<StandingNote standing={overview?.standing} />}>
      {!overview ? (
        <LinesSkeleton lines={6} />
      ) : (
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tier</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Accounts</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Contribution</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Share</Trans>
              </th>
              <th scope="col" data-align="right" data-wide>
                <Trans>Entitlements a year</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {tiersBestFirst.map(tier => {
              const figures = overview.tiers.find(each => each.tier === tier)
              if (!figures) return null
              return (
                <tr key={tier} data-chosen={chosen === tier || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className={style.tier}
                      aria-pressed={chosen === tier}
                      onClick={() => onChoose(chosen === tier ? undefined : tier)}
                    >
                      <TierMark tier={tier} named />
                    </button>
                  </th>
                  <td data-align="right">{format.count(figures.accounts)}</td>
                  <td data-align="right">
                    <Amount value={figures.contribution} form="compact" />
                  </td>
                  <td data-align="right">
                    <ShareBar share={figures.contributionShare}>
                      <Share
                        value={figures.contributionShare}
                        unknown={t`The total is not positive: a share has no meaning`}
                      />
                    </ShareBar>
                  </td>
                  <td data-align="right" data-wide>
                    {tier === 'regular' ? '' : <Amount value={figures.entitlementCost} form="compact" />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function ShareBar({ share, children }: { share: number | null; children: ReactNode }) {
  const width = share === null ? 0 : Math.min(1, Math.max(0, share)) * 100
  return (
    <span className={style.share}>
      <span className={style.track} aria-hidden="true">
        <span className={style.fill} style={{ width: `${width}%` }} />
      </span>
      <span className={style.percent}>{children}</span>
    </span>
  )
}

/** Which review the tiers rest on, and what to do where nobody has confirmed one. */
function StandingNote({ standing }: { standing: Overview['standing'] | undefined }) {
  const format = useFormat()
  if (standing === undefined) return null
  if (standing === null) return <Trans>No review yet.</Trans>
  const day = format.day(standing.asOf)
  if (standing.state === 'confirmed')
    return (
      <Trans>
        By the{' '}
        <Link to="/reviews/$id" params={{ id: String(standing.reviewId) }} className="link">
          review of {day}
        </Link>
        , {standing.policyName} (version {standing.policyVersion})
      </Trans>
    )
  return (
    <Trans>
      Provisional as of {day}: nobody has confirmed a review.{' '}
      <Link to="/reviews" className="link">
        Open one
      </Link>
    </Trans>
  )
}
