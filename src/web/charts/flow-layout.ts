/** How many accounts go from one tier to another. Tiers by key, best first in `order`. */
export type Flow = { from: string; to: string; accounts: number }

export type Ribbon = Flow & { path: string; kind: 'up' | 'down' | 'stay' }
export type Node = { key: string; top: number; height: number; accounts: number }
export type FlowLayout = { left: Node[]; right: Node[]; ribbons: Ribbon[]; height: number }

const gap = 14
/** A tier or flow of one account must still be seen. */
const least = 3

/**
 * Places both columns of tiers and the ribbons between them. Heights follow the number of accounts, softened by a
 * square root where one tier (mostly "no tier") would crush all others.
 *
 * @param width of the area between the two columns, @param body height shared by the tiers of one column, in pixels
 */
export function layoutFlows(order: string[], flows: Flow[], width: number, body: number): FlowLayout {
  const some = flows.filter(flow => flow.accounts > 0)
  const weigh = (accounts: number) => Math.sqrt(accounts)
  const total = Math.max(
    1,
    some.reduce((sum, flow) => sum + weigh(flow.accounts), 0),
  )
  const thick = (flow: Flow) => Math.max(least, (weigh(flow.accounts) / total) * body)
  const rank = new Map(order.map((key, index) => [key, index]))
  const left = column(order, key => some.filter(flow => flow.from === key), thick)
  const right = column(order, key => some.filter(flow => flow.to === key), thick)

  const outOf = new Map(left.map(node => [node.key, node.top]))
  const into = new Map(right.map(node => [node.key, node.top]))
  const sorted = [...some].sort(
    (a, b) => (rank.get(a.from) ?? 0) - (rank.get(b.from) ?? 0) || (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0),
  )
  const ribbons = sorted.map((flow): Ribbon => {
    const size = thick(flow)
    const y0 = outOf.get(flow.from) ?? 0
    const y1 = into.get(flow.to) ?? 0
    outOf.set(flow.from, y0 + size)
    into.set(flow.to, y1 + size)
    const better = (rank.get(flow.to) ?? 0) - (rank.get(flow.from) ?? 0)
    const kind = better === 0 ? 'stay' : better < 0 ? 'up' : 'down'
    return { ...flow, kind, path: ribbon(width, y0, y1, size) }
  })
  const bottom = (nodes: Node[]) => Math.max(0, ...nodes.map(node => node.top + node.height))
  return { left, right, ribbons, height: Math.max(bottom(left), bottom(right)) }
}

function column(order: string[], flowsOf: (key: string) => Flow[], thick: (flow: Flow) => number): Node[] {
  let top = 0
  const nodes: Node[] = []
  for (const key of order) {
    const flows = flowsOf(key)
    const height = flows.reduce((sum, flow) => sum + thick(flow), 0)
    const accounts = flows.reduce((sum, flow) => sum + flow.accounts, 0)
    nodes.push({ key, top, height: Math.max(least, height), accounts })
    top += Math.max(18, height) + gap
  }
  return nodes
}

function ribbon(width: number, y0: number, y1: number, size: number): string {
  const middle = width / 2
  return (
    `M0 ${y0}C${middle} ${y0} ${middle} ${y1} ${width} ${y1}` +
    `V${y1 + size}C${middle} ${y1 + size} ${middle} ${y0 + size} 0 ${y0 + size}Z`
  )
}
