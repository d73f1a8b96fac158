import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AccuracyChart } from './AccuracyChart.tsx'
import style from './forecast.module.css'
import type { Accuracy } from './forecast.web.ts'
import { levelName, methodName } from './forecast-words.ts'
import { MakeAnew } from './RunBar.tsx'
import { type Level, levels } from './structure.ts'

/** How far off forecasts were by month and level, which methods did it, and what people's changes were worth. */
export function AccuracyView() {
  const { t } = useLingui()
  const language = useLanguage()
  const [level, setLevel] = useState<Level>('account')
  const query = useQuery(api.supply.forecast.accuracy.queryOptions())
  if (query.isPending) return <LinesSkeleton lines={14} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (query.data.months.length === 0)
    return (
      <EmptyState title={t`Nothing to compare yet`} action={<MakeAnew />}>
        <Trans>Once forecasts have been made, this shows how far off they were in the months that are over.</Trans>
      </EmptyState>
    )
  const months = query.data.months.filter(month => month.level === level)
  return (
    <div className={style.stack}>
      <div className={style.filters}>
        <SegmentedControl
          aria-label={t`Level`}
          value={level}
          onChange={value => setLevel(value as Level)}
          data={[...levels].reverse().map(value => ({ value, label: levelName(value, language) }))}
        />
      </div>
      <LevelTiles months={months} />
      <AccuracyChart months={months} />
      <Section title={t`By month`} note={t`One month ahead; means over the series of the level`}>
        <MonthTable months={months} />
      </Section>
      <Section title={t`Which method does it`} note={t`Over the last twelve months, before adjustments`}>
        <MethodTable methods={query.data.methods.filter(method => method.level === level)} />
      </Section>
      <Section title={t`What people’s changes were worth`}>
        <AdjustmentsVerdict />
      </Section>
    </div>
  )
}

type Month = Accuracy['months'][number]

/** The mean of what is known; null where nothing is. */
function meanOf(months: readonly Month[], of: (month: Month) => number | null): number | null {
  const known = months.map(of).filter(value => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

function Figure({ value }: { value: number | null }) {
  const format = useFormat()
  return value === null ? <Unknown /> : <span className="figures">{format.number(value)}</span>
}

function SignedShare({ value }: { value: number | null }) {
  const format = useFormat()
  return value === null ? <Unknown /> : <span className="figures">{format.share(value, true)}</span>
}

function LevelTiles({ months }: { months: readonly Month[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const last = months.slice(0, 12)
  const mase = meanOf(last, month => month.mase)
  const naive = meanOf(last, month => month.naiveMase)
  const missed = meanOf(last, month => month.missed)
  const base = meanOf(last, month => month.baseMissed)
  return (
    <Tiles>
      <FigureTile
        label={t`Error (MASE)`}
        hint={t`Mean absolute error one month ahead, against the usual change on the year before. Lower is better.`}
        note={naive === null ? undefined : t`${format.number(naive)} by taking the same month of last year`}
      >
        <Figure value={mase} />
      </FigureTile>
      <FigureTile
        label={t`Bias`}
        hint={t`Above 0 more was expected than came; below 0 less.`}
        note={t`last ${last.length} months`}
      >
        <SignedShare value={meanOf(last, month => month.bias)} />
      </FigureTile>
      <FigureTile
        label={t`Quantile loss`}
        hint={t`How well the band fits: the mean loss at a tenth, a half and nine tenths, in the same unit as MASE. Lower is better.`}
      >
        <Figure value={meanOf(last, month => month.quantileLoss)} />
      </FigureTile>
      <FigureTile
        label={t`Pieces missed`}
        hint={t`All pieces by which forecasts missed, as a share of those that came.`}
        note={base === null ? undefined : t`${format.share(base)} before adjustments`}
      >
        {missed === null ? <Unknown /> : format.share(missed)}
      </FigureTile>
    </Tiles>
  )
}

function MonthTable({ months }: { months: readonly Month[] }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={style.scroll} tabIndex={0} aria-label={t`By month`}>
      <table className={style.grid}>
        <thead>
          <tr>
            <th>{t`Month`}</th>
            <th className={style.number}>{t`Series`}</th>
            <th className={style.number}>MASE</th>
            <th className={style.number}>{t`Before adjustments`}</th>
            <th className={style.number}>{t`Last year’s month`}</th>
            <th className={style.number}>{t`Bias`}</th>
            <th className={style.number}>{t`Quantile loss`}</th>
            <th className={style.number}>{t`Value added by people`}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(month => (
            <tr key={month.period}>
              <td>{format.month(month.period.slice(0, 7))}</td>
              <td className={style.number}>{format.count(month.series)}</td>
              <td className={style.number}>
                <Figure value={month.mase} />
              </td>
              <td className={style.number}>
                <Figure value={month.baseMase} />
              </td>
              <td className={style.number}>
                <Figure value={month.naiveMase} />
              </td>
              <td className={style.number}>
                <SignedShare value={month.bias} />
              </td>
              <td className={style.number}>
                <Figure value={month.quantileLoss} />
              </td>
              <td className={style.number}>
                <AddedPoints before={month.baseMissed} after={month.missed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** By how many points of what came fewer pieces were missed. */
function AddedPoints({ before, after }: { before: number | null; after: number | null }) {
  const { t } = useLingui()
  const format = useFormat()
  if (before === null || after === null) return <Unknown />
  const points = (before - after) * 100
  if (Math.abs(points) < 0.05) return <span className="figures">0</span>
  const words = `${points > 0 ? '+' : '−'}${format.number(Math.abs(points), 1)}`
  return <span className={points > 0 ? style.better : style.worse}>{t`${words} points`}</span>
}

function MethodTable({ methods }: { methods: Accuracy['methods'] }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={style.scroll} tabIndex={0} aria-label={t`Which method does it`}>
      <table className={style.grid}>
        <thead>
          <tr>
            <th>{t`Method`}</th>
            <th className={style.number}>{t`Forecasts`}</th>
            <th className={style.number}>{t`Better than last year’s month`}</th>
            <th className={style.number}>MASE</th>
          </tr>
        </thead>
        <tbody>
          {methods.map(({ method, series, won, mase }) => (
            <tr key={method}>
              <td>{methodName(method, language)}</td>
              <td className={style.number}>{format.count(series)}</td>
              <td className={style.number}>{format.share(won / series)}</td>
              <td className={style.number}>
                <Figure value={mase} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "People's changes improved the forecast by x points in 7 of 10 cases." */
export function AdjustmentsVerdict() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useQuery(api.supply.forecast.accuracy.queryOptions())
  if (!data) return null
  const { cases, helped, missed, baseMissed, naiveMissed } = data.adjustments
  if (cases === 0 || missed === null || baseMissed === null || naiveMissed === null)
    return (
      <p className={style.quiet}>
        <Trans>No adjustment is over yet; what they were worth is said month by month.</Trans>
      </p>
    )
  const points = format.number(Math.abs(baseMissed - missed) * 100, 0)
  const verdict =
    missed < baseMissed
      ? t`In ${helped} of ${cases} cases people’s changes brought the forecast nearer to what came; over all they took ${points} points off the error.`
      : t`In ${helped} of ${cases} cases people’s changes brought the forecast nearer to what came; over all they added ${points} points to the error.`
  return (
    <p className={style.verdict}>
      {verdict}{' '}
      <span className={style.quiet}>
        <Trans>
          Missed with them: {format.share(missed)} of what came; without: {format.share(baseMissed)}; by taking the same
          month of last year: {format.share(naiveMissed)}.
        </Trans>
      </span>
    </p>
  )
}
