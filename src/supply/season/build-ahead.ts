/** One product over the weeks from now to the end of the season. */
export type ProductAhead = {
  product: number
  /** Demand to be met, summed up to each week; rises. */
  cumulativeDemand: readonly number[]
  /** What production makes available in each week. */
  available: readonly number[]
  /** Extra goods are made in whole packs. */
  pack: number
  /** What a unit takes of its line, and which; null: no line is known, there is room in every week. */
  line: { name: string; perUnit: number } | null
}

export type BuildAhead = {
  product: number
  /** In which week (index) how much is made besides what is planned: as late as the line allows. */
  builds: { week: number; quantity: number }[]
  /** The first week in which it is needed. */
  neededIn: number
  quantity: number
  /** What no week before has room for. */
  impossible: number
}

/**
 * What must be made besides what is planned, so that goods are there before they are wanted. A plan's own surplus counts
 * for the weeks after it. Needs are scheduled backwards from the week they arise in, each as late as the line's free hours
 * allow, since what is built early binds money longest. `free`: hours of each line left by the plan, by week.
 */
export function buildAhead(
  products: readonly ProductAhead[],
  free: ReadonlyMap<string, readonly number[]>,
): BuildAhead[] {
  const room = new Map([...free].map(([line, hours]) => [line, [...hours]]))
  const needs = products
    .map(product => ({ product, byWeek: needsByWeek(product) }))
    .filter(need => need.byWeek.some(quantity => quantity > 0))
  const weeks = Math.max(0, ...needs.map(need => need.byWeek.length))
  const pending = needs.map(() => 0)
  const builds = needs.map((): { week: number; quantity: number }[] => [])
  for (let week = weeks - 1; week >= 0; week -= 1) {
    needs.forEach(({ product, byWeek }, at) => {
      pending[at]! += byWeek[week] ?? 0
      const quantity = Math.min(pending[at]!, fitting(product, room, week))
      if (quantity <= 0) return
      pending[at]! -= quantity
      builds[at]!.push({ week, quantity })
      if (product.line) {
        const hours = room.get(product.line.name)
        if (hours) hours[week]! -= quantity * product.line.perUnit
      }
    })
  }
  return needs.map(({ product, byWeek }, at) => ({
    product: product.product,
    builds: builds[at]!.reverse(),
    neededIn: byWeek.findIndex(quantity => quantity > 0),
    quantity: byWeek.reduce((sum, quantity) => sum + quantity, 0),
    impossible: pending[at]!,
  }))
}

/** By how much demand outgrows what has been made so far, in whole packs, in the week in which it does. */
function needsByWeek({ cumulativeDemand, available, pack }: ProductAhead): number[] {
  let made = 0
  let extra = 0
  return cumulativeDemand.map((demand, week) => {
    made += available[week] ?? 0
    const lack = demand - made - extra
    if (lack <= 1e-9) return 0
    const quantity = Math.ceil(lack / pack - 1e-9) * pack
    extra += quantity
    return quantity
  })
}

function fitting({ line, pack }: ProductAhead, room: ReadonlyMap<string, readonly number[]>, week: number): number {
  const hours = line && room.get(line.name)
  if (!line || !hours) return Number.POSITIVE_INFINITY
  return Math.floor(Math.max(0, hours[week] ?? 0) / line.perUnit / pack + 1e-9) * pack
}
