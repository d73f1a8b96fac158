import type { Kysely } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import type { Progress } from './import-counts.ts'
import { saveProgress } from './imports.store.ts'

/** Milliseconds between two notes of how far an import is. */
const every = 500

/** Notes how far an import is, on a connection of its own, and hears whether somebody asked to stop. */
export class ProgressTeller {
  rows = 0
  bytes = 0
  step: Progress['step'] = 'reading'
  readonly #started = performance.now()
  readonly #timer: NodeJS.Timeout
  #writing: Promise<void> = Promise.resolve()
  readonly #totalBytes: number

  constructor(
    db: Kysely<DB>,
    importId: number,
    totalBytes: number,
    { onCancel, onProgress }: { onCancel: () => void; onProgress?: (progress: Progress) => void },
  ) {
    this.#totalBytes = totalBytes
    let busy = false
    this.#timer = setInterval(() => {
      onProgress?.(this.now())
      if (busy) return
      busy = true
      this.#writing = saveProgress(db, importId, this.now())
        .then(cancel => {
          if (cancel) onCancel()
        })
        // The import itself fails when the database is gone.
        .catch(() => undefined)
        .finally(() => {
          busy = false
        })
    }, every)
  }

  now(): Progress {
    const seconds = (performance.now() - this.#started) / 1000
    const share = this.#totalBytes > 0 ? Math.min(1, this.bytes / this.#totalBytes) : 0
    return {
      step: this.step,
      rows: this.rows,
      bytes: Math.min(this.bytes, this.#totalBytes),
      totalBytes: this.#totalBytes,
      rowsPerSecond: seconds > 0 ? Math.round(this.rows / seconds) : 0,
      secondsLeft: share > 0.02 ? Math.round((seconds * (1 - share)) / share) : null,
    }
  }

  /** Ends; nothing is written after this returns. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#writing
  }
}
