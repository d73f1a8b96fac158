import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { addTask, changeTask } from './change-task.use.ts'
import { closeSeasonWithResult, planAgain, planSeason, reopenSeason } from './plan-season.use.ts'
import { readSeason, readSeasons } from './read-season.use.ts'
import { seasonContract } from './season.contract.ts'

const operations = implementing(seasonContract)
const planners = ['administrator', 'head', 'back office'] as const

export const seasonRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ context }) => readSeasons(context)),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readSeason(context, input.publicId)),
  plan: operations.plan
    .use(may(...planners))
    .handler(async ({ input, context }) => readSeason(context, (await planSeason(context, input)).publicId)),
  again: operations.again.use(may(...planners)).handler(async ({ input: { publicId, version, settings }, context }) => {
    await planAgain(context, publicId, version, settings)
    return readSeason(context, publicId)
  }),
  close: operations.close.use(may(...planners)).handler(async ({ input: { publicId, version, lesson }, context }) => {
    await closeSeasonWithResult(context, publicId, version, lesson)
    return readSeason(context, publicId)
  }),
  reopen: operations.reopen.use(may(...planners)).handler(async ({ input: { publicId, version }, context }) => {
    await reopenSeason(context, publicId, version)
    return readSeason(context, publicId)
  }),
  addTask: operations.addTask.use(may(...planners)).handler(async ({ input: { publicId, ...said }, context }) => {
    await addTask(context, publicId, said)
    return readSeason(context, publicId)
  }),
  // Managers own tasks, too; which of them is decided by the use case.
  changeTask: operations.changeTask
    .use(may(...planners, 'manager'))
    .handler(async ({ input: { publicId, version, ...said }, context }) => {
      await changeTask(context, publicId, version, said)
      return { publicId }
    }),
})
