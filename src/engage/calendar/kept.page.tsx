import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api, type client } from '../../web/api.ts'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { addDays } from '../visits/wall-clock.ts'

type Kept = Awaited<ReturnType<typeof client.engage.visits.kept>>
type Figures = Kept['whole']

/** Half a year: long enough to judge, short enough to change. */
const daysLooked = 183

/** How visits answered to their promise, by person and by account, the worst first. */
export function KeptPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const people = usePeople()
  const from = addDays(today, -daysLooked)
  const query = useQuery(api.engage.visits.kept.queryOptions({ input: { from, to: today } }))
  useCrumb(t`Visits kept`)
  const worst = (one: Figures, other: Figures) => (one.rate ?? 2) - (other.rate ?? 2) || other.broken - one.broken
  const whole = query.data?.whole
  const columns = useFigureColumns()
  const minutes = query.data?.toleranceMinutes ?? 60
  const part = <Row extends Figures>(lead: Column<Row>) => [lead, ...(columns as Column<Row>[])]
  const none: ReactNode = <EmptyState title={t`No visit has come due yet`} />
  return (
    <>
      <PageHeader title={t`Visits kept`} context={[format.days(from, today)]} />
      <Tiles>
        <FigureTile
          label={t`Visits kept`}
          hint={t`Held on the promised day, begun within ${minutes} minutes of the promised hour`}
          loading={query.isPending}
          note={whole && t`${whole.kept} of ${whole.kept + whole.late + whole.broken}`}
        >
          {whole?.rate == null ? '–' : format.share(whole.rate)}
        </FigureTile>
        <FigureTile label={t`Held, not as promised`} loading={query.isPending}>
          {whole?.late}
        </FigureTile>
        <FigureTile label={t`Missed or called off by us`} loading={query.isPending}>
          {whole?.broken}
        </FigureTile>
        <FigureTile
          label={t`Excused`}
          hint={t`Called off by the account or a holiday: counts neither way`}
          loading={query.isPending}
        >
          {whole?.excused}
        </FigureTile>
        <FigureTile label={t`Not reported yet`} loading={query.isPending}>
          {whole?.unreported}
        </FigureTile>
      </Tiles>
      <Section title={t`By person`}>
        <DataTable
          label={t`By person`}
          rowKey={row => row.personId}
          columns={part<Kept['people'][number]>({
            key: 'person',
            header: t`Person`,
            width: 'minmax(160px, 1.6fr)',
            phone: 'lead',
            render: row => people.nameOf(row.personId),
          })}
          {...allRows({ ...query, data: query.data?.people.toSorted(worst) })}
          height="content"
          empty={none}
        />
      </Section>
      <Section title={t`By account`}>
        <DataTable
          label={t`By account`}
          rowKey={row => row.account.id}
          columns={part<Kept['accounts'][number]>({
            key: 'account',
            header: t`Account`,
            width: 'minmax(200px, 1.6fr)',
            phone: 'lead',
            render: row => <AccountLink account={row.account} short />,
          })}
          {...allRows({ ...query, data: query.data?.accounts.toSorted(worst) })}
          height="content"
          empty={none}
        />
      </Section>
    </>
  )
}

function useFigureColumns(): Column<Figures>[] {
  const { t } = useLingui()
  const format = useFormat()
  const figure = (
    key: Exclude<keyof Figures, 'rate'>,
    header: string,
    phone?: Column<Figures>['phone'],
  ): Column<Figures> => ({
    ...{ key, header, align: 'right', width: 'minmax(80px, 0.7fr)', phone },
    render: row => row[key],
  })
  return [
    {
      ...{ key: 'rate', header: t`Kept, %`, align: 'right', width: 'minmax(80px, 0.7fr)', phone: 'figure' },
      render: row => (row.rate === null ? '–' : format.share(row.rate)),
    },
    figure('kept', t`Kept`),
    figure('late', t`Not as promised`),
    figure('broken', t`Broken`, 'detail'),
    figure('excused', t`Excused`),
    figure('unreported', t`Not reported`),
  ]
}
