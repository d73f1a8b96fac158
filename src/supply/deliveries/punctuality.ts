/** What the deliveries of a window are grouped by. */
export const groupings = ['account', 'mode', 'lane', 'cause', 'month'] as const

export type Grouping = (typeof groupings)[number]

/**
 * How promises of delivery were kept, in lines whose promised day lies in the window and has passed. A line is on time
 * when it arrived by the promised day, in full when it arrived with the promised quantity or more. Lines without a
 * promised quantity count in full once they arrived. Overdue: not arrived although the day has passed; those are neither.
 */
export type Punctuality = {
  due: number
  onTime: number
  inFull: number
  /** Both at once: on time and in full. */
  kept: number
  /** Arrived after the promised day. */
  late: number
  overdue: number
  /** Of late lines, days after the promised day. */
  lateDaysMean: number | null
  lateDaysP90: number | null
}

/** Share of the lines due, 0 to 1; null where none was due. */
export const shareOf = (count: number, { due }: Pick<Punctuality, 'due'>): number | null =>
  due === 0 ? null : count / due
