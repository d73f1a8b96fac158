import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { describeSwitches, readQuestions, readSwitches } from './list-transport.use.ts'
import { endLaneSwitch, switchLane } from './switch-lane.use.ts'
import { transportContract } from './transport.contract.ts'

const operations = implementing(transportContract)
const senders = ['administrator', 'head', 'manager', 'back office'] as const

export const transportRoutes = operations.router({
  questions: operations.questions.use(may(...everyone)).handler(({ input, context }) => readQuestions(context, input)),
  switches: operations.switches.use(may(...everyone)).handler(({ input, context }) => readSwitches(context, input)),
  switch: operations.switch
    .use(may(...senders))
    .handler(async ({ input, context }) => (await describeSwitches(context, [await switchLane(context, input)]))[0]!),
  end: operations.end
    .use(may(...senders))
    .handler(
      async ({ input, context }) => (await describeSwitches(context, [await endLaneSwitch(context, input)]))[0]!,
    ),
})
