import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { AdjustmentDrawer } from './AdjustmentDrawer.tsx'
import { type ForecastSearch, seriesOf } from './forecast-search.ts'
import { MakeAnew, RunBar } from './RunBar.tsx'
import { SeriesDetails } from './SeriesDetails.tsx'
import { SeriesView } from './SeriesView.tsx'

const route = getRouteApi('/_app/accounts/$id/forecast')

/** What an account is expected to take: in all, then product by product. */
export function AccountForecast() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: ForecastSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const mayAdjust = useMay('administrator', 'head', 'manager', 'back office')
  const whole = useQuery(api.supply.forecast.read.queryOptions({ input: { accountId, grain: 'month' } }))
  const product = seriesOf(search.series)?.productId
  const which = { accountId, productId: product }
  const title = useQuery(
    api.supply.forecast.read.queryOptions({ input: { ...which, grain: 'month' }, enabled: product !== undefined }),
  )
  if (whole.isPending) return <LinesSkeleton lines={14} />
  if (whole.isError && problemOf(whole.error)?.code === 'forecast_unknown')
    return (
      <>
        <RunBar />
        <EmptyState title={t`No forecast of this account`} action={<MakeAnew />}>
          <Trans>It has bought nothing for 24 months, or forecasts have not been made yet.</Trans>
        </EmptyState>
      </>
    )
  if (whole.isError) return <Failed error={whole.error} onRetry={() => void whole.refetch()} />
  const adjust = mayAdjust ? () => choose({ adjustment: 'new' }) : undefined
  const openAdjustment = (adjustment: string) => choose({ adjustment })
  return (
    <>
      <RunBar />
      <SeriesDetails which={{ accountId }} onAdjust={adjust} onOpenAdjustment={openAdjustment} />
      <Section title={t`By product`}>
        <SeriesView search={search} onChoose={choose} accountId={accountId} />
      </Section>
      <DetailDrawer
        opened={product !== undefined && search.adjustment === undefined}
        onClose={() => choose({ series: undefined })}
        title={title.data?.product?.name ?? t`Forecast`}
        size={780}
      >
        <SeriesDetails which={which} onAdjust={adjust} onOpenAdjustment={openAdjustment} />
      </DetailDrawer>
      <AdjustmentDrawer
        adjustment={search.adjustment}
        of={which}
        onClose={() => choose({ adjustment: undefined })}
        onOpen={openAdjustment}
      />
    </>
  )
}
