/** Days of several samples taken together: mean, standard deviation of the whole and count. Null without a sample. */
export function pooledDays(
  samples: readonly { days: number; sd: number; count: number }[],
): { days: number; sd: number; count: number } | null {
  const count = samples.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return null
  const days = samples.reduce((sum, each) => sum + each.days * each.count, 0) / count
  const squares = samples.reduce(
    (sum, each) => sum + (each.count - 1) * each.sd ** 2 + each.count * (each.days - days) ** 2,
    0,
  )
  return { days, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, count }
}
