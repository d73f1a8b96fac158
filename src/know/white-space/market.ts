/** What an account bought in the last twelve months: net sales by product line, exact decimals above zero. */
export type Purchase = {
  accountId: number
  /** All its net sales, product line or not: what its size is measured by. */
  total: number
  amounts: ReadonlyMap<string, string>
}

export type Alike = { accountId: number; similarity: number }

/** Accounts alike are sought among this many next larger and as many next smaller ones. */
export const candidatesEachSide = 100

/** The size band: from half to double of its own sales. */
export const sizeBand = 2

export const mostAlike = 25

/** Below this two accounts are not alike. */
export const leastSimilarity = 0.5

/** Lines that similarity looks at: the largest of all by sales. */
export const comparedLines = 64

/**
 * Every buying account in the order of its size, ready to be compared. Two accounts are as similar as the mean of the
 * cosine between what they spend by product line (how much) and the Jaccard index of the lines they buy (what): 0 to 1.
 */
export class Market {
  readonly purchases: readonly Purchase[]
  readonly #positions: ReadonlyMap<number, number>
  readonly #width: number
  /** Row by row the amounts by line, scaled to length one. */
  readonly #directions: Float32Array
  /** Row by row a bit for each line bought, in two words. */
  readonly #bought: Uint32Array

  constructor(purchases: readonly Purchase[]) {
    this.purchases = purchases.toSorted((one, other) => other.total - one.total || one.accountId - other.accountId)
    this.#positions = new Map(this.purchases.map(({ accountId }, position) => [accountId, position]))
    const lines = largestLines(purchases)
    this.#width = lines.size
    this.#directions = new Float32Array(purchases.length * lines.size)
    this.#bought = new Uint32Array(purchases.length * 2)
    for (const [position, { amounts }] of this.purchases.entries()) this.#place(position, amounts, lines)
  }

  #place(position: number, amounts: ReadonlyMap<string, string>, lines: ReadonlyMap<string, number>): void {
    const known = [...amounts].flatMap(([line, amount]): [number, number][] => {
      const column = lines.get(line)
      return column === undefined ? [] : [[column, Number(amount)]]
    })
    const length = Math.hypot(...known.map(([, amount]) => amount))
    for (const [column, amount] of known) {
      this.#directions[position * this.#width + column] = amount / length
      this.#bought[position * 2 + (column >> 5)]! |= 1 << (column & 31)
    }
  }

  find(accountId: number): Purchase | undefined {
    const position = this.#positions.get(accountId)
    return position === undefined ? undefined : this.purchases[position]
  }

  #similarity(one: number, other: number): number {
    let cosine = 0
    for (let column = 0; column < this.#width; column += 1)
      cosine += this.#directions[one * this.#width + column]! * this.#directions[other * this.#width + column]!
    let both = 0
    let either = 0
    for (let word = 0; word < 2; word += 1) {
      const left = this.#bought[one * 2 + word]!
      const right = this.#bought[other * 2 + word]!
      both += bits(left & right)
      either += bits(left | right)
    }
    return either === 0 ? 0 : (Math.min(1, cosine) + both / either) / 2
  }

  /** The accounts most alike, best first; equal ones nearer in size first. */
  alike(accountId: number): Alike[] {
    const own = this.#positions.get(accountId)
    if (own === undefined) return []
    const { total } = this.purchases[own]!
    if (!(total > 0)) return []
    const found: { position: number; similarity: number }[] = []
    const last = Math.min(this.purchases.length - 1, own + candidatesEachSide)
    for (let position = Math.max(0, own - candidatesEachSide); position <= last; position += 1) {
      const size = this.purchases[position]!.total
      if (position === own || size > total * sizeBand || size < total / sizeBand) continue
      const similarity = this.#similarity(own, position)
      if (similarity >= leastSimilarity) found.push({ position, similarity })
    }
    found.sort(
      (one, other) =>
        other.similarity - one.similarity ||
        Math.abs(one.position - own) - Math.abs(other.position - own) ||
        one.position - other.position,
    )
    return found.slice(0, mostAlike).map(({ position, similarity }) => ({
      accountId: this.purchases[position]!.accountId,
      similarity,
    }))
  }
}

/** The column of each compared line: the largest by sales first, equal ones by name. */
function largestLines(purchases: readonly Purchase[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { amounts } of purchases)
    for (const [line, amount] of amounts) sums.set(line, (sums.get(line) ?? 0) + Number(amount))
  const order = [...sums].sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
  return new Map(order.slice(0, comparedLines).map(([line], column) => [line, column]))
}

function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
