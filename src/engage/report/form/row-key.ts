/** A name for a new row, unlike those that are there: 'r1', 'r2', … */
export function nextKey(rows: readonly { key: string }[]): string {
  return `r${Math.max(0, ...rows.map(row => Number(row.key.slice(1)))) + 1}`
}
