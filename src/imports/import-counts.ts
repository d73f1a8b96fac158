/** How far an import is. */
export type Progress = {
  step: 'waiting' | 'reading' | 'writing'
  rows: number
  /** Of the file itself. */
  bytes: number
  totalBytes: number
  rowsPerSecond: number
  /** null while unknown. */
  secondsLeft: number | null
}

/** What became of an import's rows. */
export type Counts = {
  rows: number
  added: number
  replaced: number
  unchanged: number
  setAside: number
  flagged: number
  reasons: Record<string, number>
}
