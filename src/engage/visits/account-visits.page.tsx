import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCalendarRepeat, IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { AccountVisitsSearch } from './account-visits-search.ts'
import { CadenceDrawer } from './CadenceDrawer.tsx'
import { PlanVisit } from './PlanVisit.tsx'
import { type ShownVisit, VisitDrawer } from './VisitDrawer.tsx'
import { keepingName, ruleWords, stateName, whatHappened } from './visit-words.ts'
import style from './visits.module.css'
import { addDays } from './wall-clock.ts'

const route = getRouteApi('/_app/accounts/$id/visits')

/** Cadence, visits ahead and behind, and how the promise was kept. */
export function AccountVisitsPage() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useCompany()
  const account = useAccount(accountId).data
  const onSearch = (change: AccountVisitsSearch) =>
    void navigate({
      search: old => ({ ...old, plan: undefined, contact: undefined, visit: undefined, cadence: undefined, ...change }),
    })
  const ahead = { accountId, from: today, to: addDays(today, 120) }
  const behind = { accountId, from: addDays(today, -365), to: addDays(today, -1) }
  const upcoming = useQuery(api.engage.visits.list.queryOptions({ input: ahead, select: answer => answer.items }))
  const past = useQuery(
    api.engage.visits.list.queryOptions({ input: behind, select: answer => answer.items.toReversed() }),
  )
  const cadences = useQuery(api.engage.visits.cadences.list.queryOptions({ input: { accountId } }))
  const mayPlan = account?.mayEdit ?? false
  const plan = mayPlan && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ plan: 1 })}
    >
      <Trans>Plan a visit</Trans>
    </Button>
  )
  const open = (visit: ShownVisit) => onSearch({ visit: visit.id })
  return (
    <>
      <KeptTiles accountId={accountId} from={behind.from} to={today} />
      <Cadences accountId={accountId} mayEdit={mayPlan} onOpen={cadence => onSearch({ cadence })} />
      <Section title={t`Ahead`} actions={plan}>
        <DataTable
          label={t`Visits ahead`}
          columns={useVisitColumns()}
          rowKey={row => row.id}
          {...allRows(upcoming)}
          height="content"
          onOpen={open}
          empty={
            <EmptyState icon={<IconMapPin size={24} stroke={1.5} />} title={t`No visit is planned`} action={plan}>
              <Trans>Agree on a cadence, and its visits are planned eight weeks ahead.</Trans>
            </EmptyState>
          }
        />
      </Section>
      <Section title={t`Behind`} note={t`Last 12 months, the latest first`}>
        <DataTable
          label={t`Visits behind`}
          columns={useVisitColumns()}
          rowKey={row => row.id}
          {...allRows(past)}
          height="content"
          onOpen={open}
          empty={<EmptyState title={t`Nobody has visited in the last 12 months`} />}
        />
      </Section>
      <VisitDrawer id={search.visit} onClose={() => onSearch({})} />
      <PlanVisit
        opened={search.plan === 1 && account !== undefined}
        account={account ? { id: accountId, code: account.code, name: account.name } : null}
        contactId={search.contact}
        onClose={() => onSearch({})}
      />
      <CadenceDrawer
        accountId={accountId}
        cadence={search.cadence === 'new' ? 'new' : cadences.data?.items.find(each => each.id === search.cadence)}
        onClose={() => onSearch({})}
      />
    </>
  )
}

type CadencesProps = { accountId: number; mayEdit: boolean; onOpen: (cadence: number | 'new') => void }

function Cadences({ accountId, mayEdit, onOpen }: CadencesProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const { today } = useCompany()
  const query = useQuery(api.engage.visits.cadences.list.queryOptions({ input: { accountId } }))
  const standing = query.data?.items.filter(each => each.until === null || each.until >= today) ?? []
  const add = mayEdit && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onOpen('new')}
    >
      <Trans>Agree on a cadence</Trans>
    </Button>
  )
  return (
    <Section title={t`Cadence`} note={t`Same day, same hour, no appointment needed`} actions={add}>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : standing.length === 0 && query.isSuccess ? (
        <EmptyState icon={<IconCalendarRepeat size={24} stroke={1.5} />} title={t`No cadence is agreed on`} />
      ) : (
        <ul className={style.cadences}>
          {standing.map(cadence => (
            <li key={cadence.id} className={style.cadence}>
              <div className={style.cadenceWords}>
                <span className={style.strong}>
                  {ruleWords(cadence.rule, language)}, {cadence.localTime}
                </span>
                <span className={style.line}>
                  {[
                    people.nameOf(cadence.personId),
                    t`${cadence.durationMinutes} minutes`,
                    cadence.timeZone,
                    cadence.until && t`until ${format.day(cadence.until)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              {cadence.mayEdit && (
                <Button size="xs" variant="default" onClick={() => onOpen(cadence.id)}>
                  <Trans>Change the cadence</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function KeptTiles(input: { accountId: number; from: string; to: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.engage.visits.kept.queryOptions({ input }))
  const whole = query.data?.whole
  const minutes = query.data?.toleranceMinutes ?? 0
  return (
    <Tiles>
      <FigureTile
        label={t`Visits kept`}
        hint={t`Held on the promised day, begun within ${minutes} minutes of the promised hour`}
        loading={query.isPending}
        note={whole && t`${whole.kept} of ${whole.kept + whole.late + whole.broken}, 12 months`}
      >
        {whole?.rate == null ? '–' : format.share(whole.rate)}
      </FigureTile>
      <FigureTile label={t`Held, not as promised`} loading={query.isPending}>
        {whole?.late}
      </FigureTile>
      <FigureTile label={t`Missed or called off by us`} loading={query.isPending}>
        {whole?.broken}
      </FigureTile>
      <FigureTile label={t`Not reported yet`} loading={query.isPending}>
        {whole?.unreported}
      </FigureTile>
    </Tiles>
  )
}

function useVisitColumns(): Column<ShownVisit>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  return [
    {
      key: 'day',
      header: t`Day`,
      width: 'minmax(150px, 1fr)',
      phone: 'lead',
      render: row => `${format.day(row.day)}, ${row.time}`,
    },
    { key: 'person', header: t`Who goes`, width: 'minmax(120px, 1fr)', render: row => people.nameOf(row.personId) },
    {
      key: 'contacts',
      header: t`With whom`,
      width: 'minmax(120px, 1fr)',
      render: row => row.contacts.map(contact => contact.name).join(', '),
    },
    {
      key: 'state',
      header: t`State`,
      width: 'minmax(110px, 0.8fr)',
      phone: 'figure',
      render: row =>
        row.keeping === 'ahead' || row.keeping === 'excused' ? (
          stateName(row.state, language)
        ) : (
          <span className={row.keeping === 'kept' ? style.kept : row.keeping === 'broken' ? style.broken : undefined}>
            {keepingName(row.keeping, language)}
          </span>
        ),
    },
    {
      key: 'happened',
      header: t`What happened`,
      width: 'minmax(160px, 1.4fr)',
      phone: 'detail',
      render: row => {
        const words = whatHappened(row, language)
        return words && <span data-hint={words}>{words}</span>
      },
    },
  ]
}
