import type { TestDatabase } from '../../tests/support/database.ts'
import { inTransaction } from '../platform/database.server.ts'
import { openPosting } from './post-lines.server.ts'
import type { PostedLine, PostingOutcome } from './posting.ts'
import { undoPosting } from './undo-posting.server.ts'

/** A line of an ordinary invoice; every field can be overridden. */
export const postedLine = (given: Partial<PostedLine> = {}): PostedLine => ({
  row: 2,
  accountId: 1,
  document: 'A',
  line: '1',
  day: '2024-03-15',
  productId: 7,
  quantity: '2',
  unitPrice: '5',
  net: '10',
  cost: '6',
  currency: null,
  rate: null,
  netInCurrency: null,
  kind: 'sale',
  flags: 0,
  ...given,
})

export type PostOptions = { importId: number; source?: string; chunk?: number }

/** Posts a file in a transaction of its own. */
export function postFile(
  { pool }: Pick<TestDatabase, 'pool'>,
  { importId, source = 'erp', chunk }: PostOptions,
  lines: PostedLine[],
): Promise<PostingOutcome> {
  return inTransaction(pool, async client => {
    const posting = await openPosting(client, { importId, source, chunk })
    for (const line of lines) await posting.write([line])
    return posting.finish()
  })
}

export function undoFile({ pool }: Pick<TestDatabase, 'pool'>, importId: number): Promise<boolean> {
  return inTransaction(pool, client => undoPosting(client, importId))
}

/** Undoes every import, in the order in which they were posted. */
export async function emptyLedger(database: Pick<TestDatabase, 'pool'>): Promise<void> {
  const { rows } = await database.pool.query('select import_id from bookkeeping.posting order by posting')
  for (const { import_id } of rows) await undoFile(database, import_id)
}
