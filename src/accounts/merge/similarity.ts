/**
 * How alike two texts are, 0 to 1: one less the number of insertions, deletions, replacements and swaps of neighbours
 * (optimal string alignment), in relation to the longer text.
 */
export function editSimilarity(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [[...one], [...other]]
  const longer = Math.max(a.length, b.length)
  if (a.length === 0 || b.length === 0) return 0
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return 1 - last[b.length]! / longer
}

/** Share of the members that both sets have, 0 to 1; two empty sets are alike. */
export function sharedShare(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other])
  if (all.size === 0) return 1
  return one.filter(each => other.includes(each)).length / all.size
}
