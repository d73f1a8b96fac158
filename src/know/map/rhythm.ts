/**
 * The usual number of days between contacts: the median of the intervals, which one long holiday does not move.
 * `days` ascending, each once; null below two. With an even number of intervals the mean of the middle two.
 */
export function rhythmOf(days: readonly string[]): number | null {
  const gaps = days.slice(1).map((day, index) => (Date.parse(day) - Date.parse(days[index]!)) / 86_400_000)
  gaps.sort((left, right) => left - right)
  const middle = gaps.length >> 1
  if (gaps.length === 0) return null
  return gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2
}
