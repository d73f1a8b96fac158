/** When something is due; 'later' also holds what has no day. */
export const groups = ['overdue', 'today', 'week', 'later'] as const
export type Group = (typeof groups)[number]
