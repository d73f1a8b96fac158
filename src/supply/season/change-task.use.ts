import { ownersOf } from '../../accounts/account-names.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { lockOpen, type SeasonActing } from './plan-season.use.ts'
import type { SeasonTask, TaskKind, TaskState } from './season.ts'
import { insertTasks, lockTask, updateTask } from './season-tasks.store.ts'

export type TaskSaid = { kind: TaskKind; title: string; week: string; dueOn: string; quantity: string; unit: string }

/** Adds what the plan does not know. @throws Refusal season_not_found, season_closed */
export async function addTask(acting: SeasonActing, seasonId: string, said: TaskSaid): Promise<string> {
  return acting.db.transaction().execute(async db => {
    const season = await lockOpen(db, seasonId)
    const none = { productId: null, accountId: null, laneId: null, value: null }
    const [publicId] = await insertTasks(db, season.id, [{ ...none, ...said, why: { kind: 'hand' }, madeBy: 'hand' }])
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'season task',
      subjectId: publicId!,
      operation: 'add',
      after: { season: season.name, ...said },
    })
    return publicId!
  })
}

export type TaskChange = {
  state?: TaskState
  /** Null: nobody's. */
  ownerId?: string | null
  note?: string | null
  dueOn?: string
  quantity?: string
  /** What was done of it; all where it is done and nothing is said. */
  doneQuantity?: string | null
}

/**
 * Takes a task on, moves it over the board, or says what was done of it. A manager does so with tasks that are theirs, with
 * those of their accounts, and takes on those that are nobody's.
 * @throws Refusal season_task_not_found, season_closed, season_task_changed_meanwhile, season_task_not_yours,
 * season_owner_unknown
 */
export async function changeTask(
  acting: SeasonActing,
  publicId: string,
  version: number,
  said: TaskChange,
): Promise<void> {
  const today = await businessDay(acting)
  await acting.db.transaction().execute(async db => {
    const task = await lockTask(db, publicId)
    if (!task) throw new Refusal('season_task_not_found')
    if (task.seasonState === 'closed') throw new Refusal('season_closed', { name: '' })
    if (task.version !== version) throw new Refusal('season_task_changed_meanwhile')
    if (!(await mayChange(db, acting.actor, task))) throw new Refusal('season_task_not_yours')
    const owner = await ownerOf(db, task, said)
    const state = said.state ?? task.state
    const doneQuantity = said.doneQuantity !== undefined ? said.doneQuantity : task.doneQuantity
    const isSettled = state === 'done' || state === 'dropped'
    const after = {
      state,
      ...owner,
      note: said.note !== undefined ? said.note : task.note,
      dueOn: said.dueOn ?? task.dueOn,
      quantity: said.quantity ?? task.quantity,
      doneQuantity: state === 'done' ? (doneQuantity ?? said.quantity ?? task.quantity) : doneQuantity,
      settledOn: isSettled ? (task.state === state ? task.settledOn : today) : null,
    }
    await updateTask(db, task.id, after)
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'season task',
      subjectId: publicId,
      accountId: task.accountId,
      operation: 'change',
      before: changed(task, after),
      after: changed(after, task),
    })
  })
}

type Kept = Parameters<typeof updateTask>[2]

/** What of the one is not the same in the other. */
const changed = (one: Kept, other: Kept) =>
  Object.fromEntries(
    (['state', 'ownerName', 'note', 'dueOn', 'quantity', 'doneQuantity'] as const).flatMap(key =>
      one[key] === other[key] ? [] : [[key, one[key]]],
    ),
  )

async function mayChange(db: Db, actor: Actor, task: SeasonTask): Promise<boolean> {
  if (actor.role !== 'manager') return true
  if (task.ownerId === null || task.ownerId === actor.id) return true
  return task.accountId !== null && (await ownersOf(db, [task.accountId])).get(task.accountId) === actor.id
}

async function ownerOf(
  db: Db,
  task: SeasonTask,
  { ownerId }: TaskChange,
): Promise<Pick<SeasonTask, 'ownerId' | 'ownerName'>> {
  if (ownerId === undefined) return { ownerId: task.ownerId, ownerName: task.ownerName }
  if (ownerId === null) return { ownerId: null, ownerName: null }
  const person = await findPerson(db, ownerId)
  if (!person || person.disabled) throw new Refusal('season_owner_unknown')
  return { ownerId, ownerName: person.name }
}
