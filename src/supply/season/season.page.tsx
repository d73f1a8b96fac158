import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, SegmentedControl, Select } from '@mantine/core'
import { IconCalendarEvent, IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { PageSkeleton } from '../../web/page/Skeletons.tsx'
import { useSession } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { AddTask } from './AddTask.tsx'
import { CloseSeason } from './CloseSeason.tsx'
import { PlanSeason } from './PlanSeason.tsx'
import { SeasonBoard } from './SeasonBoard.tsx'
import { SeasonStanding } from './SeasonStanding.tsx'
import style from './season.module.css'
import { taskKinds } from './season.ts'
import { type Board, useMayPlan, useSeasonWrites } from './season.web.ts'
import type { SeasonSearch } from './season-search.ts'
import { taskKindName } from './season-words.ts'
import { TaskDrawer } from './TaskDrawer.tsx'

const route = getRouteApi('/_app/supply/season')

/** What production and transport must have ready, by when, and who sees to it. */
export function SeasonPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: SeasonSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const mayPlan = useMayPlan()
  const list = useQuery(api.supply.season.list.queryOptions())
  const chosen = list.data?.items.find(season => season.publicId === search.season) ?? list.data?.items[0]
  const query = useQuery(
    api.supply.season.read.queryOptions({ input: { publicId: chosen?.publicId ?? '' }, enabled: chosen !== undefined }),
  )
  const board = query.data
  useCrumb(t`Season`)
  const failed = list.error ?? query.error
  return (
    <>
      <PageHeader
        title={t`Season`}
        context={useContext(board)}
        actions={board && <Actions board={board} onChoose={choose} />}
      >
        <SupplyTabs />
        {list.data && list.data.items.length > 0 && (
          <div className={style.filters}>
            <Select
              aria-label={t`Which season`}
              data={list.data.items.map(season => ({
                value: season.publicId,
                label: season.state === 'closed' ? t`${season.name} (closed)` : season.name,
              }))}
              value={chosen?.publicId ?? null}
              allowDeselect={false}
              onChange={season => choose({ season: season ?? undefined, task: undefined })}
            />
            <Filters search={search} onChoose={choose} />
          </div>
        )}
      </PageHeader>
      {failed && <Failed error={failed} onRetry={() => void list.refetch().then(() => query.refetch())} />}
      {!failed && (list.isPending || (chosen && query.isPending)) && <PageSkeleton />}
      {list.data?.items.length === 0 && (
        <EmptyState
          icon={<IconCalendarEvent size={24} stroke={1.5} />}
          title={t`No season is planned`}
          action={
            mayPlan ? (
              <Button onClick={() => choose({ form: 'plan' })}>
                <Trans>Plan a season</Trans>
              </Button>
            ) : undefined
          }
        >
          <Trans>
            A plan holds the forecasts against what production makes and what stands at the accounts, and says what to
            build ahead, what to place where, and which transport to book by when.
          </Trans>
        </EmptyState>
      )}
      {board && (
        <>
          <SeasonStanding board={board} />
          <SeasonBoard board={board} search={search} onOpen={task => choose({ task })} />
          <TaskDrawer
            task={board.tasks.find(task => task.publicId === search.task)}
            isClosed={board.state === 'closed'}
            onClose={() => choose({ task: undefined })}
          />
          <CloseSeason board={board} opened={search.form === 'close'} onClose={() => choose({ form: undefined })} />
          <AddTask board={board} opened={search.form === 'add'} onClose={() => choose({ form: undefined })} />
        </>
      )}
      <PlanSeason
        board={search.form === 'again' ? board : undefined}
        opened={search.form === 'plan' || (search.form === 'again' && board !== undefined)}
        onClose={() => choose({ form: undefined })}
        onPlanned={season => choose({ season, form: undefined })}
      />
    </>
  )
}

function useContext(board: Board | undefined) {
  const { t } = useLingui()
  const format = useFormat()
  if (!board) return []
  return [
    t`weeks of ${format.days(board.fromWeek, board.untilWeek)}`,
    t`planned ${format.day(board.plannedOn)}, ${board.settings.surePercent}% sure`,
    board.closedOn
      ? t`closed ${format.day(board.closedOn)} by ${board.closedByName ?? ''}`
      : board.late > 0
        ? plural(board.late, { one: '# task is late', other: '# tasks are late' })
        : t`nothing is late`,
  ]
}

function Filters({ search, onChoose }: { search: SeasonSearch; onChoose: (part: SeasonSearch) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { person } = useSession()
  return (
    <>
      <SegmentedControl
        aria-label={t`What to prepare`}
        value={search.kind ?? 'all'}
        onChange={value => onChoose({ kind: taskKinds.find(kind => kind === value) })}
        data={[
          { value: 'all', label: t`All` },
          ...taskKinds.map(kind => ({ value: kind, label: taskKindName(kind, language) })),
        ]}
      />
      <SegmentedControl
        aria-label={t`Whose`}
        value={search.owner ?? 'all'}
        onChange={value => onChoose({ owner: value === 'me' || value === 'nobody' ? value : undefined })}
        data={[
          { value: 'all', label: t`Everybody’s` },
          ...(person ? [{ value: 'me', label: t`Mine` }] : []),
          { value: 'nobody', label: t`Nobody’s yet` },
        ]}
      />
    </>
  )
}

function Actions({ board, onChoose }: { board: Board; onChoose: (part: SeasonSearch) => void }) {
  const { t } = useLingui()
  const { reopen } = useSeasonWrites()
  if (!useMayPlan()) return null
  if (board.state === 'closed') {
    return (
      <>
        <Button
          variant="default"
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ publicId: board.publicId, version: board.version })}
        >
          <Trans>Open again</Trans>
        </Button>
        <Button onClick={() => onChoose({ form: 'plan' })}>
          <Trans>Plan a season</Trans>
        </Button>
      </>
    )
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t`More for this season`}>
            <IconDots size={18} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChoose({ form: 'add' })}>
            <Trans>Add a task</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => onChoose({ form: 'plan' })}>
            <Trans>Plan another season</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => onChoose({ form: 'close' })}>
            <Trans>Close the season</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => onChoose({ form: 'again' })}>
        <Trans>Plan again</Trans>
      </Button>
    </>
  )
}
