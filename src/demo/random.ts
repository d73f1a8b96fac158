/**
 * Random numbers that are the same on every machine. Each use draws from a stream of its own, named by what it is
 * for, so that drawing more in one place shifts no figure elsewhere. The generator is sfc32 (Chris Doty-Humphrey,
 * PractRand), seeded by four 32-bit hashes of the name. Only +, −, ×, ÷ and square roots are used: `Math.exp` and
 * its kind may differ in the last digit between engines.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter: number

  /** `names` are joined into one stream name: `new Random('demo', 'invoices', 'A0012')`. */
  constructor(...names: (string | number)[]) {
    const [a, b, c, d] = hash(names.join('/'))
    this.#a = a
    this.#b = b
    this.#c = c
    this.#counter = d
    for (let round = 0; round < 12; round++) this.next()
  }

  /** At least 0, below 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }

  /** Index into `cumulative`, the running totals of the weights. */
  weighted(cumulative: readonly number[]): number {
    const target = this.next() * (cumulative.at(-1) ?? 0)
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) > target) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Close to the standard normal: the sum of twelve uniforms less six, hence never beyond ±6. */
  normal(): number {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += this.next()
    return sum
  }

  /** Log-normal with mean 1: `spread` is the standard deviation of the logarithm. */
  spread(spread: number): number {
    return exponential(spread * this.normal() - (spread * spread) / 2)
  }

  /** Knuth's method; meant for means below 100. */
  poisson(mean: number): number {
    const limit = exponential(-mean)
    let count = 0
    let product = this.next()
    while (product > limit) {
      count++
      product *= this.next()
    }
    return count
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last)
      const kept = shuffled[last] as Item
      shuffled[last] = shuffled[other] as Item
      shuffled[other] = kept
    }
    return shuffled
  }
}

export function running(weights: readonly number[]): number[] {
  let total = 0
  return weights.map(weight => {
    total += weight
    return total
  })
}

/** e to the power of x by halving the argument and summing the series: the same digits on every engine. */
export function exponential(x: number): number {
  const reduced = x / 1024
  let term = 1
  let sum = 1
  for (let order = 1; order <= 8; order++) {
    term = (term * reduced) / order
    sum += term
  }
  for (let square = 0; square < 10; square++) sum *= sum
  return sum
}

/** cyrb128 by bryc, public domain. */
function hash(text: string): [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}
