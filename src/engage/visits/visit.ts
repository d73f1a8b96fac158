/** A visit to an account by one of ours: planned, then held, cancelled or missed. Instants are UTC ISO. */
export type Visit = {
  id: number
  accountId: number
  siteId: number | null
  kind: VisitKind
  /** Who of ours goes. */
  personId: string
  contactIds: number[]
  startsAt: string
  endsAt: string
  /** IANA name of the clock on the account's wall. */
  timeZone: string
  /** As first planned. */
  originalStartsAt: string
  /** What the visit is measured against: a wish of the account's moves it, a wish of ours does not. */
  promisedAt: string
  state: VisitState
  heldFrom: string | null
  heldUntil: string | null
  cadenceId: number | null
  /** The day that the cadence's rule gives, before holidays. */
  occurrenceDay: string | null
  /** The hour may be chosen when the day is put in order. */
  flexible: boolean
  purpose: string | null
  movedBy: MovedBy | null
  moveReason: string | null
  cancelledBy: CancelledBy | null
  cancelReason: string | null
  /** Of its iCalendar object. */
  sequence: number
  version: number
}

export const visitKinds = ['manager', 'executive'] as const
export type VisitKind = (typeof visitKinds)[number]

export const visitStates = ['planned', 'held', 'cancelled', 'missed'] as const
export type VisitState = (typeof visitStates)[number]

/** Whose wish it was. `plan`: a month's plan put it there; it counts as ours. */
export const movedBys = ['ours', 'theirs', 'holiday', 'plan'] as const
export type MovedBy = (typeof movedBys)[number]

/** `cadence`: its cadence ended or changed before the day. */
export const cancelledBys = ['ours', 'theirs', 'holiday', 'cadence'] as const
export type CancelledBy = (typeof cancelledBys)[number]

/** A visit as somebody or a cadence plans it. */
export type NewVisit = Pick<
  Visit,
  'accountId' | 'siteId' | 'kind' | 'personId' | 'contactIds' | 'startsAt' | 'endsAt' | 'timeZone' | 'purpose'
> &
  Partial<Pick<Visit, 'cadenceId' | 'occurrenceDay' | 'flexible' | 'movedBy' | 'moveReason'>> &
  Partial<Pick<Visit, 'state' | 'cancelledBy' | 'cancelReason' | 'heldFrom' | 'heldUntil'>> &
  Partial<Pick<Visit, 'originalStartsAt' | 'promisedAt'>>

/** A visit that follows its cadence to another hour, person or state. */
export type FollowedVisit = NewVisit & { id: number; sequence: number }
