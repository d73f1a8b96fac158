/** Something the ledger holds that its lines do not say. */
export type Difference = {
  /** Where it was found: "ledger.account_month". */
  table: string
  accountId: number | null
  /** The rest of the row's key: "2024-03", "document 17", "document 17 line 2". */
  place: string
  /** The column that differs, or what is wrong with the whole row. */
  column: string
  stored: string | null
  recomputed: string | null
}

export function differenceSentence(difference: Difference): string {
  const { table, accountId, place, column, stored, recomputed } = difference
  const where = accountId === null ? place : `account ${accountId}, ${place}`
  return `${table}, ${where}: ${column} is ${stored ?? 'missing'}, the lines say ${recomputed ?? 'nothing'}`
}
