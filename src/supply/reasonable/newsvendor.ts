import { density, quantileOf } from './normal.ts'

/** Per piece and period: what one left over costs, and what one missing costs. Both above 0. */
export type UnitCosts = { holding: number; shortage: number }

/** The quantity that costs least in expectation, and that cost a period. */
export type Newsvendor = { orderUpTo: number; cost: number; service: number }

/** The share of periods without a shortage at which both costs balance: p ÷ (h + p). */
export const balancedService = ({ holding, shortage }: UnitCosts): number => shortage / (holding + shortage)

/** The newsvendor with normal demand: S = μ + z·σ, cost (h + p)·σ·φ(z) (Arrow, Harris & Marschak 1951). */
export function normalNewsvendor(mean: number, sigma: number, costs: UnitCosts): Newsvendor {
  const service = balancedService(costs)
  const z = quantileOf(service)
  return { orderUpTo: mean + z * sigma, cost: (costs.holding + costs.shortage) * sigma * density(z), service }
}

/** The newsvendor with Poisson demand: the smallest whole S with P(D ≤ S) ≥ p ÷ (h + p), and its exact cost. */
export function poissonNewsvendor(mean: number, costs: UnitCosts): Newsvendor {
  const service = balancedService(costs)
  const orderUpTo = poissonQuantile(mean, service)
  return { orderUpTo, cost: poissonCost(mean, costs)(orderUpTo), service }
}

/** P(D = 0), P(D = 1), … of Poisson demand, as far as the rest lies below 1e-14. Means up to 700. */
export function poissonShares(mean: number): number[] {
  const shares = [Math.exp(-mean)]
  for (let sum = shares[0]!, count = 1; sum < 1 - 1e-14 && count < 10 * mean + 60; count += 1) {
    shares.push((shares[count - 1]! * mean) / count)
    sum += shares[count]!
  }
  return shares
}

/** The smallest whole number that Poisson demand does not exceed with that probability. */
export function poissonQuantile(mean: number, share: number): number {
  let sum = 0
  for (const [count, each] of poissonShares(mean).entries()) {
    sum += each
    if (sum >= share) return count
  }
  return poissonShares(mean).length
}

/** The expected cost of a period that begins with a level of stock: h·E[(y − D)⁺] + p·E[(D − y)⁺]; y may be negative. */
export function poissonCost(mean: number, { holding, shortage }: UnitCosts): (level: number) => number {
  const shares = poissonShares(mean)
  return level => {
    let left = 0
    for (let demand = 0; demand < Math.min(level, shares.length); demand += 1)
      left += (level - demand) * shares[demand]!
    if (level > shares.length) left = level - mean
    return holding * left + shortage * (left - level + mean)
  }
}
