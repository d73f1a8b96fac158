import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { AccuracyView } from './AccuracyView.tsx'
import { AdjustmentDrawer } from './AdjustmentDrawer.tsx'
import { AdjustmentsView } from './AdjustmentsView.tsx'
import style from './forecast.module.css'
import { type ForecastSearch, type ForecastView, seriesOf } from './forecast-search.ts'
import { tierTitle } from './forecast-words.ts'
import { RunBar } from './RunBar.tsx'
import { SeriesDetails } from './SeriesDetails.tsx'
import { SeriesView } from './SeriesView.tsx'

const route = getRouteApi('/_app/supply/forecast')

/** What is expected of every account and product, what people put on top, and how far off it was before. */
export function ForecastPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: ForecastSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const view: ForecastView = search.view ?? 'series'
  const mayAdjust = useMay('administrator', 'head', 'manager', 'back office')
  const made = useQuery(api.supply.forecast.list.queryOptions({ input: { level: 'total', limit: 1 } }))
  const total = made.data?.items[0]
  const which = seriesOf(search.series)
  useCrumb(t`Forecasts`)
  return (
    <>
      <PageHeader
        title={t`Forecasts`}
        context={[
          made.data?.madeOn && t`made on ${format.day(made.data.madeOn)}`,
          total && t`${format.count(Math.round(total.ahead))} pieces in the next 12 months`,
          total?.growth != null && t`${format.share(total.growth, true)} on the last 12`,
        ]}
        actions={
          mayAdjust && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => choose({ adjustment: 'new' })}
            >
              <Trans>Say what the past does not know</Trans>
            </Button>
          )
        }
      >
        <SupplyTabs />
        <SegmentedControl
          aria-label={t`What to look at`}
          value={view}
          onChange={value => choose({ view: value === 'series' ? undefined : (value as ForecastSearch['view']) })}
          data={[
            { value: 'series', label: t`Forecasts` },
            { value: 'adjustments', label: t`Adjustments` },
            { value: 'accuracy', label: t`Accuracy` },
          ]}
        />
      </PageHeader>
      <RunBar />
      {view === 'series' && <SeriesView search={search} onChoose={choose} />}
      {view === 'adjustments' && <AdjustmentsView search={search} onChoose={choose} />}
      {view === 'accuracy' && <AccuracyView />}
      <p className={style.foot}>
        <Trans>
          Made every night from sell-through where an account reports it, else from purchases, up to the last complete
          month. Parts always sum to the whole.
        </Trans>
      </p>
      <DetailDrawer
        opened={which !== null && search.adjustment === undefined}
        onClose={() => choose({ series: undefined })}
        title={<SeriesTitle name={search.series} />}
        size={780}
      >
        {which && (
          <SeriesDetails
            which={which}
            onAdjust={mayAdjust ? () => choose({ adjustment: 'new' }) : undefined}
            onOpenAdjustment={adjustment => choose({ adjustment })}
          />
        )}
      </DetailDrawer>
      <AdjustmentDrawer
        adjustment={search.adjustment}
        of={which}
        onClose={() => choose({ adjustment: undefined })}
        onOpen={adjustment => choose({ adjustment })}
      />
    </>
  )
}

function SeriesTitle({ name }: { name: string | undefined }) {
  const { t } = useLingui()
  const language = useLanguage()
  const which = seriesOf(name)
  const query = useQuery(
    api.supply.forecast.read.queryOptions({ input: { ...which, grain: 'month' }, enabled: which !== null }),
  )
  const forecast = query.data
  if (!forecast) return t`Forecast`
  const parts = [forecast.account?.name, forecast.product?.name, forecast.tier && tierTitle(forecast.tier, language)]
  return parts.filter(Boolean).join(' · ') || t`All accounts and products`
}
