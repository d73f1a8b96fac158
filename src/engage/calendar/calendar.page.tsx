import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Menu, SegmentedControl, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconDeviceMobile } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { ChartSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany, useMay, useSession } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { PlanVisit } from '../visits/PlanVisit.tsx'
import { VisitDrawer } from '../visits/VisitDrawer.tsx'
import { weekdayOf } from '../visits/wall-clock.ts'
import { AgendaList } from './AgendaList.tsx'
import type { Item } from './CalendarItemLink.tsx'
import style from './calendar.module.css'
import type { CalendarSearch, CalendarView } from './calendar-search.ts'
import { EntryDrawer } from './EntryDrawer.tsx'
import { FeedDrawer } from './FeedDrawer.tsx'
import { type GridProps, MonthGrid } from './MonthGrid.tsx'
import { stepped, stretchOf } from './stretch.ts'
import { WeekGrid } from './WeekGrid.tsx'

const route = getRouteApi('/_app/calendar/')

/** Visits, appointments, tasks and whatever other rooms put into the calendar: by month, week, or day after day. */
export function CalendarPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useCompany()
  const { person } = useSession()
  const people = usePeople()
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const view = search.view ?? (isPhone ? 'agenda' : 'week')
  const day = search.day ?? today
  const stretch = stretchOf(view, day)
  const asked = { from: stretch.from, to: stretch.to, personId: search.person }
  const query = useQuery(api.engage.calendar.read.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  const onSearch = (change: CalendarSearch) => void navigate({ search: old => ({ ...old, ...change }) })
  const close = () =>
    onSearch({
      visit: undefined,
      entry: undefined,
      plan: undefined,
      toDay: undefined,
      toTime: undefined,
      feed: undefined,
    })
  const kinds = new Map((query.data?.kinds ?? []).map(each => [each.kind, each.name]))
  const holidays = Map.groupBy(query.data?.holidays ?? [], each => each.day)
  const grid: GridProps = {
    stretch,
    day,
    items: query.data?.items ?? [],
    nameOfKind: kind => kinds.get(kind) ?? kind,
    nameOfPerson: (item: Item) => (search.person === 'all' && item.personId ? people.nameOf(item.personId) : null),
    holidaysOn: on => {
      const own = holidays.get(on)
      if (!own) return null
      const words = own.map(each => (each.ours ? each.name : `${each.region}: ${each.name}`)).join(' · ')
      const ours = own.find(each => each.ours)
      return { words, closed: ours ? ours.kind === 'holiday' : !query.data?.workdays.includes(weekdayOf(on)) }
    },
    isWorkday: on => query.data?.workdays.includes(weekdayOf(on)) ?? true,
    onDay: on => onSearch({ view: 'agenda', day: on }),
    onDrop: (visit, toDay, toTime) => onSearch({ visit, toDay, toTime }),
  }
  const Grid = { month: MonthGrid, week: WeekGrid, agenda: AgendaList }[view]
  const own = search.person === undefined || search.person === person.id
  const { toDay, toTime } = search
  return (
    <>
      <PageHeader
        title={t`Calendar`}
        context={[
          view === 'month' ? format.month(day) : format.days(stretch.from, stretch.to),
          own ? null : search.person === 'all' ? t`Everybody’s` : people.nameOf(search.person!),
          query.data?.timeZone,
        ]}
        actions={<Actions personId={search.person} day={day} onSearch={onSearch} />}
      >
        <div className={style.tools}>
          <SegmentedControl
            aria-label={t`View`}
            value={view}
            onChange={value => onSearch({ view: value as CalendarView })}
            data={[
              { value: 'agenda', label: t`Agenda` },
              { value: 'week', label: t({ message: 'Week', context: 'view' }) },
              { value: 'month', label: t({ message: 'Month', context: 'view' }) },
            ]}
          />
          <ActionIcon
            aria-label={t`Earlier`}
            variant="default"
            size={32}
            onClick={() => onSearch({ day: stepped(view, day, -1) })}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <Button variant="default" onClick={() => onSearch({ day: undefined })}>
            {t({ message: 'Today', context: 'the day' })}
          </Button>
          <ActionIcon
            aria-label={t`Later`}
            variant="default"
            size={32}
            onClick={() => onSearch({ day: stepped(view, day, 1) })}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
          <Select
            aria-label={t`Whose calendar`}
            searchable
            allowDeselect={false}
            value={search.person ?? person.id}
            onChange={value => onSearch({ person: value === person.id ? undefined : (value ?? undefined) })}
            data={[
              { value: 'all', label: t`Everybody’s` },
              ...people.everybody.map(each => ({ value: each.id, label: each.name })),
            ]}
          />
        </div>
      </PageHeader>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : query.isPending ? (
        <ChartSkeleton height={560} />
      ) : (
        <Grid {...grid} />
      )}
      <VisitDrawer
        id={search.visit}
        onClose={close}
        dropped={toDay && toTime ? { day: toDay, time: toTime } : undefined}
      />
      <PlanVisit opened={search.plan === 1} day={search.day} onClose={close} />
      <EntryDrawer entry={search.entry} day={search.day} onClose={close} />
      <FeedDrawer opened={search.feed === 1} onClose={close} />
    </>
  )
}

function Actions({
  personId,
  day,
  onSearch,
}: {
  personId?: string
  day: string
  onSearch: (change: CalendarSearch) => void
}) {
  const { t } = useLingui()
  const { person } = useSession()
  const mayPlan = useMay('administrator', 'head', 'manager')
  const keeps = useMay('administrator', 'head', 'manager', 'back office', 'executive')
  const whose = personId && personId !== 'all' ? personId : person.id
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            <Trans>More</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item renderRoot={props => <Link {...props} to="/calendar/day" search={{ person: whose, day }} />}>
            <Trans>Day route</Trans>
          </Menu.Item>
          <Menu.Item
            renderRoot={props => (
              <Link {...props} to="/calendar/plan" search={{ person: whose, month: day.slice(0, 7) }} />
            )}
          >
            <Trans>Month plan</Trans>
          </Menu.Item>
          <Menu.Item renderRoot={props => <Link {...props} to="/calendar/kept" />}>
            <Trans>Visits kept</Trans>
          </Menu.Item>
          <Menu.Item renderRoot={props => <Link {...props} to="/calendar/rules" />}>
            <Trans>Rules and holidays</Trans>
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDeviceMobile size={14} aria-hidden="true" />}
            onClick={() => onSearch({ feed: 1 })}
          >{t`Calendar on your phone`}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {keeps && (
        <Button variant="default" onClick={() => onSearch({ entry: 'new' })}>
          <Trans>Add an appointment</Trans>
        </Button>
      )}
      {mayPlan && (
        <Button onClick={() => onSearch({ plan: 1 })}>
          <Trans>Plan a visit</Trans>
        </Button>
      )}
    </>
  )
}
