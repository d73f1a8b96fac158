import { findingsNow } from '../identify/guards.use.ts'
import type { ReadingAt } from '../identify/standing.use.ts'
import { newestValueModel } from '../identify/value-model.store.ts'
import { ledgerSpan, ledgerVersion } from '../ledger/ledger.server.ts'
import type { ColumnsReader } from './account-columns.server.ts'

/** Milliseconds between two looks whether the ledger has moved; a look takes two short queries. */
const pause = 3_000

/**
 * Gathers what every page needs (measures and standing of all accounts, the list's columns) soon after the start and
 * after every import, so that the first person to look does not wait for it. Whoever asks meanwhile joins in. Answers
 * with what ends it.
 */
export function keepWarm(
  reading: ReadingAt,
  readColumns: ColumnsReader,
  log: (message: string) => void,
): () => Promise<void> {
  let warm = ''
  let stopped = false
  let timer: NodeJS.Timeout
  let looking: Promise<void> = Promise.resolve()

  const look = async () => {
    const [version, model] = [await ledgerVersion(reading.db), await newestValueModel(reading.db)]
    const state = `${version} ${model?.id ?? 0}`
    if (state === warm || stopped) return
    // Remembered first: what fails is gathered, or told, when somebody asks.
    warm = state
    if (!(await ledgerSpan(reading.db))) return
    await findingsNow(reading)
    if (!stopped) await readColumns(reading, null)
  }
  const again = () => {
    timer = setTimeout(() => {
      looking = look().catch(error => {
        if (!stopped) log(`figures not gathered ahead: ${(error as Error).message}`)
      })
      void looking.then(() => {
        if (!stopped) again()
      })
    }, pause)
    timer.unref()
  }
  again()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await looking
  }
}
