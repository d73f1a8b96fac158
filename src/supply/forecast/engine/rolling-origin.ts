/**
 * Past origins to judge methods at, oldest first: up to `most`, evenly spread over the newest part of the series, each
 * with at least two seasons (or half of the series) before it and a point after it. Empty where the series is too short.
 */
export function pastOrigins(n: number, period: number, horizon: number, most: number): number[] {
  const least = period > 1 && n >= 2 * period + 2 ? 2 * period : Math.max(4, Math.ceil(n / 2))
  const span = Math.min(n - least, Math.max(2 * horizon, 2 * period))
  if (span < 1) return []
  const last = n - Math.max(1, Math.min(horizon, Math.floor(span / 2)))
  const count = Math.min(most, last - (n - span) + 1)
  const origins: number[] = []
  for (let at = 0; at < count; at++)
    origins.push(count === 1 ? last : Math.round(n - span + (at * (last - (n - span))) / (count - 1)))
  return origins
}
