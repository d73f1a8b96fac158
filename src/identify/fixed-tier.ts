import { earnedTiers } from './tier.ts'

/** A tier that people fixed for a time: from its first to its last day, or until it was ended. */
export interface Term {
  readonly from: string
  readonly until: string
  /** The first day on which it does not hold any more. */
  readonly endedOn: string | null
}

export const runsOn = ({ from, until, endedOn }: Term, day: string): boolean =>
  from <= day && day <= until && (endedOn === null || day < endedOn)

/** Whether a new term from one day to another would meet it. */
export const overlaps = (term: Term, from: string, until: string): boolean =>
  term.from <= until && from <= term.until && (term.endedOn === null || from < term.endedOn)

export const invitationTold = (each: Term & { id: number; reason: string; inviter: string }) => ({
  id: each.id,
  reason: each.reason,
  inviter: each.inviter,
  from: each.from,
  until: each.until,
  endedOn: each.endedOn,
})

export const overrideTold = (each: Term & { id: number; tier: number; reason: string; author: string }) => ({
  id: each.id,
  tier: earnedTiers[each.tier]!,
  reason: each.reason,
  author: each.author,
  from: each.from,
  until: each.until,
  endedOn: each.endedOn,
})
