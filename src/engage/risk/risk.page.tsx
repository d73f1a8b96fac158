import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { api } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { CapCertainty, CapSeverity } from './cap.ts'
import { AdviceDrawer } from './page/AdviceDrawer.tsx'
import { AlertMap } from './page/AlertMap.tsx'
import type { AlertRead, ExposedSite, ReplayRead } from './page/alert.web.ts'
import { MessageText } from './page/MessageText.tsx'
import { Replay } from './page/Replay.tsx'
import { SitesTable } from './page/SitesTable.tsx'
import style from './risk.module.css'
import { alertStateName, certaintyName, hazardName, severityName } from './risk-words.ts'
import type { RiskSearch } from './risks-search.ts'

const route = getRouteApi('/_app/risks/$id')

/** One warning: where it goes, which sites lie in its way, who was advised of what. */
export function RiskPage() {
  const id = Number(route.useParams().id)
  const query = useQuery(api.engage.risk.get.queryOptions({ input: { id } }))
  useCrumb(query.data?.title)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!query.data) return <LinesSkeleton lines={14} />
  return <Alert alert={query.data} />
}

function Alert({ alert }: { alert: AlertRead }) {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback(
    (changed: Partial<RiskSearch>, replace = false) =>
      void navigate({ search: old => ({ ...old, ...changed }), replace, resetScroll: false }),
    [navigate],
  )
  const at = alert.kind === 'storm' ? (search.at ?? null) : null
  const [settled] = useDebouncedValue(at, 80)
  const replay = useQuery(
    api.engage.risk.replay.queryOptions({
      input: { id: alert.id, at: settled ?? '1970-01-01T00:00:00Z' },
      enabled: settled !== null,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  const replayed = at === null ? undefined : replay.data
  const sites = useMemo(
    () => (replayed ?? alert).sites.filter(site => search.account === undefined || site.account.id === search.account),
    [replayed, alert, search.account],
  )
  const onReplay = useCallback((hour: string | null) => change({ at: hour ?? undefined }, true), [change])
  const first = alert.fixes[0]
  const open = sites.find(site => site.siteId === search.site) ?? alert.sites.find(site => site.siteId === search.site)
  return (
    <>
      <PageHeader title={alert.title} context={useContextLine(alert)} />
      <Notices alert={alert} />
      <AlertTiles alert={alert} replay={replayed} />
      <div className={style.map}>
        <AlertMap
          alert={alert}
          outlook={at === null ? alert.outlook : (replayed?.outlook ?? null)}
          sites={sites}
          at={at}
          marked={search.site ?? null}
          onOpen={site => change({ site })}
        />
      </div>
      {first && (
        <Replay
          from={first.at}
          to={alert.fixes.at(-1)!.at}
          at={at}
          waiting={settled !== at || replay.isFetching}
          onChange={onReplay}
        />
      )}
      {alert.kind === 'storm' && <HowKnown outlook={at === null ? alert.outlook : (replayed?.outlook ?? null)} />}
      <Section
        title={t`Exposed sites`}
        actions={
          search.account !== undefined && (
            <Button size="xs" variant="default" onClick={() => change({ account: undefined })}>
              <Trans>All accounts</Trans>
            </Button>
          )
        }
      >
        <SitesTable
          sites={sites as ExposedSite[]}
          advice={alert.advice}
          marked={search.site}
          loading={at !== null && replay.isPending}
          replayed={at !== null}
          onOpen={site => change({ site })}
        />
      </Section>
      {alert.messages.length > 0 && <MessageText alert={alert} />}
      <AdviceDrawer alert={alert} site={open} onClose={() => change({ site: undefined })} />
    </>
  )
}

function useContextLine(alert: AlertRead) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    hazardName(alert.hazard, language),
    alertStateName(alert.state, language),
    alert.severity && severityName(alert.severity as CapSeverity, language),
    alert.certainty && certaintyName(alert.certainty as CapCertainty, language),
    alert.state === 'active' && alert.arrivesAt && t`reaches the first site ${format.instant(alert.arrivesAt)}`,
    alert.kind === 'message' && alert.endsAt && t`until ${format.instant(alert.endsAt)}`,
  ]
}

function Notices({ alert }: { alert: AlertRead }) {
  const { t } = useLingui()
  const message = alert.messages.find(each => each.identifier === alert.inForce)
  const notices = [
    message && message.scope !== 'Public' && t`For a limited circle: ${message.restriction ?? message.scope}`,
    alert.state === 'drill' && t`An exercise, test or draft: nobody is warned.`,
    message?.signed && t`The message carries a signature, which is not checked here.`,
  ].filter(Boolean)
  return notices.map(notice => (
    <p key={String(notice)} className={style.notice}>
      {notice}
    </p>
  ))
}

function AlertTiles({ alert, replay }: { alert: AlertRead; replay: ReplayRead | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const mine = useMay('manager')
  const { exposed } = replay ?? alert
  const unknown = t`Nobody has said what lies there`
  return (
    <Tiles>
      <FigureTile
        label={t`Goods in danger`}
        note={[
          plural(exposed.sites, { one: '# site', other: '# sites' }),
          exposed.goodsUnknown > 0 && t`${exposed.goodsUnknown} of unknown value`,
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <Amount value={exposed.goods} form="compact" unknown={unknown} />
      </FigureTile>
      <FigureTile label={t`Not known to be insured`} note={t`of these goods`}>
        <Amount value={exposed.uninsured} form="compact" unknown={unknown} />
      </FigureTile>
      {mine && !replay && (
        <FigureTile label={t`Of my accounts`} note={plural(alert.own.sites, { one: '# site', other: '# sites' })}>
          <Amount value={alert.own.goods} form="compact" unknown={unknown} />
        </FigureTile>
      )}
      <FigureTile
        label={t`Sites advised`}
        note={alert.adviseBy ? t`next by ${format.instant(alert.adviseBy)}` : undefined}
      >
        {`${format.count(alert.advised)} / ${format.count(alert.exposed.sites)}`}
      </FigureTile>
      <FigureTile label={t`Loss avoided`} note={t`as recorded`}>
        <Amount value={alert.lossAvoided} form="compact" unknown={t`No outcome is recorded yet`} />
      </FigureTile>
    </Tiles>
  )
}

function HowKnown({ outlook }: { outlook: AlertRead['outlook'] }) {
  if (!outlook) return null
  return (
    <p className={style.known}>
      {outlook.by === 'advisory' ? (
        <Trans>Dashed: the forecast of the agency. The cone holds the centre with 70%.</Trans>
      ) : (
        <Trans>
          Dashed: extrapolated from the track so far. The cone holds the centre with 70%, by the errors measured on past
          storms.
        </Trans>
      )}
    </p>
  )
}
