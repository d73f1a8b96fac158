import { Trans, useLingui } from '@lingui/react/macro'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import { TierMark } from '../TierMark.tsx'
import { tiersBestFirst } from '../tier-posts.ts'
import style from './Simulator.module.css'
import type { Simulated } from './use-simulation.web.ts'

/** Accounts per tier today and with the policy, what they contribute, what they are entitled to. */
export function SimulatedTiers({ answer }: { answer: Simulated }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Tier</Trans>
          </th>
          <th scope="col">
            <Trans>Today</Trans>
          </th>
          <th scope="col">
            <Trans>Then</Trans>
          </th>
          <th scope="col">
            <span data-hint={t`Accounts more or fewer`}>±</span>
          </th>
          <th scope="col">
            <Trans>Share</Trans>
          </th>
          <th scope="col">
            <Trans>Entitlements</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {tiersBestFirst.map(tier => {
          const after = answer.tiers.find(each => each.tier === tier)
          const before = answer.before.find(each => each.tier === tier)
          if (!after) return null
          const change = after.accounts - (before?.accounts ?? 0)
          return (
            <tr key={tier}>
              <th scope="row">
                <TierMark tier={tier} named />
              </th>
              <td>{format.count(before?.accounts ?? 0)}</td>
              <td className={style.then}>{format.count(after.accounts)}</td>
              <td className={style.change}>
                {change === 0 ? '' : `${change > 0 ? '+' : '−'}${format.count(Math.abs(change))}`}
              </td>
              <td>
                <Share value={after.contributionShare} unknown={t`The total is not positive: a share has no meaning`} />
              </td>
              <td>{tier === 'regular' ? '' : <Amount value={after.entitlementCost} form="compact" />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
