import { Decimal } from 'decimal.js'

export type RequestLine = {
  orderLineId: number
  requested: string
  committed: string
  /** Null: as soon as can be. */
  wantedOn: string | null
}

/**
 * An account's share of a product over its order lines: promises first, then in the order of the days wanted. The order
 * is fixed, so that a greater share never takes from a line.
 */
export function distributeLines<Line extends RequestLine>(
  allocated: string,
  lines: readonly Line[],
): (Line & { allocated: string })[] {
  const inTurn = [...lines].sort(
    (a, b) => (a.wantedOn ?? '').localeCompare(b.wantedOn ?? '') || a.orderLineId - b.orderLineId,
  )
  let left = new Decimal(allocated)
  const take = (atMost: Decimal) => {
    const taken = Decimal.min(left, atMost)
    left = left.minus(taken)
    return taken
  }
  const promised = inTurn.map(line => take(Decimal.min(line.committed, line.requested)))
  return inTurn.map((line, at) => ({
    ...line,
    allocated: promised[at]!.plus(take(new Decimal(line.requested).minus(promised[at]!))).toFixed(),
  }))
}
