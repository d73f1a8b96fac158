/** How many rows of each document a posting has had so far: 4 bytes for a document of its own, a map for older ones. */
export class RowsSeen {
  private readonly older = new Map<number, number>()
  private own = new Uint32Array(1 << 16)
  private readonly firstId: number

  /** `firstId`: the lowest id that this posting gives to a new document. */
  constructor(firstId: number) {
    this.firstId = firstId
  }

  of(id: number): number {
    return (id < this.firstId ? this.older.get(id) : this.own[id - this.firstId]) ?? 0
  }

  add(id: number, rows: number): void {
    if (id < this.firstId) {
      this.older.set(id, this.of(id) + rows)
      return
    }
    const at = id - this.firstId
    if (at >= this.own.length) {
      const larger = new Uint32Array(2 ** Math.ceil(Math.log2(at + 1)))
      larger.set(this.own)
      this.own = larger
    }
    this.own[at]! += rows
  }
}
