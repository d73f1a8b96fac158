import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { addTask, changeTask, type TaskChange } from '../../supply/season/change-task.use.ts'
import { closeSeasonWithResult, planSeason } from '../../supply/season/plan-season.use.ts'
import { readSeason } from '../../supply/season/read-season.use.ts'
import { usualSettings } from '../../supply/season/season.ts'
import { insertSeason } from '../../supply/season/seasons.store.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { Random } from '../random.ts'

type Loading = { db: Kysely<DB>; seed: string; clock: Clock; actors: DemoActors }

/** The season before, closed with what came of it, and the Spring Festival that is being prepared. */
export async function loadSeasons(loading: Loading): Promise<void> {
  await pastSeason(loading)
  await comingSeason(loading)
}

async function comingSeason({ db, seed, clock, actors }: Loading): Promise<void> {
  const tang = { db, actor: actorOf(actors, 'tang.li'), clock }
  const { publicId } = await planSeason(tang, {
    name: 'Spring Festival 2027',
    fromWeek: '2027-01-18',
    untilWeek: '2027-03-01',
    settings: { ...usualSettings, coverWeeks: 6 },
  })
  await addTask(tang, publicId, {
    ...{ kind: 'book', title: 'Storage in Guangzhou over the holiday', week: '2027-01-25', dueOn: '2026-12-11' },
    ...{ quantity: '60', unit: 'pallets' },
  })
  const random = new Random(seed, 'season', 'coming')
  const { tasks } = await readSeason(tang, publicId)
  for (const [at, task] of tasks.entries()) {
    if (at >= 14 || !random.chance(0.6)) continue
    const said: TaskChange = { ownerId: actorOf(actors, random.pick(['tang.li', 'lin.zhiyuan'])).id, state: 'doing' }
    if (at % 4 === 1) Object.assign(said, { state: 'done' })
    await changeTask(tang, task.publicId, task.version, said)
  }
}

/** Entered by hand: forecasts of July are not kept. */
async function pastSeason({ db, actors }: Loading): Promise<void> {
  const at = (day: string) => ({
    db,
    actor: actorOf(actors, 'tang.li'),
    clock: { now: () => new Date(`${day}T03:00:00Z`) },
  })
  const { publicId } = await insertSeason(db, {
    name: 'Autumn projects 2026',
    fromWeek: '2026-09-07',
    untilWeek: '2026-10-26',
    settings: usualSettings,
    plannedOn: '2026-07-06',
  })
  const tasks = [
    {
      kind: 'build',
      title: 'Tideway R4 besides the plan',
      dueOn: '2026-08-10',
      quantity: '160',
      unit: 'pieces',
      done: '160',
      on: '2026-08-07',
    },
    {
      kind: 'build',
      title: 'Beacon 510 besides the plan',
      dueOn: '2026-08-10',
      quantity: '240',
      unit: 'pieces',
      done: '170',
      on: '2026-08-19',
    },
    {
      kind: 'position',
      title: 'Four dealers in Guangdong',
      dueOn: '2026-08-24',
      quantity: '880',
      unit: 'pieces',
      done: '880',
      on: '2026-08-21',
    },
    {
      kind: 'book',
      title: 'Coaster to Guangzhou',
      dueOn: '2026-08-10',
      quantity: '2',
      unit: 'containers',
      done: '2',
      on: '2026-08-06',
    },
    {
      kind: 'book',
      title: 'Trucks to Hanoi',
      dueOn: '2026-08-17',
      quantity: '3',
      unit: 'trucks',
      done: '2',
      on: '2026-08-17',
    },
  ] as const
  for (const { done, on, ...task } of tasks) {
    const id = await addTask(at('2026-07-06'), publicId, { ...task, week: '2026-09-07' })
    await changeTask(at(on), id, 1, { state: 'done', doneQuantity: done, ownerId: actorOf(actors, 'tang.li').id })
  }
  const { version } = await readSeason(at('2026-10-30'), publicId)
  await closeSeasonWithResult(
    at('2026-10-30'),
    publicId,
    version,
    'Radios came nine days late: order the chips four weeks earlier. The third truck to Hanoi was not to be had in typhoon week.',
  )
}
