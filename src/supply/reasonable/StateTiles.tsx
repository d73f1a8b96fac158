import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { useFormat } from '../../web/use-format.ts'
import { type StockState, stockStates } from './review-item.ts'
import { StateMark } from './StateMark.tsx'
import style from './targets.module.css'
import type { TargetsSearch } from './targets-search.ts'

type Props = {
  among: { accountId?: number; productId?: number; whose: 'all' | 'mine'; class?: TargetsSearch['class'] }
  chosen: StockState | undefined
  onChoose: (state: StockState | undefined) => void
}

/** What is at stake, and how many items stand in which state; a state filters the list below. */
export function StateTiles({ among, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.supply.reasonable.summary.queryOptions({ input: among }))
  const sums = query.data
  const loading = query.isPending
  const reported = stockStates.filter(state => state !== 'unknown')
  const items = sums ? reported.reduce((sum, state) => sum + (sums.states[state] ?? 0), 0) : 0
  return (
    <>
      <Tiles>
        <FigureTile
          label={t`Lost if nothing is ordered`}
          hint={t`Contribution of what cannot be sold until an order of the next review could arrive`}
          note={sums && t`${format.count(sums.states.short ?? 0)} items short`}
          loading={loading}
        >
          <Amount value={sums?.lost ?? null} form="compact" />
        </FigureTile>
        <FigureTile
          label={t`Lying too long`}
          hint={t`Excess beyond the limit of cover, and all of dead stock, at the price the account paid`}
          note={
            sums &&
            t`${format.count((sums.states.excess ?? 0) + (sums.states.dead ?? 0) + (sums.states.stuffed ?? 0))} items`
          }
          loading={loading}
        >
          <Amount value={sums?.surplusValue ?? null} form="compact" />
        </FigureTile>
        <FigureTile
          label={t`Items at their target`}
          note={
            sums &&
            t`of ${format.count(items)} reported at ${plural(sums.accounts, { one: '# account', other: '# accounts' })}`
          }
          loading={loading}
        >
          {format.count(sums?.states.right ?? 0)}
        </FigureTile>
      </Tiles>
      <fieldset className={style.states}>
        <legend className="visually-hidden">
          <Trans>Show only one state</Trans>
        </legend>
        {stockStates.map(state => (
          <button
            key={state}
            type="button"
            className={style.choice}
            aria-pressed={chosen === state}
            onClick={() => onChoose(chosen === state ? undefined : state)}
          >
            <StateMark state={state} />
            <span className="figures">{sums ? format.count(sums.states[state] ?? 0) : ''}</span>
          </button>
        ))}
      </fieldset>
    </>
  )
}
