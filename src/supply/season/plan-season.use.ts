import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { weekOf } from '../forecast/periods.ts'
import { gatherSeason } from './gather-season.server.ts'
import { type PlannedTask, planTasks } from './plan-tasks.ts'
import type { Season, SeasonSettings } from './season.ts'
import { seasonResult } from './season-result.ts'
import { deleteUntouched, insertTasks, tasksOf } from './season-tasks.store.ts'
import { closeSeason, findSeason, insertSeason, lockSeason, replanned } from './seasons.store.ts'

export type SeasonActing = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type SeasonSaid = { name: string; fromWeek: string; untilWeek: string; settings: SeasonSettings }

/** Plans a season that is still to come. @throws Refusal season_weeks_invalid */
export async function planSeason(acting: SeasonActing, said: SeasonSaid): Promise<Season> {
  const today = await businessDay(acting)
  if (said.fromWeek > said.untilWeek || said.untilWeek < weekOf(today)) throw new Refusal('season_weeks_invalid')
  const tasks = planTasks(await gatherSeason(acting.db, today, said), said.settings)
  return acting.db.transaction().execute(async db => {
    const season = await insertSeason(db, { ...said, plannedOn: today })
    await insertTasks(db, season.id, tasks)
    await record(db, acting, season.publicId, 'plan', undefined, { ...said, tasks: tasks.length })
    return season
  })
}

/**
 * Plans it again from what is known today. What somebody has taken on, changed or settled stays as it is; the rest is made
 * anew, except what such a task already covers.
 * @throws Refusal season_not_found, season_closed, season_changed_meanwhile
 */
export async function planAgain(
  acting: SeasonActing,
  publicId: string,
  version: number,
  settings: SeasonSettings,
): Promise<void> {
  const today = await businessDay(acting)
  const before = await findSeason(acting.db, publicId)
  if (!before) throw new Refusal('season_not_found')
  const tasks = planTasks(await gatherSeason(acting.db, today, { ...before, settings }), settings)
  await acting.db.transaction().execute(async db => {
    const season = await lockOpen(db, publicId, version)
    await deleteUntouched(db, season.id)
    const kept = new Set((await tasksOf(db, season.id)).filter(task => task.madeBy === 'plan').map(aboutOf))
    const fresh = tasks.filter(task => !kept.has(aboutOf(task)))
    await insertTasks(db, season.id, fresh)
    await replanned(db, season.id, settings, today)
    await record(db, acting, publicId, 'plan again', season.settings, { settings, made: fresh.length, kept: kept.size })
  })
}

/** What a task is about: the plan makes no second one of it. */
const aboutOf = (task: Pick<PlannedTask, 'kind' | 'productId' | 'accountId' | 'laneId' | 'week'>): string =>
  [task.kind, task.productId, task.accountId, task.kind === 'book' ? `${task.laneId} ${task.week}` : ''].join(' ')

/** @throws Refusal as planAgain */
export async function closeSeasonWithResult(
  acting: SeasonActing,
  publicId: string,
  version: number,
  lesson: string | null,
): Promise<void> {
  const today = await businessDay(acting)
  await acting.db.transaction().execute(async db => {
    const season = await lockOpen(db, publicId, version)
    const result = seasonResult(await tasksOf(db, season.id))
    await closeSeason(db, season.id, { on: today, byName: acting.actor.name, result, lesson })
    await record(db, acting, publicId, 'close', undefined, { result, lesson })
  })
}

/** @throws Refusal season_not_found, season_open_already, season_changed_meanwhile */
export async function reopenSeason(acting: SeasonActing, publicId: string, version: number): Promise<void> {
  await acting.db.transaction().execute(async db => {
    const season = await lockSeason(db, publicId)
    if (!season) throw new Refusal('season_not_found')
    if (season.version !== version) throw new Refusal('season_changed_meanwhile')
    if (season.state === 'open') throw new Refusal('season_open_already')
    await closeSeason(db, season.id, null)
    await record(db, acting, publicId, 'open again', { result: season.result, lesson: season.lesson }, undefined)
  })
}

/** @throws Refusal season_not_found, season_closed, season_changed_meanwhile */
export async function lockOpen(db: Db, publicId: string, version?: number): Promise<Season> {
  const season = await lockSeason(db, publicId)
  if (!season) throw new Refusal('season_not_found')
  if (season.state === 'closed') throw new Refusal('season_closed', { name: season.name })
  if (version !== undefined && season.version !== version) throw new Refusal('season_changed_meanwhile')
  return season
}

async function record(
  db: Db,
  { actor }: SeasonActing,
  subjectId: string,
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(db, actor, { room: 'supply', subject: 'season', subjectId, operation, before, after })
}
