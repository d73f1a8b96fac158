/** Something at a place of the screen, in pixels, with its radius. */
export type Spot<Item> = { item: Item; x: number; y: number; radius: number }

export type Cluster<Item> = { x: number; y: number; members: Spot<Item>[] }

/**
 * Puts spots that lie in one square of `cell` pixels together; the squares are fixed to the earth (`originX`, `originY`
 * are the screen position of its corner), so that a pan changes no cluster. Linear in the number of spots.
 */
export function clustered<Item>(
  spots: readonly Spot<Item>[],
  cell: number,
  originX: number,
  originY: number,
): Cluster<Item>[] {
  const cells = new Map<string, Cluster<Item>>()
  for (const spot of spots) {
    const key = `${Math.floor((spot.x - originX) / cell)} ${Math.floor((spot.y - originY) / cell)}`
    const own = cells.get(key)
    if (own) own.members.push(spot)
    else cells.set(key, { x: spot.x, y: spot.y, members: [spot] })
  }
  for (const own of cells.values()) {
    if (own.members.length === 1) continue
    own.x = own.members.reduce((sum, spot) => sum + spot.x, 0) / own.members.length
    own.y = own.members.reduce((sum, spot) => sum + spot.y, 0) / own.members.length
  }
  return [...cells.values()]
}

/** Radius of a cluster's disc in pixels: grows with the number, slowly. */
export const clusterRadius = (count: number): number => 12 + Math.min(14, 4 * Math.log10(count))
