/** What we may keep or do. */
export const consentCovers = ['personal data', 'marketing', 'photos'] as const
export type ConsentCovers = (typeof consentCovers)[number]

/** The grounds that GDPR art. 6 and PIPL art. 13 know and that a sales department meets. */
export const legalBases = ['consent', 'contract', 'legitimate interest', 'legal obligation'] as const
export type LegalBasis = (typeof legalBases)[number]

export type Ground = {
  covers: ConsentCovers
  givenOn: string
  /** From this day on it holds no more. */
  withdrawnOn: string | null
}

/** A ground holds from the day it was given to the day before it was withdrawn. */
export function holds(ground: Ground, day: string): boolean {
  return ground.givenOn <= day && (ground.withdrawnOn === null || day < ground.withdrawnOn)
}

/**
 * Whether a use is covered on a day. `nothing said`: no ground was ever recorded, which leaves the decision to the
 * company; `withdrawn`: there was one and none holds any more.
 */
export function coverage(
  grounds: readonly Ground[],
  covers: ConsentCovers,
  day: string,
): 'covered' | 'withdrawn' | 'nothing said' {
  const told = grounds.filter(ground => ground.covers === covers && ground.givenOn <= day)
  if (told.length === 0) return 'nothing said'
  return told.some(ground => holds(ground, day)) ? 'covered' : 'withdrawn'
}
