import type { Kysely } from 'kysely'
import { companyClock } from '../platform/business-day.server.ts'
import type { Db } from '../platform/database.server.ts'
import type { DB } from '../platform/database-types.ts'
import type { Actor } from '../platform/roles.ts'
import { InterchangeRefused } from '../supply/messages/interchange-refused.ts'
import { keepInterchanges, refuseRepeated } from '../supply/messages/keep-interchanges.use.ts'
import type { Keeping } from '../supply/messages/message-files.server.ts'
import type { Detection } from './detect-file.server.ts'
import { type InterchangesRead, interchangeRows, interchangeShape, refuseOtherKind } from './interchange-file.server.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Corrections } from './shape.ts'

/**
 * Reads an interchange from end to end, so that a faulty one is refused before anything is asked of anybody.
 * @throws InterchangeRefused; Refusal kind_contradicts
 */
export async function detectInterchange(
  db: Db,
  file: SourceFile,
  corrections: Corrections,
  signal?: AbortSignal,
): Promise<Detection> {
  refuseOtherKind(file, corrections)
  const encoding = corrections.encoding ?? null
  const preview: Detection['preview'] = []
  const read: InterchangesRead = { interchanges: [], verdicts: [] }
  for await (const { numbers, cells } of interchangeRows(file, encoding, read, { signal }))
    for (let at = 0; at < numbers.length && preview.length < 20; at++)
      preview.push({ row: numbers[at]!, cells: cells[at]! })
  await refuseRepeated(db, read.interchanges)
  return { kind: 'interchange', shape: interchangeShape(file, encoding), questions: [], preview, baseCurrency: null }
}

/** Where and when what this actor brings is kept. */
export async function keepingFor(db: Db, dataDirectory: string, { id }: Actor): Promise<Keeping> {
  return { dataDirectory, at: (await companyClock(db)).now(), personId: id }
}

/** Does the work; an interchange that it refuses is kept with its fault and its acknowledgement before the refusal goes on. */
export async function keepingRefused<T>(
  db: Kysely<DB>,
  keeping: Keeping,
  file: SourceFile,
  importId: number | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InterchangeRefused)) throw error
    const { interchanges } = error
    const [first] = await db
      .transaction()
      .execute(inside =>
        keepInterchanges(inside, keeping, { interchanges, verdicts: [], file }, { importId, refused: true }),
      )
    // Whoever sent it can fetch the answer right away.
    if (first?.ackFileId) error.values.acknowledgement = `/api/files/${first.ackFileId}`
    throw error
  }
}
