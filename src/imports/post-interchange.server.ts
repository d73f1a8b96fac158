import type pg from 'pg'
import type { Db } from '../platform/database.server.ts'
import { ItemClaims } from '../supply/messages/item-claims.server.ts'
import { itemOfCells } from '../supply/messages/reports/reported-item.ts'
import { eachDataRow } from './data-rows.server.ts'
import { type Problem, problem } from './map-invoice-line.ts'
import type { InvoiceJob } from './post-invoices.server.ts'
import type { RecordsOutcome } from './post-records.server.ts'
import { claimingOf } from './post-supply.server.ts'
import type { Reason } from './reasons.ts'
import type { RecordBatch } from './record-batch.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'

/** The items of an interchange, claimed message by message on the caller's transaction while they are read. */
export async function postInterchange(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  batches: AsyncIterable<RecordBatch>,
  setAside: SetAsideWriter,
  onRows: (rows: number) => void,
): Promise<RecordsOutcome> {
  const claiming = { ...(await claimingOf(db, job)), via: 'message' as const }
  const claims = await ItemClaims.begin(
    client,
    db,
    claiming,
    ({ number, raw }, { reason, field }) => setAside.add(number, problem(reason as Reason, field) as Problem, raw),
    job.keptBy,
  )
  let rows = 0
  for await (const batch of batches) {
    const found: { number: number; cells: string[]; raw: string }[] = []
    rows += eachDataRow(
      batch,
      job.shape,
      (number, cells, raw) => found.push({ number, cells, raw }),
      (number, fault, raw) => setAside.addFault(number, fault, raw),
    )
    for (const { number, cells, raw } of found) await claims.add({ number, raw, item: itemOfCells(cells) })
    if (setAside.isFull) await setAside.flush()
    onRows(rows)
  }
  await claims.end()
  return { rows, ...claims.counts, flagged: 0, repeatedRows: [] }
}
