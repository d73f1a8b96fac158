import type { AllocationPolicy } from './allocation-policy.ts'
import type { Basis, Reach } from './share-product.ts'

export const runStates = ['draft', 'released', 'undone', 'dropped'] as const
export type RunState = (typeof runStates)[number]

/** One sharing out of scarce goods. Quantities and amounts are decimal strings; weeks are named by their Mondays. */
export type AllocationRun = {
  id: number
  publicId: string
  name: string
  state: RunState
  requestsFrom: 'orders' | 'entered'
  fromWeek: string | null
  untilWeek: string | null
  policy: AllocationPolicy
  previousRunId: number | null
  inputsDigest: string
  madeByName: string
  madeOn: string
  releasedByName: string | null
  releasedAt: string | null
  undoneByName: string | null
  undoneAt: string | null
  version: number
}

/** Why an account gets what it gets: figures of this account alone, since it reads them itself. */
export type AwardReason = {
  requested: string
  committed: string
  fair: string
  floor: string
  floorPercent: number
  /** What its weight gives it before others leave anything over. */
  own: string
  passedOn: string
  allocated: string
  cut: string
  basis: Basis
  reach: Reach
  pack: string
  /** Lines or loads, shared with other products, that held it back. */
  limitedBy: string[]
}
