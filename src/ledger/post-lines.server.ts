import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { mergedAccounts } from '../accounts/merge/merged-accounts.server.ts'
import { addPosting, closeLedger, lockLedger } from './bookkeeping.store.ts'
import { CopyBuffer } from './copy-buffer.ts'
import { documentColumns, lineColumns, lineFields, writeDocument, writeLine } from './copy-rows.ts'
import { keyLines, PostedChunk, type PostedDocument } from './posted-chunk.ts'
import {
  applyStagedLines,
  findDocuments,
  hasDocumentsOf,
  takeDocumentIds,
  touchMonthsOfLongDocuments,
} from './posting.store.ts'
import type { PostedLine, PostingOutcome } from './posting.ts'
import {
  addNewDocuments,
  refreshTouchedDocuments,
  refreshTouchedMonths,
  touchMonthsOfTouchedDocuments,
} from './roll-up.store.ts'
import { RowsSeen } from './rows-seen.ts'
import { SeenDocuments } from './seen-documents.ts'
import { countTablesTakenForEmpty } from './statistics.store.ts'

/** Lines; two chunks are in memory at a time. Measured from 10,000 to 250,000: the same time, 315 to 600 MB at most. */
const defaultChunk = 25_000

/** Bytes handed to COPY at once, and the room for the document that fills them. */
const fullPiece = 1 << 16
const pieceSize = fullPiece + (1 << 13)

export type Posting = {
  /** Takes the next lines of the file; returns as soon as the next may come. */
  write: (lines: PostedLine[]) => Promise<void>
  /** Brings every figure up to date. The caller commits. */
  finish: () => Promise<PostingOutcome>
}

/**
 * Opens a posting on the caller's transaction; waits while another one runs. Lines of new documents are copied straight
 * into the ledger while the caller reads on, lines of documents that the ledger has are staged and compared.
 * Any error leaves the transaction broken: the caller rolls back.
 */
export async function openPosting(
  client: pg.ClientBase,
  { importId, source, chunk = defaultChunk }: { importId: number; source: string; chunk?: number },
): Promise<Posting> {
  await lockLedger(client)
  const posting = await addPosting(client, importId, source)
  const sourceIsNew = !(await hasDocumentsOf(client, source))
  const seen = new SeenDocuments()
  const outcome: PostingOutcome = { added: 0, replaced: 0, unchanged: 0, repeatedRows: [] }
  const firstId = await takeDocumentIds(client, 1)
  const rowsSeen = new RowsSeen(firstId)
  const accountsWithNew = new Set<number>()
  const merged = await mergedAccounts(client)
  let gathering = new PostedChunk(merged)
  let writing: Promise<void> = Promise.resolve()

  const writeChunk = async (lines: PostedChunk) => {
    const perhapsKnown = lines.documents.filter(each => !sourceIsNew || seen.perhaps(each.accountId, each.number))
    const known =
      perhapsKnown.length > 0 ? await findDocuments(client, source, perhapsKnown) : new Map<string, number>()
    const existing: PostedDocument[] = []
    const created: PostedDocument[] = []
    for (const document of lines.documents) {
      document.id = known.get(`${document.accountId} ${document.number}`) ?? 0
      if (document.id) existing.push(document)
      else {
        created.push(document)
        accountsWithNew.add(document.holderId)
        seen.add(document.accountId, document.number)
      }
    }
    if (created.length > 0) {
      let id = await takeDocumentIds(client, created.length)
      // Neighbouring keys land on neighbouring pages of the primary key.
      created.sort((one, other) => one.accountId - other.accountId)
      for (const document of created) document.id = id++
      await copyCreated(created)
    }
    if (existing.length > 0) await bookExisting(existing)
  }

  const keyed = (document: PostedDocument) => {
    const lines = keyLines(document, rowsSeen.of(document.id))
    rowsSeen.add(document.id, document.lines.length)
    for (const row of lines.repeatedRows) outcome.repeatedRows.push(row)
    return lines
  }

  const copyCreated = async (created: PostedDocument[]) => {
    const headers = new CopyBuffer(created.length * 80)
    await copy(client, `ledger.line (${lineColumns})`, created, (buffer, document) => {
      const { keys, lines, ...rest } = keyed(document)
      for (let at = 0; at < lines.length; at++) {
        buffer.row(lineFields)
        writeLine(buffer, document, keys[at]!, lines[at]!, posting)
      }
      outcome.added += lines.length
      writeDocument(headers, document, { keys, lines, ...rest }, source)
    })
    await copy(client, `ledger.document (${documentColumns})`, [headers.take()], (buffer, rows) => buffer.rows(rows))
  }

  const bookExisting = async (existing: PostedDocument[]) => {
    const acrossChunks = existing.some(document => rowsSeen.of(document.id) > 0)
    await copy(client, `ledger.staged_line (${lineColumns}, file_row)`, existing, (buffer, document) => {
      const { keys, lines } = keyed(document)
      for (let at = 0; at < lines.length; at++) {
        buffer.row(lineFields + 1)
        writeLine(buffer, document, keys[at]!, lines[at]!, posting)
        buffer.int8(lines[at]!.row)
      }
    })
    await countTablesTakenForEmpty(client)
    const booked = await applyStagedLines(client, posting, { acrossChunks })
    outcome.added += booked.added
    outcome.replaced += booked.replaced
    outcome.unchanged += booked.unchanged
    for (const row of booked.repeatedRows) outcome.repeatedRows.push(row)
  }

  return {
    async write(lines) {
      for (const line of lines) gathering.add(line)
      if (gathering.lines < chunk) return
      const full = gathering
      gathering = new PostedChunk(merged)
      for (const line of full.holdBack()) gathering.add(line)
      await writing
      writing = writeChunk(full)
      // An error is thrown where the chunk is awaited, by the next write or by finish.
      writing.catch(() => undefined)
    },

    async finish() {
      await writing
      await writeChunk(gathering)
      await countTablesTakenForEmpty(client)
      await refreshTouchedDocuments(client)
      await touchMonthsOfTouchedDocuments(client)
      await touchMonthsOfLongDocuments(client, firstId)
      await addNewDocuments(client, firstId)
      await refreshTouchedMonths(client)
      await closeLedger(client, accountsWithNew)
      outcome.repeatedRows.sort((one, other) => one - other)
      return outcome
    },
  }
}

/** Copies what `write` makes of each thing, handing over a piece as soon as it is full. */
async function copy<Thing>(
  client: pg.ClientBase,
  target: string,
  things: Thing[],
  write: (buffer: CopyBuffer, thing: Thing) => void,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`))
  const done = finished(stream)
  done.catch(() => undefined)
  try {
    const buffer = new CopyBuffer(pieceSize)
    buffer.open()
    for (const thing of things) {
      write(buffer, thing)
      if (buffer.length < fullPiece) continue
      if (!stream.write(buffer.take())) await Promise.race([once(stream, 'drain'), done])
    }
    stream.end(buffer.take())
  } catch (error) {
    // Ends the COPY as failed: the connection would wait for its rest otherwise.
    stream.destroy(error as Error)
  }
  await done
}
