/** How one of theirs bears on another: `reports to` goes up to the superior, `influences` to whoever is swayed. */
export const lineKinds = ['reports to', 'influences'] as const
export type LineKind = (typeof lineKinds)[number]

export type Line = {
  id: number
  fromContactId: number
  toContactId: number
  kind: LineKind
  /** Of an influence: 1 slight, 2 clear, 3 strong; null for a reporting line. */
  strength: number | null
  note: string | null
  version: number
}

type Ends = Pick<Line, 'fromContactId' | 'toContactId'>

/**
 * The people of the ring that a new reporting line would close, from its lower end upwards; null where it closes none.
 * `reporting` are the lines there are, without the one that is being changed.
 */
export function ringClosedBy({ fromContactId, toContactId }: Ends, reporting: readonly Ends[]): number[] | null {
  const superiors = Map.groupBy(reporting, line => line.fromContactId)
  const cameFrom = new Map<number, number>([[toContactId, fromContactId]])
  const waiting = [toContactId]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === fromContactId) return walkBack(cameFrom, fromContactId)
    for (const line of superiors.get(at) ?? []) {
      if (cameFrom.has(line.toContactId)) continue
      cameFrom.set(line.toContactId, at)
      waiting.push(line.toContactId)
    }
  }
  return null
}

function walkBack(cameFrom: ReadonlyMap<number, number>, start: number): number[] {
  const ring = [start]
  for (let at = cameFrom.get(start); at !== undefined && at !== start; at = cameFrom.get(at)) ring.unshift(at)
  return [start, ...ring]
}
