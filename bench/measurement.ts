/** What one measurement found: both sides side by side, in one run on one machine. */
export type Measurement = {
  key: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k'
  title: string
  /** Ours over the other side's, or a time where the goal is one; null where nothing could be compared. */
  ratio: number | null
  goal: string
  rows: Row[]
  /** Largest resident memory of each Node process, in megabytes. */
  memory: Record<string, number>
}

/** One line of the table; times in milliseconds. */
export type Row = { what: string; milliseconds?: number; note?: string }

export type Size = {
  /** Of the ledger that (a) imports. */
  importLines: number
  /** Of the ledger that everything else works on. */
  ledgerLines: number
  accounts: number
  quick: boolean
}

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = performance.now()
  const result = await work()
  return { result, milliseconds: performance.now() - started }
}

/** The value below which that share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
