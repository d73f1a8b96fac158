import { ownText } from './own-text.ts'

type Entry = { id: number; isNew: boolean; said: string[] | null }

/**
 * Ids of the codes of a file. A code that nobody knows gets one of the reserved ids, and what its rows say of it
 * (name, country, …) is kept, the later word winning.
 */
export class CodeBook {
  readonly #entries = new Map<string, Entry>()
  readonly #reserve: ((count: number) => Promise<number[]>) | null
  #reserved: number[] = []

  /** `reserve`: null where new codes are not wanted. */
  constructor(known: ReadonlyMap<string, number>, reserve: ((count: number) => Promise<number[]>) | null) {
    for (const [code, id] of known) this.#entries.set(code, { id, isNew: false, said: null })
    this.#reserve = reserve
  }

  /** Makes sure that so many new codes can be taken without waiting; call it before each batch. */
  async prepare(count: number): Promise<void> {
    if (!this.#reserve || this.#reserved.length >= count) return
    const more = await this.#reserve(Math.max(count, 256) - this.#reserved.length)
    this.#reserved = [...more.reverse(), ...this.#reserved]
  }

  /** How many new codes may still be taken. */
  get spare(): number {
    return this.#reserved.length
  }

  /** The id; null where the code is unknown and new ones are not wanted. */
  idOf(code: string): number | null {
    const entry = this.#entries.get(code)
    if (entry) return entry.id
    if (!this.#reserve) return null
    const id = this.#reserved.pop()
    if (id === undefined) throw new RangeError('no reserved id is left')
    this.#entries.set(ownText(code), { id, isNew: true, said: null })
    return id
  }

  has(code: string): boolean {
    return this.#entries.has(code)
  }

  /** Keeps what a row says of a code; empty cells say nothing. */
  hear(code: string, cells: readonly string[], columns: readonly number[]): void {
    const entry = this.#entries.get(code)!
    let said = entry.said
    if (!said) {
      said = entry.said = columns.map(() => '')
    }
    for (let at = 0; at < columns.length; at++) {
      const cell = cells[columns[at]!]
      if (cell !== undefined && cell !== '' && cell !== said[at]) said[at] = ownText(cell)
    }
  }

  /** Codes that the file used, with what it said of them in the order of the columns. */
  *used(): Generator<{ code: string; id: number; isNew: boolean; said: string[] }> {
    for (const [code, { id, isNew, said }] of this.#entries) if (said) yield { code, id, isNew, said }
  }
}
