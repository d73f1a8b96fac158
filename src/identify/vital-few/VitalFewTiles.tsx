import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { useFormat } from '../../web/use-format.ts'
import { subtractAmounts } from '../exact-amount.ts'
import type { Overview } from './overview.web.ts'
import { useUnknownWords } from './unknown-words.web.ts'
import style from './VitalFewTiles.module.css'

/** The figures of the window. What cannot be known is a dash with its reason, never zero. */
export function VitalFewTiles({ overview }: { overview: Overview | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const unknown = useUnknownWords(overview)
  if (!overview) return <LoadingTiles />
  const { totals, curves } = overview
  const profit = curves.contribution.total === null ? curves.revenue : curves.contribution
  const profitName = curves.contribution.total === null ? t`revenue` : t`contribution`
  const loss = curves.contribution.total !== null && profit.accountsFor80Percent === null
  const accounts = profit.accounts
  const fifth = format.count(curves.revenue.topFifth.accounts)
  const largest = profit.largestShare === null ? null : format.share(profit.largestShare)
  const losers = overview.lossMakingInTopFifthByRevenue.contribution
  return (
    <div className={style.four}>
      <Tiles>
        <FigureTile
          label={t`Revenue`}
          note={t`${format.count(totals.accounts)} accounts, ${format.count(totals.documents)} documents`}
        >
          <Amount value={totals.revenue} form="compact" />
        </FigureTile>
        <FigureTile label={t`Margin`} note={<MarginNote overview={overview} />}>
          <Amount value={totals.margin} form="compact" unknown={unknown.margin} />
        </FigureTile>
        <FigureTile
          label={t`Contribution`}
          hint={t`Margin less cost to serve`}
          note={<ContributionNote overview={overview} />}
        >
          <Amount value={totals.contribution} form="compact" unknown={unknown.margin} />
        </FigureTile>
        <FigureTile
          label={t`Loss-making accounts`}
          hint={t`Accounts whose contribution is below zero`}
          note={<LossNote curve={curves.contribution} />}
        >
          {curves.contribution.lossMaking === null ? (
            <Unknown reason={unknown.margin} />
          ) : (
            <>
              {format.count(curves.contribution.lossMaking)}
              {losers !== null && losers > 0 && (
                <span className={style.beside}>
                  {plural(losers, { one: '# of them large', other: '# of them large' })}
                </span>
              )}
            </>
          )}
        </FigureTile>
        <FigureTile
          label={t`Accounts for 80% of ${profitName}`}
          note={loss ? <TotalIsLoss /> : t`of ${format.count(accounts)}, largest first`}
        >
          {profit.accountsFor80Percent === null ? (
            <Unknown reason={loss ? unknown.loss : unknown.margin} />
          ) : (
            <>
              {format.count(profit.accountsFor80Percent)}
              {accounts > 0 && (
                <span className={style.beside}>{format.share(profit.accountsFor80Percent / accounts)}</span>
              )}
            </>
          )}
        </FigureTile>
        <FigureTile
          label={t`Top fifth’s share of revenue`}
          hint={t`The ${fifth} largest accounts by revenue`}
          note={<TopFifthNote overview={overview} />}
        >
          <Share value={curves.revenue.topFifth.share} unknown={t`The total is not positive: a share has no meaning`} />
        </FigureTile>
        <FigureTile
          label={t`Concentration`}
          hint={t`Herfindahl–Hirschman index of ${profitName}, 0 to 10,000; above 1,800 is highly concentrated`}
          note={largest === null ? <TotalIsLoss /> : t`largest account ${largest}`}
        >
          {profit.concentration === null ? (
            <Unknown reason={unknown.margin} />
          ) : (
            <>
              {format.number(Math.round(profit.concentration * 10_000), 0)}
              <span className={style.beside}>HHI</span>
            </>
          )}
        </FigureTile>
        <FigureTile
          label={t`Cost coverage`}
          hint={t`Share of the revenue whose cost is known`}
          note={<Trans>of revenue with a known cost</Trans>}
        >
          <Share value={totals.costCoverage} unknown={t`There is no revenue to cover`} />
        </FigureTile>
      </Tiles>
    </div>
  )
}

function MarginNote({ overview }: { overview: Overview }): ReactNode {
  const { t } = useLingui()
  const format = useFormat()
  const unknown = useUnknownWords(overview)
  const { margin, revenue, costCoverage } = overview.totals
  if (margin === null) return unknown.short
  // A rate against all revenue would be wrong where only part of it has a cost.
  if (costCoverage !== null && costCoverage > 0.999 && Number(revenue) > 0)
    return t`${format.share(Number(margin) / Number(revenue))} of revenue`
  return costCoverage === null ? '' : t`on ${format.share(costCoverage)} of revenue`
}

function ContributionNote({ overview }: { overview: Overview }): ReactNode {
  const unknown = useUnknownWords(overview)
  const { contribution, costToServe: amount } = overview.totals
  if (contribution === null) return unknown.short
  if (amount === null) return unknown.costToServe
  return (
    <Trans>
      after <Amount value={amount} form="compact" plain /> cost to serve
    </Trans>
  )
}

/** What the loss makers cost: the distance from the peak of the whale curve to its end. */
function LossNote({ curve }: { curve: Overview['curves']['contribution'] }): ReactNode {
  const { t } = useLingui()
  if (curve.total === null || curve.lossMaking === null) return ''
  if (curve.lossMaking === 0 || !curve.peak) return t`none below zero`
  const cost = subtractAmounts(curve.total, curve.peak.amount)
  return (
    <Trans>
      cost <Amount value={cost} form="compact" />
    </Trans>
  )
}

function TopFifthNote({ overview }: { overview: Overview }): ReactNode {
  const { t } = useLingui()
  const format = useFormat()
  const { topFifth, total } = overview.curves.contribution
  if (total === null) return t`${format.count(overview.curves.revenue.topFifth.accounts)} accounts`
  if (topFifth.share === null) return t`contribution is a loss: no share`
  return t`best fifth: ${format.share(topFifth.share)} of contribution`
}

function TotalIsLoss() {
  return <Trans>the total is a loss: no share</Trans>
}

function LoadingTiles() {
  const keys = ['revenue', 'margin', 'contribution', 'loss', 'eighty', 'fifth', 'concentration', 'coverage']
  return (
    <div className={style.four}>
      <Tiles>
        {keys.map(key => (
          <FigureTile key={key} label={' '} loading>
            –
          </FigureTile>
        ))}
      </Tiles>
    </div>
  )
}
