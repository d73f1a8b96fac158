/*
Gathering the facts of 100,000 accounts takes seconds, a step of the simulator milliseconds: what was gathered is kept
for the process, by the versions of what it was gathered from, the expensive part (the ledger's) apart from the rest.
*/
export class Kept<Value> {
  readonly #entries = new Map<string, Promise<Value>>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key)
    if (known) {
      this.#entries.delete(key)
      this.#entries.set(key, known)
      return known
    }
    const made = make()
    this.#entries.set(key, made)
    // What failed is not kept: the next one who asks tries again.
    made.catch(() => this.#entries.delete(key))
    while (this.#entries.size > this.#limit) this.#entries.delete(this.#entries.keys().next().value!)
    return made
  }

  /** What is kept under the key, not made where it is not. */
  find(key: string): Promise<Value> | undefined {
    return this.#entries.get(key)
  }

  clear(): void {
    this.#entries.clear()
  }
}
