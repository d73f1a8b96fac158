/** On which local hour the morning's mail goes out, 0 to 23. */
export const digestHour = 7

/**
 * Whether the digest is due: on a working day (Monday to Friday), from the hour on until noon, so that a machine that
 * slept through the morning still sends it, but nobody gets a morning mail in the evening.
 */
export function isDigestTime(weekday: number, hour: number): boolean {
  return weekday >= 1 && weekday <= 5 && hour >= digestHour && hour < 12
}

/** Items of the queue that a mail names; the rest is a click away. */
export const itemsOfDigest = 8
