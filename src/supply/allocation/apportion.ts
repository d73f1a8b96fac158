/** One who has a part in what is shared out. Counts are whole: units or packs. */
export type Claim = {
  /** A whole number from 1. */
  weight: number
  /** At least this much … */
  least: number
  /** … and never more than this; may be Infinity. */
  most: number
}

/**
 * Shares a whole number in proportion to weights by the method of Sainte-Laguë (Webster), each within its own bounds:
 * one after another goes to whoever has the greatest weight ÷ (2 · given + 1) and is still below `most`. What one may
 * not take goes to the others; the sum is the supply, or all of `most` where that is less. Equal quotients go to the
 * greater weight, then to whoever stands first.
 *
 * With bounds that stay, one more in supply gives one more to one claim and takes nothing from any (house-monotone).
 * Balinski and Young, Fair Representation (1982), divisor methods with minimum and maximum requirements.
 * Throws RangeError where `least` alone exceeds the supply.
 */
export function apportion(supply: number, claims: readonly Claim[]): number[] {
  let least = 0
  let most = 0
  for (const claim of claims) {
    least += claim.least
    most += claim.most
  }
  if (least > supply) throw new RangeError(`${least} promised of ${supply}`)
  if (most <= supply) return claims.map(claim => claim.most)
  const given = startBelow(supply, claims)
  let left = supply
  for (const count of given) left -= count
  const queue = new Queue(claims, given)
  while (left > 0) {
    queue.giveNext()
    left -= 1
  }
  return given
}

/** What each is given at a level that is certainly not too high: the queue need only hand out the last few. */
function startBelow(supply: number, claims: readonly Claim[]): number[] {
  let low = 0
  let high = 0
  for (const claim of claims) high = Math.max(high, (Math.min(claim.most, supply) + 1) / claim.weight)
  const at = (level: number, claim: Claim, less: number) =>
    Math.max(claim.least, Math.min(claim.most, Math.floor(level * claim.weight + 0.5) - less))
  for (let step = 0; step < 60 && high - low > low * 1e-13; step += 1) {
    const level = (low + high) / 2
    let sum = 0
    for (const claim of claims) sum += at(level, claim, 0)
    if (sum <= supply) low = level
    else high = level
  }
  // One less than the level says: its binary fraction cannot tell equal quotients apart, the queue can.
  return claims.map(claim => at(low, claim, 1))
}

/** A heap of those who may still take, the next one on top. */
class Queue {
  #claims: readonly Claim[]
  #given: number[]
  #heap: number[]

  constructor(claims: readonly Claim[], given: number[]) {
    this.#claims = claims
    this.#given = given
    this.#heap = claims.flatMap((claim, at) => (given[at]! < claim.most ? [at] : []))
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at -= 1) this.#sink(at)
  }

  giveNext(): void {
    const heap = this.#heap
    const top = heap[0]!
    this.#given[top]! += 1
    if (this.#given[top]! >= this.#claims[top]!.most) {
      const last = heap.pop()!
      if (heap.length > 0 && last !== top) heap[0] = last
    }
    this.#sink(0)
  }

  #sink(from: number): void {
    const heap = this.#heap
    let at = from
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const right = left + 1
      const child = right < heap.length && this.#before(heap[right]!, heap[left]!) ? right : left
      if (this.#before(heap[at]!, heap[child]!)) return
      ;[heap[at], heap[child]] = [heap[child]!, heap[at]!]
      at = child
    }
  }

  /** Compared crosswise, so that no fraction is rounded. */
  #before(a: number, b: number): boolean {
    const one = this.#claims[a]!.weight * (2 * this.#given[b]! + 1)
    const other = this.#claims[b]!.weight * (2 * this.#given[a]! + 1)
    if (one !== other) return one > other
    const heavier = this.#claims[a]!.weight - this.#claims[b]!.weight
    return heavier !== 0 ? heavier > 0 : a < b
  }
}
