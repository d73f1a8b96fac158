/** What several products share: a line that makes them, a truck or container that takes them. */
export type Capacity = {
  name: string
  /** A product needs one of its lines and one of its loads; two of a kind stand in for each other. */
  kind: 'line' | 'load'
  /** In its own unit: hours, pallets, kilograms. */
  quantity: string
  uses: { product: string; perUnit: string }[]
}

/** Products that share capacities, directly or through others, each group once. */
export function sharingGroups(capacities: readonly Capacity[]): { products: string[]; capacities: Capacity[] }[] {
  const groups: { products: Set<string>; capacities: Capacity[] }[] = []
  for (const capacity of capacities) {
    const products = capacity.uses.map(use => use.product)
    const met = groups.filter(group => products.some(product => group.products.has(product)))
    for (const each of met) groups.splice(groups.indexOf(each), 1)
    groups.push({
      products: new Set([...met.flatMap(group => [...group.products]), ...products]),
      capacities: [...met.flatMap(group => group.capacities), capacity],
    })
  }
  return groups.map(group => ({ products: [...group.products].sort(), capacities: group.capacities }))
}
