import { Trans } from '@lingui/react/macro'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './targets.module.css'
import type { TargetExplained } from './targets.web.ts'

type Props = { target: TargetExplained; economy: NonNullable<TargetExplained['economy']> }

/** What cost alone would say, beside the service that was promised. */
export function ItemEconomy({ target, economy }: Props) {
  const format = useFormat()
  const { reorder } = economy
  return (
    <div className={style.part}>
      <h3>
        <Trans>By cost alone</Trans>
      </h3>
      <p>
        <Trans>
          A piece too many costs <Amount value={economy.holding} form="exact" /> of capital until the next goods come, a
          piece missing <Amount value={target.unitContribution} form="exact" /> of contribution. They balance at a
          service of {format.share(economy.balancedService)}, a target of{' '}
          {format.count(Math.round(economy.balancedTarget))}.
        </Trans>
      </p>
      {reorder && (
        <p>
          <Trans>
            Counting what an order line costs: order when {format.count(Math.max(0, reorder.at))} are left, up to{' '}
            {format.count(reorder.upTo)}; <Amount value={reorder.cost} form="exact" /> a week.
          </Trans>
        </p>
      )}
    </div>
  )
}
