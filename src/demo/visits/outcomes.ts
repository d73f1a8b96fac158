import type { Occurrence } from '../../engage/visits/occurrences.ts'
import type { NewVisit } from '../../engage/visits/visit.ts'
import { addMinutes } from '../../engage/visits/wall-clock.ts'
import type { Random } from '../random.ts'

/** What became of a past visit, as `NewVisit` keeps it. */
export type Outcome = Pick<NewVisit, 'startsAt' | 'endsAt' | 'state'> & Partial<NewVisit>

const oursMoved = [
  '另一客户验收，改期 Acceptance test elsewhere',
  '高铁停运 Train cancelled',
  '部门季度评审 Quarterly review',
  '样品未到 Samples not there yet',
]
const theirsMoved = [
  '客户盘点 Stocktaking',
  '采购总监出差 Buyer travelling',
  '工厂停电检修 Power maintenance',
  '展会 Trade fair',
]
const missed = ['台风停运 Typhoon', '航班取消 Flight cancelled', '临时救火 Emergency elsewhere']

/**
 * The managers keep most of their word: four of five on the hour, some late, some moved, few missed. The last days are
 * not all reported yet.
 * @param discipline 0 to 1, how well this manager keeps it
 */
export function outcomeOf(random: Random, occurrence: Occurrence, discipline: number, daysAgo: number): Outcome {
  const { startsAt, endsAt, holiday } = occurrence
  if (occurrence.outcome === 'skipped')
    return { startsAt, endsAt, state: 'cancelled', cancelledBy: 'holiday', cancelReason: holiday }
  const moved = occurrence.outcome === 'moved' ? ({ movedBy: 'holiday', moveReason: holiday } as const) : {}
  if (daysAgo <= 3 && random.chance(0.35)) return { startsAt, endsAt, state: 'planned', ...moved }
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
  const heldAt = (start: string, late: number): Outcome => {
    const from = addMinutes(start, late)
    const until = addMinutes(from, minutes + random.integer(-2, 6) * 5)
    return { startsAt: start, endsAt: addMinutes(start, minutes), state: 'held', heldFrom: from, heldUntil: until }
  }
  const draw = random.next()
  const good = 0.66 + 0.22 * discipline
  if (draw < good) return { ...heldAt(startsAt, random.integer(-2, 5) * 5), ...moved }
  if (draw < good + 0.05) return { ...heldAt(startsAt, random.integer(14, 40) * 5), ...moved }
  const later = addMinutes(startsAt, random.integer(1, 3) * 1440)
  if (draw < good + 0.09)
    return { ...heldAt(later, 0), originalStartsAt: startsAt, movedBy: 'ours', moveReason: random.pick(oursMoved) }
  if (draw < good + 0.15) {
    const reason = { movedBy: 'theirs', moveReason: random.pick(theirsMoved) } as const
    return { ...heldAt(later, 0), originalStartsAt: startsAt, promisedAt: later, ...reason }
  }
  if (draw < good + 0.18)
    return { startsAt, endsAt, state: 'cancelled', cancelledBy: 'theirs', cancelReason: random.pick(theirsMoved) }
  return { startsAt, endsAt, state: 'missed', cancelReason: random.pick(missed) }
}
