import { useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api, type client } from '../../web/api.ts'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany, useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { addDays, weekOf } from '../visits/wall-clock.ts'
import { QuickEntry } from './QuickEntry.tsx'
import { ShareByWeek } from './ShareByWeek.tsx'
import style from './time.module.css'
import { timeCategoryName } from './time-words.ts'

const route = getRouteApi('/_app/time')

type Read = Awaited<ReturnType<typeof client.engage.time.shares>>

/** Whether time goes where profit is: the share spent on key accounts, and where the rest went. */
export function TimePage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useCompany()
  const people = usePeople()
  const seesAll = useMay('administrator', 'head')
  const enters = useMay('administrator', 'head', 'manager', 'back office', 'executive')
  const weeks = search.weeks ?? 13
  const from = addDays(weekOf(today), -7 * weeks)
  const query = useQuery(api.engage.time.shares.queryOptions({ input: { from, to: today, personId: search.person } }))
  const read = query.data
  const past = read?.weeks.filter(({ week }) => addDays(week, 6) < today) ?? []
  const hours = (minutes: number) => format.number(minutes / 60, 0)
  return (
    <>
      <PageHeader title={t`Time`} context={[format.days(from, today), t`hours`]}>
        <div className={style.tools}>
          <SegmentedControl
            aria-label={t`How far back`}
            value={String(weeks)}
            onChange={value =>
              void navigate({ search: old => ({ ...old, weeks: value === '13' ? undefined : (Number(value) as 4) }) })
            }
            data={[
              { value: '4', label: t`4 weeks` },
              { value: '13', label: t`Quarter` },
              { value: '26', label: t`Half a year` },
              { value: '52', label: t({ message: 'Year', context: 'of time' }) },
            ]}
          />
          {seesAll && (
            <Select
              aria-label={t`Whose time`}
              searchable
              allowDeselect={false}
              value={search.person ?? ''}
              onChange={value => void navigate({ search: old => ({ ...old, person: value || undefined }) })}
              data={[
                { value: '', label: t`The department` },
                ...people.everybody.map(each => ({ value: each.id, label: each.name })),
              ]}
            />
          )}
        </div>
      </PageHeader>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : (
        <>
          <Tiles>
            <FigureTile
              label={t`Share of key accounts`}
              hint={t`Minutes for accounts that are key today, of all working minutes`}
              loading={!read}
              note={read && t`aimed at ${format.share(read.target)}`}
            >
              {read?.whole.share == null ? '–' : format.share(read.whole.share)}
            </FigureTile>
            <FigureTile label={t`For key accounts`} loading={!read}>
              {read && t`${hours(read.whole.key)} h`}
            </FigureTile>
            <FigureTile label={t`All work`} loading={!read}>
              {read && t`${hours(read.whole.all)} h`}
            </FigureTile>
            <FigureTile label={t`Weeks below the line`} loading={!read} note={t`of ${past.length}`}>
              {past.filter(week => week.share !== null && read && week.share < read.target).length}
            </FigureTile>
          </Tiles>
          {read && read.weeks.length > 0 && <ShareByWeek weeks={read.weeks} target={read.target} />}
          {enters && <QuickEntry />}
          {read && read.whole.all === 0 ? (
            <EmptyState icon={<IconClock size={24} stroke={1.5} />} title={t`No time is known in these weeks`}>
              {t`Report visits, keep appointments in the calendar, and enter the rest here.`}
            </EmptyState>
          ) : (
            read && <WhereItWent read={read} />
          )}
        </>
      )}
    </>
  )
}

function WhereItWent({ read }: { read: Read }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const hours = (minutes: number) => format.number(minutes / 60, 1)
  const table = <Row,>(rows: Row[]) =>
    allRows({ data: rows, isPending: false, isError: false, error: null, refetch: () => undefined })
  const figure = <Row,>(
    key: string,
    header: string,
    minutes: (row: Row) => number,
    phone?: 'figure' | 'detail',
  ): Column<Row> => ({
    ...{ key, header, align: 'right', width: 'minmax(90px, 0.7fr)', phone },
    render: row => hours(minutes(row)),
  })
  const lead = <Row,>(header: string, render: Column<Row>['render']): Column<Row> => ({
    ...{ key: 'lead', header, width: 'minmax(160px, 1.6fr)', phone: 'lead', render },
  })
  type Person = Read['people'][number]
  type Category = Read['categories'][number]
  type Elsewhere = Read['elsewhere'][number]
  return (
    <>
      <Section title={t`By manager`}>
        <DataTable<Person>
          label={t`By manager`}
          rowKey={row => row.personId}
          height="content"
          empty={null}
          {...table([...read.people].sort((one, other) => (one.share ?? 2) - (other.share ?? 2)))}
          columns={[
            lead(t`Person`, row => people.nameOf(row.personId)),
            {
              ...{
                key: 'share',
                header: t`Key accounts, %`,
                align: 'right',
                width: 'minmax(110px, 0.7fr)',
                phone: 'figure',
              },
              render: row => (row.share === null ? '–' : format.share(row.share)),
            },
            figure('key', t`Key accounts, h`, row => row.key),
            figure('all', t`All work, h`, row => row.all),
            {
              ...{
                key: 'below',
                header: t`Weeks below`,
                align: 'right',
                width: 'minmax(90px, 0.7fr)',
                phone: 'detail',
              },
              render: row => t`${row.below} of ${row.weeks}`,
            },
          ]}
        />
      </Section>
      <div className={style.pair}>
        <Section title={t`What it was`} note={t`Hours`}>
          <DataTable<Category>
            label={t`What it was`}
            rowKey={row => row.category}
            height="content"
            empty={null}
            {...table(read.categories)}
            columns={[
              lead(t`What for`, row => timeCategoryName(row.category, language)),
              figure('key', t({ message: 'Key accounts', context: 'hours' }), row => row.key, 'figure'),
              figure('other', t`Other accounts`, row => row.other),
              figure('none', t`No account`, row => row.none),
            ]}
          />
        </Section>
        <Section title={t`Where the rest went`} note={t`Accounts that are not key, hours`}>
          <DataTable<Elsewhere>
            label={t`Where the rest went`}
            rowKey={row => row.account.id}
            height="content"
            {...table(read.elsewhere)}
            empty={<EmptyState title={t`All time for accounts went to key accounts`} />}
            columns={[
              lead(t`Account`, row => <AccountLink account={row.account} short />),
              figure('minutes', t`Hours`, row => row.minutes, 'figure'),
            ]}
          />
        </Section>
      </div>
    </>
  )
}
