import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { api, type client } from '../../web/api.ts'
import { WorldMap } from '../../web/map/WorldMap.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { VisitDrawer } from '../visits/VisitDrawer.tsx'
import { stateName } from '../visits/visit-words.ts'
import { addDays } from '../visits/wall-clock.ts'
import style from './plan.module.css'

const route = getRouteApi('/_app/calendar/day')

type Stop = Awaited<ReturnType<typeof client.engage.visits.dayRoute>>['stops'][number]

/** A day's visits in a good order, with the way between them on a map. */
export function DayPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useCompany()
  const { person } = useSession()
  const people = usePeople()
  const [opened, setOpened] = useState<number>()
  const day = search.day ?? today
  const personId = search.person ?? person.id
  const query = useQuery(api.engage.visits.dayRoute.queryOptions({ input: { personId, day } }))
  useCrumb(t`Day route`)
  const go = (to: string) => void navigate({ search: old => ({ ...old, day: to }) })
  const read = query.data
  const located = (read?.stops ?? []).flatMap(({ visit, place }, index) =>
    place
      ? [
          {
            ...place,
            id: visit.id,
            label: visit.account.name,
            letter: String(index + 1),
            tone: 'accent' as const,
            size: 10,
          },
        ]
      : [],
  )
  return (
    <>
      <PageHeader
        title={t`Day route`}
        context={[
          format.day(day),
          people.nameOf(personId),
          read && read.travelMinutes > 0 && t`${format.duration(read.travelMinutes * 60)} on the road`,
          read?.timeZone,
        ]}
      >
        <div className={style.tools}>
          <ActionIcon aria-label={t`Earlier`} variant="default" size={32} onClick={() => go(addDays(day, -1))}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label={t`Day`}
            value={day}
            onChange={event => event.currentTarget.value && go(event.currentTarget.value)}
          />
          <ActionIcon aria-label={t`Later`} variant="default" size={32} onClick={() => go(addDays(day, 1))}>
            <IconChevronRight size={16} />
          </ActionIcon>
          <Select
            aria-label={t`Whose calendar`}
            searchable
            allowDeselect={false}
            value={personId}
            onChange={value => void navigate({ search: old => ({ ...old, person: value ?? undefined }) })}
            data={people.everybody.map(each => ({ value: each.id, label: each.name }))}
          />
        </div>
      </PageHeader>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : !read ? (
        <LinesSkeleton lines={6} />
      ) : read.stops.length === 0 ? (
        <EmptyState icon={<IconRoute size={24} stroke={1.5} />} title={t`No visits on this day`} />
      ) : (
        <div className={style.day}>
          <div>
            {read.overtimeMinutes > 0 && (
              <p className={style.late}>
                <Trans>
                  The day ends {format.duration(read.overtimeMinutes * 60)} after {read.dayEnd}.
                </Trans>
              </p>
            )}
            <ol className={style.stops}>
              {read.stops.map((stop, index) => (
                <StopRow key={stop.visit.id} stop={stop} number={index + 1} onOpen={() => setOpened(stop.visit.id)} />
              ))}
            </ol>
            <p className={style.quiet}>
              <Trans>Travel is estimated from the distance; no road is looked up.</Trans>
            </p>
          </div>
          <WorldMap
            label={t`The visits of the day`}
            height={460}
            points={located}
            lines={[{ id: 'way', places: located, tone: 'accent', dashed: true }]}
            clustering={false}
            marked={opened ?? null}
            onOpen={id => setOpened(Number(id))}
          />
        </div>
      )}
      <VisitDrawer id={opened} onClose={() => setOpened(undefined)} />
    </>
  )
}

function StopRow({ stop, number, onOpen }: { stop: Stop; number: number; onOpen: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { visit, place, travelMinutes, lateMinutes } = stop
  const way =
    number === 1
      ? null
      : travelMinutes === null
        ? t`travel not known`
        : t`${format.duration(travelMinutes * 60)} on the way`
  return (
    <li className={style.stop}>
      <div className={style.stopHead}>
        <span className={style.number}>{number}</span>
        <strong>
          {stop.start}–{stop.end}
        </strong>
        <button type="button" className={style.link} onClick={onOpen}>
          {visit.account.name}
        </button>
      </div>
      <span className={style.quiet}>
        {[
          way,
          place?.name ?? t`no place known: enter a site`,
          visit.flexible ? t`any hour` : null,
          visit.state === 'held' ? stateName('held', language) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {lateMinutes > 0 && (
        <span className={style.late}>
          <Trans>
            Cannot be reached in time: {format.duration(lateMinutes * 60)} after {visit.time}.
          </Trans>
        </span>
      )}
    </li>
  )
}
