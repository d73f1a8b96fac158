import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AdjustmentLines } from './AdjustmentLines.tsx'
import { ForecastChart } from './ForecastChart.tsx'
import style from './forecast.module.css'
import type { ForecastWhole } from './forecast.web.ts'
import type { WhichSeries } from './forecast-search.ts'
import { methodName, sourceName, whyWords } from './forecast-words.ts'
import type { Grain } from './periods.ts'

type Props = { which: WhichSeries; onAdjust?: () => void; onOpenAdjustment?: (id: string) => void }

/** One forecast: figures, chart, why it is what it is, what people put on top, and what stood before. */
export function SeriesDetails({ which, onAdjust, onOpenAdjustment }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [grain, setGrain] = useState<Grain>('month')
  const query = useQuery(
    api.supply.forecast.read.queryOptions({ input: { ...which, grain }, placeholderData: previous => previous }),
  )
  if (query.isPending) return <LinesSkeleton lines={14} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const forecast = query.data
  return (
    <div className={style.stack}>
      <SeriesTiles forecast={forecast} />
      <ForecastChart forecast={forecast} grain={grain} onGrain={setGrain} />
      <Section title={t`Why this forecast`} note={methodName(forecast.method, language)}>
        <ul className={style.why}>
          {whyWords({ ...forecast, adjustments: ahead(forecast) }, language).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section
        title={t`Put on top by people`}
        actions={
          onAdjust && (
            <Button size="xs" onClick={onAdjust}>
              <Trans>Adjust this forecast</Trans>
            </Button>
          )
        }
      >
        <AdjustmentLines adjustments={forecast.adjustments} onOpen={onOpenAdjustment} />
      </Section>
      {forecast.past.some(month => month.actual !== null) && <PastMonths forecast={forecast} />}
    </div>
  )
}

const ahead = ({ adjustments, points }: ForecastWhole) =>
  adjustments.filter(each => each.toDay >= points[0]!.period).length

export function SeriesTiles({ forecast }: { forecast: ForecastWhole }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <Tiles>
      <FigureTile label={t`Next 12 months, pieces`} note={t`from ${sourceName(forecast.source, language)}`}>
        {format.count(Math.round(forecast.ahead))}
      </FigureTile>
      <FigureTile label={t`On the last 12 months`} note={t`${format.count(Math.round(forecast.lastYear))} pieces`}>
        <Share value={forecast.growth} signed unknown={t`Nothing in the last twelve months`} />
      </FigureTile>
      <FigureTile label={t`Value ahead`} note={t`at what pieces were worth lately`}>
        <Amount value={forecast.value} form="compact" unknown={t`Nothing was bought in the last twelve months`} />
      </FigureTile>
      <FigureTile
        label={t`Error (MASE)`}
        hint={t`Mean absolute error at past months, against that of taking the same month of the year before. Below 1 the forecast is better.`}
        note={forecast.bias === null ? undefined : t`bias ${format.share(forecast.bias, true)}`}
      >
        {forecast.mase === null ? <Unknown reason={t`The past is too short`} /> : format.number(forecast.mase)}
      </FigureTile>
    </Tiles>
  )
}

/** What stood when each month began, beside what came. */
function PastMonths({ forecast }: { forecast: ForecastWhole }) {
  const { t } = useLingui()
  const format = useFormat()
  const months = forecast.past.filter(month => month.actual !== null).reverse()
  const pieces = (value: number) => format.count(Math.round(value))
  return (
    <Section title={t`What stood before`} note={t`One month ahead, in pieces`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={style.scroll} tabIndex={0} aria-label={t`What stood before`}>
        <table className={style.grid}>
          <thead>
            <tr>
              <th>{t`Month`}</th>
              <th className={style.number}>{t`Came`}</th>
              <th className={style.number}>{t`Forecast`}</th>
              <th className={style.number}>{t`Off by`}</th>
              <th className={style.number}>{t`Same month last year`}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ period, actual, mean, naive, backcast }) => (
              <tr key={period}>
                <td data-hint={backcast ? t`Worked out later from what was known then` : undefined}>
                  {format.month(period.slice(0, 7))}
                  {backcast && ' *'}
                </td>
                <td className={style.number}>{pieces(actual!)}</td>
                <td className={style.number}>{pieces(mean)}</td>
                <td className={style.number}>
                  {actual! > 0 ? (
                    <span className="figures">{format.share(mean / actual! - 1, true)}</span>
                  ) : (
                    <Unknown />
                  )}
                </td>
                <td className={style.number}>{pieces(naive)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {months.some(month => month.backcast) && (
        <p className={style.quiet}>
          <Trans>* No forecast stood at the time: worked out later from what was known then.</Trans>
        </p>
      )}
    </Section>
  )
}
