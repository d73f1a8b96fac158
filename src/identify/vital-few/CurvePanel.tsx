import { useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { CurveChart } from '../../web/charts/CurveChart.tsx'
import type { CurvePoint, RankRange } from '../../web/charts/curve.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { ChartSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { subtractAmounts } from '../exact-amount.ts'
import { measureName } from '../measure-words.ts'
import { type Ranking, rankings } from '../vital-few-search.ts'
import type { Overview, RankedAccount } from './overview.web.ts'

type Props = {
  overview: Overview | undefined
  by: Ranking
  onRank: (by: Ranking) => void
  brush: RankRange | null
  onBrush: (range: RankRange | null) => void
  /** Rows of the list that are ranked alike, to name points of the curve. */
  named: RankedAccount[]
  onOpen: (account: number) => void
}

const height = 320

/** Whale curve by contribution or margin, Pareto curve by revenue; the brush filters the list below. */
export function CurvePanel({ overview, by, onRank, brush, onBrush, named, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const curve = overview?.curves[by]
  const points = useMemo(() => curvePoints(curve?.points ?? [], by, named), [curve, by, named])
  const measure = measureName(by, language)
  const title = by === 'revenue' ? t`Pareto curve` : t`Whale curve`
  const controls = (
    <SegmentedControl
      aria-label={t`Rank by`}
      value={by}
      onChange={value => onRank(value as Ranking)}
      data={rankings.map(value => ({ value, label: measureName(value, language) }))}
    />
  )
  if (!curve) return <ChartSkeleton height={height + 88} />
  if (curve.total === null || points.length === 0) {
    return (
      <Section title={title} actions={controls}>
        <EmptyState
          title={t`${measure} is unknown in this window`}
          action={
            by === 'revenue' ? undefined : (
              <Button variant="default" onClick={() => onRank('revenue')}>
                {t`Rank by revenue`}
              </Button>
            )
          }
        >
          {by === 'revenue'
            ? t`No account bought anything in these days. Choose another window.`
            : t`The lines of these days carry no cost. Import costs or margins, or look at the Pareto curve by revenue.`}
        </EmptyState>
      </Section>
    )
  }
  const unit = overview.currency === 'XXX' ? null : overview.currency
  return (
    <CurveChart
      title={title}
      note={[unit, sentence()].filter(Boolean).join(' · ')}
      measure={measure}
      points={points}
      mark80={by === 'revenue'}
      brush={brush}
      onBrush={onBrush}
      onOpen={point => point.account !== undefined && onOpen(point.account)}
      controls={controls}
      height={height}
    />
  )

  /** What the curve says, in one sentence; where the whole is a loss it says so instead of a share. */
  function sentence(): string {
    if (!curve || curve.total === null) return ''
    const total = format.amount(curve.total, 'compact')
    const accounts = format.count(curve.accounts)
    if (Number(curve.total) <= 0 && curve.peak) {
      const peak = format.amount(curve.peak.amount, 'compact')
      const loss = format.amount(subtractAmounts('0', curve.total), 'compact')
      return t`the ${format.count(curve.peak.accounts)} best earn ${peak}; the rest give back more, and the total is a loss of ${loss}`
    }
    if (curve.accountsFor80Percent === null) return t`the total is ${total}`
    const few = format.count(curve.accountsFor80Percent)
    if (by !== 'revenue' && curve.peak && curve.peak.accounts < curve.accounts && curve.peak.share !== null)
      return t`${few} of ${accounts} accounts make 80%; at the peak ${format.share(curve.peak.share)} of the total was earned`
    return t`${few} of ${accounts} accounts make 80%`
  }
}

function curvePoints(
  sampled: { accounts: number; amount: string }[],
  by: Ranking,
  named: RankedAccount[],
): CurvePoint[] {
  const byRank = new Map(named.map(row => [row.rank, row]))
  return sampled
    .filter(point => point.accounts > 0)
    .map(point => {
      const row = byRank.get(point.accounts)
      return {
        rank: point.accounts,
        cumulative: point.amount,
        value: row?.[by] ?? undefined,
        name: row?.name,
        account: row?.id,
      }
    })
}
