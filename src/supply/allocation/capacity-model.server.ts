import type { Capacity } from './capacity.ts'

/** Whether totals of products fit their capacities, asked of HiGHS as a linear program. */
export type CapacityModel = {
  /** The greatest share, 0 to 1, of the way from `from` to `to` on which all products can go together. */
  reach: (from: readonly number[], to: readonly number[]) => number
  /** Products that could have more of something while all others keep `totals`. */
  mayRise: (totals: readonly number[], among: ReadonlySet<number>) => Set<number>
  /** Whole steps on top of `totals` that earn the most within what is left. */
  fillUp: (totals: readonly number[], steps: readonly Step[]) => number[]
  /** Names of the capacities that these totals use up as far as one step of the product needs them. */
  usedUp: (totals: readonly number[], product: number, step: number) => string[]
}

/** `size`: units a step; `most`: how many steps; `worth`: of a step. */
export type Step = { size: number; most: number; worth: number }

type Solver = { solve: (problem: string, options?: object) => { Status: string; Columns: Record<string, unknown> } }

let solver: Promise<Solver> | undefined

/** Of a total: what the solver's arithmetic may be off by. */
const close = 1e-6

/**
 * `most`: what there is of each product, in the order of `products`. A product's units are made on any of its lines and
 * go on any of its loads: variables m<product>_<capacity>, summing to the total for each kind.
 */
export async function capacityModel(
  products: readonly string[],
  most: readonly number[],
  capacities: readonly Capacity[],
): Promise<CapacityModel> {
  // Its types describe the CommonJS build, where the loader is a default within a default.
  solver ??= import('highs').then(loaded => (loaded.default as unknown as () => Promise<Solver>)())
  const highs = await solver
  const uses = capacities.map(capacity => ({
    ...capacity,
    limit: Number(capacity.quantity),
    perUnit: new Map(capacity.uses.map(use => [products.indexOf(use.product), Number(use.perUnit)])),
  }))

  const routes: string[] = []
  products.forEach((_, product) => {
    for (const kind of ['line', 'load']) {
      const ways = uses.flatMap((use, at) =>
        use.kind === kind && use.perUnit.has(product) ? [`m${product}_${at}`] : [],
      )
      if (ways.length > 0) routes.push(`${ways.join(' + ')} - x${product} = 0`)
    }
  })
  const limits = uses.map(({ perUnit, limit }, at) => {
    const terms = [...perUnit].map(([product, each]) => `${each} m${product}_${at}`)
    return terms.length === 0 ? '' : `${terms.join(' + ')} <= ${limit}`
  })
  const structure = [...routes, ...limits.filter(Boolean)]

  const solve = (goal: string, rows: readonly string[], bounds: readonly string[], general: readonly string[] = []) => {
    const numbered = [...structure, ...rows].map((row, at) => ` r${at}: ${row}`)
    const text = ['Maximize', ` goal: ${goal}`, 'Subject To', ...numbered, 'Bounds', ...bounds.map(each => ` ${each}`)]
    if (general.length > 0) text.push('General', ` ${general.join(' ')}`)
    const found = highs.solve([...text, 'End', ''].join('\n'), {
      output_flag: false,
      primal_feasibility_tolerance: 1e-9,
      mip_feasibility_tolerance: 1e-9,
    })
    if (found.Status !== 'Optimal') throw new Error(`capacities: ${found.Status}`)
    return (name: string) => (found.Columns[name] as { Primal: number } | undefined)?.Primal ?? 0
  }
  const capped = most.map((count, product) => `0 <= x${product} <= ${count}`)
  const below = (total: number) => Math.max(0, total - close * Math.max(1, total))

  return {
    reach: (from, to) => {
      const rows = from.map((start, at) => `x${at} - ${Math.max(0, to[at]! - start)} s >= ${below(start)}`)
      return Math.min(1, solve('s', rows, [...capped, '0 <= s <= 1'])('s'))
    },
    mayRise: (totals, among) => {
      const risen = new Set<number>()
      for (;;) {
        const rest = [...among].filter(product => !risen.has(product))
        if (rest.length === 0) return risen
        // More than rounding, less than a unit.
        const room = (product: number) => Math.max(0.001, totals[product]! * 1e-5)
        const rows = totals.map((total, at) =>
          rest.includes(at) ? `x${at} - e${at} >= ${below(total)}` : `x${at} >= ${below(total)}`,
        )
        const value = solve(rest.map(at => `e${at}`).join(' + '), rows, [
          ...capped,
          ...rest.map(at => `0 <= e${at} <= ${room(at)}`),
        ])
        const more = rest.filter(at => value(`e${at}`) > room(at) / 2)
        if (more.length === 0) return risen
        for (const at of more) risen.add(at)
      }
    },
    fillUp: (totals, steps) => {
      const rows = totals.map(
        (total, at) => `x${at} - ${steps[at]!.size} z${at} + ${steps[at]!.size} d${at} = ${total}`,
      )
      const bounds = steps.flatMap(({ size, most: count }, at) => [
        `0 <= z${at} <= ${count}`,
        `0 <= d${at} <= ${totals[at]! >= size ? 1 : 0}`,
      ])
      // Where nothing is earned or known a step still counts a little: what can go out goes out. One comes down only
      // where rounding took it a hair too high.
      const goal = steps.map(step => Math.max(step.worth, 1e-6))
      const dear = 10 * goal.reduce((sum, each) => sum + each, 0)
      const value = solve(
        goal.map((worth, at) => `${worth} z${at} - ${dear} d${at}`).join(' + '),
        rows,
        [...capped, ...bounds],
        steps.flatMap((_, at) => [`z${at}`, `d${at}`]),
      )
      return steps.map((_, at) => Math.round(value(`z${at}`)) - Math.round(value(`d${at}`)))
    },
    usedUp: (totals, product, step) => {
      const rows = totals.map((total, at) => `x${at} >= ${below(total)}`)
      return uses.flatMap((use, capacity) => {
        const each = use.perUnit.get(product)
        if (each === undefined) return []
        const terms = [...use.perUnit.keys()].map(at => `${use.perUnit.get(at)} m${at}_${capacity}`)
        const value = solve(
          'f',
          [...rows, `${terms.join(' + ')} + f <= ${use.limit}`],
          [...capped, `0 <= f <= ${use.limit}`],
        )
        return value('f') < each * step - close ? [use.name] : []
      })
    },
  }
}
