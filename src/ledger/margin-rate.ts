/** Margin over the revenue whose cost is known, to four digits; null where either has no meaning. */
export function marginRateOf({
  margin,
  costedRevenue,
}: {
  margin: string | null
  costedRevenue: string
}): number | null {
  const costed = Number(costedRevenue)
  return margin !== null && costed > 0 ? Math.round((Number(margin) / costed) * 1e4) / 1e4 : null
}
