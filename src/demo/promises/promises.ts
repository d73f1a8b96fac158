import type { PromiseState } from '../../engage/report/promise.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import type { Random } from '../random.ts'

export type DemoSettlement = { due: string; state: PromiseState; closedOn: string | null }

/** What became of a promise made on a day for so many days later, as people are: mostly kept, some late, few forgotten. */
export function settleDemoPromise(random: Random, madeOn: string, days: number): DemoSettlement {
  const today = dayNumber(demoDay)
  const due = dayNumber(madeOn) + days
  const settled = (state: PromiseState, on: number): DemoSettlement => ({
    due: dayText(due),
    state,
    closedOn: dayText(Math.min(Math.max(on, dayNumber(madeOn)), today)),
  })
  const fate = random.next()
  const early = due - random.integer(0, 5)
  if (due >= today) return fate < 0.2 ? settled('kept', early) : { due: dayText(due), state: 'open', closedOn: null }
  // The longer ago, the surer that somebody has said what became of it.
  const forgotten = today - due < 25 ? 0.2 : 0.02
  if (fate < forgotten) return { due: dayText(due), state: 'open', closedOn: null }
  if (fate < forgotten + 0.06) return settled('broken', due + random.integer(3, 12))
  if (fate < forgotten + 0.1) return settled('withdrawn', early)
  if (fate < forgotten + 0.24) return settled('kept', due + random.integer(1, 8))
  return settled('kept', early)
}
