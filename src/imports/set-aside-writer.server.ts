import type pg from 'pg'
import { type Problem, problem } from './map-invoice-line.ts'
import type { Reason } from './reasons.ts'
import { copySetAside, type SetAsideRow } from './set-aside.store.ts'

/** Rows and characters kept before they are written. */
const mostRows = 5_000
const mostText = 4 * 2 ** 20
/** Characters of a row that are kept. */
const longestRaw = 65_536

/**
 * Gathers the rows that an import sets aside and writes them on a connection of its own, beside the ledger's COPY,
 * in a transaction that the import commits just before its own.
 */
export class SetAsideWriter {
  readonly reasons: Record<string, number> = {}
  count = 0
  /** The first ones, to be shown. */
  readonly first: SetAsideRow[] = []
  #rows: SetAsideRow[] = []
  #text = 0
  #client: pg.PoolClient | null = null
  readonly #pool: pg.Pool
  readonly #importId: number

  constructor(pool: pg.Pool, importId: number) {
    this.#pool = pool
    this.#importId = importId
  }

  add(row: number, { reason, field }: Problem, raw: string): void {
    this.count++
    this.reasons[reason] = (this.reasons[reason] ?? 0) + 1
    const kept = { row, reason, field, raw: raw.length > longestRaw ? raw.slice(0, longestRaw) : raw }
    if (this.first.length < 20) this.first.push(kept)
    this.#rows.push(kept)
    this.#text += kept.raw.length
  }

  addFault(row: number, fault: Reason, raw: string): void {
    this.add(row, problem(fault, null), raw)
  }

  get isFull(): boolean {
    return this.#rows.length >= mostRows || this.#text >= mostText
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return
    const rows = this.#rows
    this.#rows = []
    this.#text = 0
    if (!this.#client) {
      this.#client = await this.#pool.connect()
      await this.#client.query('begin')
    }
    await copySetAside(this.#client, this.#importId, rows)
  }

  async commit(): Promise<void> {
    await this.flush()
    await this.#end('commit')
  }

  async rollback(): Promise<void> {
    this.#rows = []
    await this.#end('rollback')
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    const client = this.#client
    if (!client) return
    this.#client = null
    let lost: Error | undefined
    try {
      await client.query(how)
    } catch (error) {
      lost = error as Error
      if (how === 'commit') throw error
    } finally {
      client.release(lost)
    }
  }
}

/** Rows that were set aside before and are tried again: those that still cannot be taken stay where they are. */
export class SetAsideNotes extends SetAsideWriter {
  readonly notes: { row: number; reason: string; field: string | null }[] = []

  override add(row: number, { reason, field }: Problem): void {
    this.count++
    this.reasons[reason] = (this.reasons[reason] ?? 0) + 1
    this.notes.push({ row, reason, field })
  }

  override get isFull(): boolean {
    return false
  }
}
