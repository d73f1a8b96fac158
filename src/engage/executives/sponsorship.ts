/** What became of the visits that a sponsor has promised for a year. */
export type Sponsorship = {
  visitsAYear: number
  /** Held in the last twelve months, and planned within the next. */
  held: number
  planned: number
}

/**
 * How a sponsor stands: `kept` where the visits of the last twelve months are as many as promised, `planned` where those
 * still planned for the coming twelve would make it so, else `behind`.
 */
export function sponsorshipState({ visitsAYear, held, planned }: Sponsorship): 'kept' | 'planned' | 'behind' {
  if (held >= visitsAYear) return 'kept'
  return planned >= visitsAYear ? 'planned' : 'behind'
}

/** A third of an executive's working time belongs to key accounts. */
export const executivesShare = 1 / 3
