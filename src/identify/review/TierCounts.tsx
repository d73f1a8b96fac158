import { Trans, useLingui } from '@lingui/react/macro'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useFormat } from '../../web/use-format.ts'
import { TierMark } from '../TierMark.tsx'
import type { Tier } from '../tier.ts'
import { tiersBestFirst } from '../tier-posts.ts'
import type { Review } from './ReviewState.tsx'
import style from './TierCounts.module.css'

/** Accounts per tier before and after, what they contribute, what they are entitled to. */
export function TierCounts({ review }: { review: Review }) {
  const { t } = useLingui()
  const format = useFormat()
  const before = (tier: Tier) =>
    review.flows.filter(flow => flow.from === tier).reduce((sum, flow) => sum + flow.accounts, 0)
  return (
    <Section title={t`Tiers`} note={t`Contribution over the window of the review`}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Tier</Trans>
            </th>
            <th scope="col">
              <Trans>Before</Trans>
            </th>
            <th scope="col">
              <Trans>Now</Trans>
            </th>
            <th scope="col">
              <Trans>Contribution</Trans>
            </th>
            <th scope="col">
              <Trans>Share</Trans>
            </th>
            <th scope="col" data-wide>
              <Trans>Entitlements a year</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {tiersBestFirst.map(tier => {
            const figures = review.tiers.find(each => each.tier === tier)
            if (!figures) return null
            return (
              <tr key={tier}>
                <th scope="row">
                  <TierMark tier={tier} named />
                </th>
                <td>{format.count(before(tier))}</td>
                <td>{format.count(figures.accounts)}</td>
                <td>
                  <Amount value={figures.contribution} form="compact" />
                </td>
                <td>
                  <Share
                    value={figures.contributionShare}
                    unknown={t`The total is not positive: a share has no meaning`}
                  />
                </td>
                <td data-wide>{tier === 'regular' ? '' : <Amount value={figures.entitlementCost} form="compact" />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
