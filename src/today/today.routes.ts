import { everyone, implementing, may } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Answer, answerSignal, delegateSignal, takeAnswerBack } from './answer-signal.use.ts'
import { readKinds } from './kinds.use.ts'
import { readDepartmentQueue, readMyQueue } from './queue.use.ts'
import { todayContract } from './today.contract.ts'
import { departmentReaders, queueWorkers } from './today-rights.ts'

const operations = implementing(todayContract)

export const todayRoutes = operations.router({
  queue: operations.queue.use(may(...everyone)).handler(({ input, context }) => readMyQueue(context, input)),
  department: operations.department
    .use(may(...departmentReaders))
    .handler(({ input, context }) => readDepartmentQueue(context, input)),
  answer: operations.answer.use(may(...queueWorkers)).handler(async ({ input, context }) => ({
    answerId: await answerSignal(context, input.id, answerOf(input)),
  })),
  delegate: operations.delegate.use(may(...queueWorkers)).handler(async ({ input, context }) => ({
    answerId: await delegateSignal(context, input.id, input.personId, input.note),
  })),
  takeBack: operations.takeBack.use(may(...queueWorkers)).handler(async ({ input, context }) => {
    await takeAnswerBack(context, input.id)
    return { takenBack: true as const }
  }),
  kinds: operations.kinds
    .use(may(...departmentReaders))
    .handler(({ input, context }) => readKinds(context, input.days)),
})

/** What an answer needs beyond its name. */
function answerOf({ answer, until, note }: { answer: Answer['answer']; until?: string; note?: string }): Answer {
  switch (answer) {
    case 'done':
      return { answer, note }
    case 'snoozed':
      if (until === undefined) throw new Refusal('snooze_day_missing')
      return { answer, until, note }
    case 'not useful':
      if (note === undefined) throw new Refusal('answer_reason_missing')
      return { answer, note }
  }
}
