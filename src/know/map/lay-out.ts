import { Graph, layout } from '@dagrejs/dagre'

/** A person of the account on the map: who weighs more is drawn larger. */
export type Theirs = { id: string; influence: number | null; name: string }
export type Ours = { id: string; name: string }
/** `from` reports to `to`. */
export type Reporting = { from: string; to: string }
export type Tie = { theirs: string; ours: string }

export type Box = { x: number; y: number; width: number; height: number }

export type MapToLayOut = {
  theirs: readonly Theirs[]
  ours: readonly Ours[]
  reporting: readonly Reporting[]
  ties: readonly Tie[]
  /** Left and upper edge of those whom somebody has put in their place. */
  kept: ReadonlyMap<string, { x: number; y: number }>
}

/** Pixels between neighbours, and between the levels of a hierarchy. */
const gap = 32
const levelGap = 64
/** Ours stand in a band of their own below. */
const bandGap = 88
/** So many side by side at most, where no line says who stands above whom: it prints well on A4 landscape. */
const perRow = 6

/** Width and height in pixels; unknown influence is drawn like the least. */
export function sizeOf(influence: number | null): { width: number; height: number } {
  const weight = influence ?? 1
  return { width: 148 + 12 * weight, height: 60 + 4 * weight }
}

export const sizeOfOurs = { width: 176, height: 48 }

/**
 * Where everybody stands: the hierarchy from the top by Sugiyama's method (dagre), those without a line in rows below
 * it, ours in one row at the bottom, each under the middle of whom they know. Kept places are kept; whoever would stand
 * on another's place moves down. The same map gives the same picture, in whatever order its people come.
 */
export function layOut({ theirs, ours, reporting, ties, kept }: MapToLayOut): Map<string, Box> {
  const people = [...theirs].sort(byWeight)
  const size = new Map(people.map(person => [person.id, sizeOf(person.influence)]))
  const lines = reporting.filter(line => size.has(line.from) && size.has(line.to))
  const placed = inHierarchy(people, lines, size)
  inRows(
    people.filter(person => !placed.has(person.id)),
    size,
    placed,
  )
  ourBand(ours, ties, placed)
  return withKept(placed, kept)
}

/** Most influence first; then by name and id, so that nothing depends on the order in which rows are read. */
function byWeight(left: Theirs, right: Theirs): number {
  return (right.influence ?? 0) - (left.influence ?? 0) || compare(left.name, right.name) || compare(left.id, right.id)
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

type Size = { width: number; height: number }

function inHierarchy(
  people: readonly Theirs[],
  lines: readonly Reporting[],
  size: ReadonlyMap<string, Size>,
): Map<string, Box> {
  const joined = new Set(lines.flatMap(line => [line.from, line.to]))
  if (joined.size === 0) return new Map()
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: gap, ranksep: levelGap, ranker: 'tight-tree' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of people) if (joined.has(id)) graph.setNode(id, { ...size.get(id)! })
  const order = new Map(people.map(({ id }, index) => [id, index]))
  const place = (line: Reporting) => order.get(line.to)! * people.length + order.get(line.from)!
  for (const { from, to } of [...lines].sort((left, right) => place(left) - place(right))) graph.setEdge(to, from)
  layout(graph)
  return new Map(
    graph.nodes().map((id: string): [string, Box] => {
      const { x, y, width, height } = graph.node(id) as Box
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }]
    }),
  )
}

/** Rows of people as wide as the hierarchy where it is wide, centred below it. */
function inRows(people: readonly Theirs[], size: ReadonlyMap<string, Size>, placed: Map<string, Box>): void {
  const { left, right, bottom } = extent(placed)
  const middle = (left + right) / 2
  let y = placed.size > 0 ? bottom + levelGap : 0
  for (let start = 0; start < people.length; start += perRow) {
    const row = people.slice(start, start + perRow)
    const width = row.reduce((sum, { id }) => sum + size.get(id)!.width + gap, -gap)
    let x = Math.round(middle - width / 2)
    for (const { id } of row) {
      placed.set(id, { x, y, ...size.get(id)! })
      x += size.get(id)!.width + gap
    }
    y += Math.max(...row.map(({ id }) => size.get(id)!.height)) + gap
  }
}

function ourBand(ours: readonly Ours[], ties: readonly Tie[], placed: Map<string, Box>): void {
  const { left, right, bottom } = extent(placed)
  const y = placed.size > 0 ? bottom + bandGap : 0
  const wanted = ours
    .map(person => {
      const known = ties.flatMap(tie => (tie.ours === person.id ? (placed.get(tie.theirs) ?? []) : []))
      const middle =
        known.length > 0
          ? known.reduce((sum, box) => sum + box.x + box.width / 2, 0) / known.length
          : (left + right) / 2
      return { ...person, x: Math.round(middle - sizeOfOurs.width / 2) }
    })
    .sort((one, other) => one.x - other.x || compare(one.name, other.name) || compare(one.id, other.id))
  const xs = spread(
    wanted.map(person => person.x),
    sizeOfOurs.width + gap,
  )
  wanted.forEach(({ id }, index) => {
    placed.set(id, { x: xs[index]!, y, ...sizeOfOurs })
  })
}

/** Ascending wishes moved apart to `step`; each crowd stays centred on the mean of what its members wanted. */
function spread(wishes: readonly number[], step: number): number[] {
  const crowds: { start: number; count: number }[] = []
  for (const wish of wishes) {
    let crowd = { start: wish, count: 1 }
    for (let last = crowds.at(-1); last && last.start + last.count * step > crowd.start; last = crowds.at(-1)) {
      crowds.pop()
      const count = last.count + crowd.count
      // The start that leaves the sum of all moves at nought.
      const start = (last.start * last.count + (crowd.start - last.count * step) * crowd.count) / count
      crowd = { start, count }
    }
    crowds.push(crowd)
  }
  return crowds.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, index) => Math.round(start + index * step)),
  )
}

function withKept(
  placed: ReadonlyMap<string, Box>,
  kept: ReadonlyMap<string, { x: number; y: number }>,
): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const [id, box] of placed) {
    const own = kept.get(id)
    if (own) boxes.set(id, { ...box, ...own })
  }
  if (boxes.size === 0) return new Map(placed)
  for (const [id, box] of placed) {
    if (boxes.has(id)) continue
    let { y } = box
    for (;;) {
      const other = [...boxes.values()].find(each => overlap(each, { ...box, y }))
      if (!other) break
      y = other.y + other.height + gap
    }
    boxes.set(id, { ...box, y })
  }
  return boxes
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** The smallest frame around all boxes; a point where there are none. */
export function extent(boxes: ReadonlyMap<string, Box>): { left: number; right: number; top: number; bottom: number } {
  const all = [...boxes.values()]
  if (all.length === 0) return { left: 0, right: 0, top: 0, bottom: 0 }
  return {
    left: Math.min(...all.map(box => box.x)),
    right: Math.max(...all.map(box => box.x + box.width)),
    top: Math.min(...all.map(box => box.y)),
    bottom: Math.max(...all.map(box => box.y + box.height)),
  }
}
