import { type Refreshing, refreshSignals } from './refresh.use.ts'

/** Milliseconds between two looks; a look at what has not changed takes a few short queries. */
const pause = 3_000

/**
 * Brings the signals up to date soon after the start, after every import and change and at the start of a day, so that
 * whoever opens the queue finds it ready. In the server rather than in a job: the figures of all accounts are in its memory
 * already. Answers with what ends it.
 */
export function keepCurrent(refreshing: Refreshing, log: (message: string) => void): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout
  let looking: Promise<void> = Promise.resolve()
  const again = () => {
    timer = setTimeout(() => {
      looking = refreshSignals(refreshing).catch(error => {
        if (!stopped) log(`signals not brought up to date: ${(error as Error).message}`)
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
