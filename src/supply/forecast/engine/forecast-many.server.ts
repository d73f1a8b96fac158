import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Batch, type BatchForecast, forecastsOf, packSeries } from './batch.ts'
import { type ForecastOptions, forecastSeries, type SeriesForecast } from './forecast-series.ts'

export interface NamedSeries {
  readonly id: string
  readonly values: readonly number[] | Float64Array
  readonly sister?: readonly number[] | Float64Array
}

export interface ManyOptions extends Omit<ForecastOptions, 'sister'> {
  /** Threads; by default as many as there are processors. */
  readonly threads?: number
}

/** Points of a batch: enough that a thread works longer than a message takes, few enough that none waits for the last. */
const batchPoints = 4_000

/** What is shorter than a thread takes to start is done here. */
const fewPoints = 1_500

/**
 * Forecasts many series on threads of their own, in their order and each as `forecastSeries` does. Series are read as
 * threads become free: memory holds a few batches, whatever there is. Whoever stops reading stops the threads.
 */
export async function* forecastMany(
  series: Iterable<NamedSeries> | AsyncIterable<NamedSeries>,
  { period, horizon, threads = availableParallelism() }: ManyOptions,
): AsyncGenerator<SeriesForecast & { id: string }> {
  const pool = new ThreadPool(threads)
  const running: { ids: string[]; answer: Promise<BatchForecast> }[] = []
  async function* finish() {
    const { ids, answer } = running.shift()!
    const forecasts = forecastsOf(await answer, horizon)
    for (let at = 0; at < ids.length; at++) yield { id: ids[at]!, ...forecasts[at]! }
  }
  try {
    for await (const batch of batched(series)) {
      if (running.length === 0 && batch.last && batch.points <= fewPoints) {
        for (const { id, values, sister } of batch.series)
          yield { id, ...forecastSeries(values, { period, horizon, sister }) }
        continue
      }
      const answer = pool.run(packSeries(batch.series, { period, horizon }))
      // It may fail while another one is waited for; whoever waits for it is told again.
      answer.catch(() => undefined)
      running.push({ ids: batch.series.map(({ id }) => id), answer })
      if (running.length >= 2 * threads) yield* finish()
    }
    while (running.length > 0) yield* finish()
  } finally {
    await pool.close()
  }
}

async function* batched(
  series: Iterable<NamedSeries> | AsyncIterable<NamedSeries>,
): AsyncGenerator<{ series: NamedSeries[]; points: number; last: boolean }> {
  let batch: NamedSeries[] = []
  let points = 0
  for await (const each of series) {
    if (points >= batchPoints) {
      yield { series: batch, points, last: false }
      batch = []
      points = 0
    }
    batch.push(each)
    points += each.values.length + 1
  }
  if (batch.length > 0) yield { series: batch, points, last: true }
}

/** Threads that each work on one batch after another; started when first needed. */
class ThreadPool {
  readonly #most: number
  readonly #threads: { worker: Worker; waiting: number }[] = []

  constructor(most: number) {
    this.#most = Math.max(1, most)
  }

  run(batch: Batch): Promise<BatchForecast> {
    const thread = this.#freest()
    thread.waiting += 1
    return new Promise((resolve, reject) => {
      const { worker } = thread
      // Answers of a thread come in the order of its questions.
      const done = () => {
        thread.waiting -= 1
        worker.off('message', answered)
        worker.off('error', failed)
      }
      let before = thread.waiting - 1
      const answered = (answer: BatchForecast) => {
        if (before-- > 0) return
        done()
        resolve(answer)
      }
      const failed = (error: Error) => {
        done()
        reject(error)
      }
      worker.on('message', answered)
      worker.on('error', failed)
      worker.postMessage(batch, [batch.values.buffer as ArrayBuffer])
    })
  }

  #freest() {
    const idle = this.#threads.find(({ waiting }) => waiting === 0)
    if (idle) return idle
    if (this.#threads.length < this.#most) {
      const started = { worker: new Worker(new URL('./forecast-batch.thread.server.ts', import.meta.url)), waiting: 0 }
      this.#threads.push(started)
      return started
    }
    return this.#threads.reduce((least, each) => (each.waiting < least.waiting ? each : least))
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()))
  }
}
