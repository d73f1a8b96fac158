import { Decimal } from 'decimal.js'
import { type SeasonResult, type SeasonTask, taskKinds } from './season.ts'

/**
 * What came of a season: planned and done by kind, whether in time, and what the goods were worth that stood at the account
 * in time. A task done in part counts by its part; contribution of tasks whose value is not known is left out.
 */
export function seasonResult(tasks: readonly SeasonTask[]): SeasonResult {
  const kinds = Object.fromEntries(
    taskKinds.map(kind => {
      const mine = tasks.filter(task => task.kind === kind)
      const done = mine.filter(task => task.state === 'done')
      const counted = mine.filter(task => task.state !== 'dropped')
      return [
        kind,
        {
          planned: mine.length,
          done: done.length,
          dropped: mine.filter(task => task.state === 'dropped').length,
          left: mine.filter(task => task.state === 'open' || task.state === 'doing').length,
          inTime: done.filter(task => task.settledOn! <= task.dueOn).length,
          share: counted.length === 0 ? 1 : counted.reduce((sum, task) => sum + shareDone(task), 0) / counted.length,
        },
      ]
    }),
  ) as SeasonResult['kinds']
  let shelves = 0
  let avoided = new Decimal(0)
  let missed = new Decimal(0)
  for (const task of tasks) {
    if (task.kind !== 'position') continue
    const share = shareDone(task)
    if (task.why.kind === 'position') shelves += share * task.why.lines.length
    if (task.value === null) continue
    avoided = avoided.plus(new Decimal(task.value).mul(share))
    missed = missed.plus(new Decimal(task.value).mul(1 - share))
  }
  return {
    kinds,
    avoided: { shelves: Math.round(shelves), contribution: avoided.toDecimalPlaces(2).toFixed() },
    missed: { contribution: missed.toDecimalPlaces(2).toFixed() },
  }
}

/** How much of a task was done, 0 to 1. */
export function shareDone({ state, quantity, doneQuantity }: SeasonTask): number {
  if (state === 'dropped' || doneQuantity === null) return 0
  return Math.min(1, Number(doneQuantity) / Number(quantity))
}
