/**
 * Nelder–Mead simplex search (1965, with the usual coefficients 1, 2, 0.5, 0.5), started again from its own result
 * until a restart gains nothing. Deterministic: the same start gives the same answer to the last bit.
 * `evaluate` may return Infinity where it is not defined.
 */
export function minimise(
  evaluate: (point: readonly number[]) => number,
  start: readonly number[],
  {
    step = 0.5,
    tolerance = 1e-10,
    evaluations = 4_000,
  }: { step?: number; tolerance?: number; evaluations?: number } = {},
): { point: number[]; value: number; evaluations: number } {
  let used = 0
  const measured = (point: number[]) => {
    used += 1
    const value = evaluate(point)
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  let best = measured([...start])
  let size = step
  while (used < evaluations) {
    const before = best.value
    best = descend(measured, best, size, tolerance, () => used < evaluations)
    if (before - best.value <= 1e-9 * (1 + Math.abs(best.value))) break
    size = Math.max(size / 4, 0.05)
  }
  return { ...best, evaluations: used }
}

interface Corner {
  point: number[]
  value: number
}

function descend(
  measured: (point: number[]) => Corner,
  start: Corner,
  step: number,
  tolerance: number,
  mayContinue: () => boolean,
): Corner {
  const corners = [
    start,
    ...start.point.map((_, axis) => measured(start.point.map((x, i) => (i === axis ? x + step : x)))),
  ]
  while (mayContinue()) {
    corners.sort((left, right) => left.value - right.value)
    const best = corners[0]!
    const worst = corners.at(-1)!
    if (worst.value - best.value <= tolerance * (1 + Math.abs(best.value)) && spread(corners) < 1e-5) break
    const others = corners.slice(0, -1)
    const centre = best.point.map(
      (_, axis) => others.reduce((sum, corner) => sum + corner.point[axis]!, 0) / others.length,
    )
    const along = (factor: number) => measured(centre.map((x, axis) => x + factor * (worst.point[axis]! - x)))
    const reflected = along(-1)
    if (reflected.value < best.value) {
      const expanded = along(-2)
      corners[corners.length - 1] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < others.at(-1)!.value) {
      corners[corners.length - 1] = reflected
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5)
      if (contracted.value < Math.min(worst.value, reflected.value)) corners[corners.length - 1] = contracted
      else
        for (let i = 1; i < corners.length; i += 1)
          corners[i] = measured(corners[i]!.point.map((x, axis) => (x + best.point[axis]!) / 2))
    }
  }
  return corners.reduce((left, right) => (right.value < left.value ? right : left))
}

const spread = (corners: readonly Corner[]): number =>
  Math.max(...corners[0]!.point.map((x, axis) => Math.max(...corners.map(corner => Math.abs(corner.point[axis]! - x)))))
