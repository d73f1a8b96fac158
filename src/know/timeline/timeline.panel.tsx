import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Chip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany, useMay } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { NoteEditor } from './NoteEditor.tsx'
import { type TimelineItem, useNoteWrites } from './notes.web.ts'
import { TimelineEntry } from './TimelineEntry.tsx'
import style from './timeline.module.css'

const route = getRouteApi('/_app/accounts/$id/timeline')

/** Everything that happened with the account, latest first, and the place to write a note. */
export function TimelinePanel() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const { kinds } = route.useSearch()
  const navigate = route.useNavigate()
  const language = useLanguage()
  const format = useFormat()
  const { timeZone } = useCompany()
  const mayWrite = useMay('administrator', 'head', 'manager', 'back office', 'executive')
  const { write } = useNoteWrites()
  const query = useInfiniteQuery(
    api.know.timeline.read.infiniteOptions({
      input: (cursor: string | undefined) => ({ accountId, kinds, language, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const known = query.data?.pages[0]?.kinds ?? []
  const items = query.data?.pages.flatMap(page => page.items) ?? []
  return (
    <div className={style.timeline}>
      {mayWrite && (
        <NoteEditor
          key={write.data?.id}
          label={t`New note`}
          send={t`Write the note`}
          pending={write.isPending}
          error={write.error}
          onSend={words => write.mutate({ accountId, ...words })}
        />
      )}
      {known.length > 1 && (
        <Chip.Group
          multiple
          value={kinds ?? []}
          onChange={chosen =>
            void navigate({ search: old => ({ ...old, kinds: chosen.length > 0 ? chosen : undefined }) })
          }
        >
          <fieldset className={style.filter} aria-label={t`Show only`}>
            {known.map(({ kind, title }) => (
              <Chip key={kind} value={kind} size="xs" variant="outline">
                {title}
              </Chip>
            ))}
          </fieldset>
        </Chip.Group>
      )}
      {query.isPending && <LinesSkeleton lines={10} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <EmptyState icon={<IconHistory size={24} stroke={1.5} />} title={t`Nothing has happened yet`}>
          <Trans>Invoices, visits, promises, changes of tier and notes line up here as they come.</Trans>
        </EmptyState>
      )}
      {byDay(items, timeZone).map(({ day, entries }) => (
        <section key={day} aria-label={format.day(day)}>
          <h2 className={style.day}>{format.day(day)}</h2>
          <ol className={style.entries}>
            {entries.map(item => (
              <TimelineEntry key={item.kind + item.key} item={item} />
            ))}
          </ol>
        </section>
      ))}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Show what was before</Trans>
        </Button>
      )}
    </div>
  )
}

/** The company's day of each event; those with only a day have it already. */
function byDay(items: TimelineItem[], timeZone: string): { day: string; entries: TimelineItem[] }[] {
  const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const days: { day: string; entries: TimelineItem[] }[] = []
  for (const item of items) {
    const day = item.wholeDay ? item.at.slice(0, 10) : zoned.format(new Date(item.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(item)
    else days.push({ day, entries: [item] })
  }
  return days
}
