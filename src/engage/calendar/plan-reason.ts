/** Why a visit is proposed: none in its stretch of days, or one that cannot be as it stands. */
export type PlanReason = 'none planned' | 'overlaps' | 'away' | 'day full' | 'closed'
