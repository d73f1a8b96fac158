import type { PostedLine } from './posting.ts'

/** The rows of one document within a chunk, in file order. */
export type PostedDocument = {
  accountId: number
  number: string
  /** 0 until the document is found in the ledger or given a new id. */
  id: number
  lines: PostedLine[]
}

/** Lines waiting to be written, gathered by document. */
export class PostedChunk {
  readonly documents: PostedDocument[] = []
  lines = 0
  private readonly byKey = new Map<string, PostedDocument>()
  private last: PostedDocument | undefined

  add(line: PostedLine): void {
    this.lines++
    const last = this.last
    // Files keep a document's lines together nearly always: no lookup then.
    if (last && last.accountId === line.accountId && last.number === line.document) {
      last.lines.push(line)
      return
    }
    const key = `${line.accountId} ${line.document}`
    let document = this.byKey.get(key)
    if (document) document.lines.push(line)
    else {
      document = { accountId: line.accountId, number: line.document, id: 0, lines: [line] }
      this.byKey.set(key, document)
      this.documents.push(document)
    }
    this.last = document
  }
}

/** The lines of a document with the keys they have at the source, and the rows whose key an earlier row has taken. */
export type KeyedLines = { keys: string[]; lines: PostedLine[]; repeatedRows: number[] }

/**
 * Gives every row its key: its own, or else its position among all the document's rows in the file.
 * `before` counts the rows of the document in earlier chunks.
 */
export function keyLines(document: PostedDocument, before: number): KeyedLines {
  const taken = new Set<string>()
  const keyed: KeyedLines = { keys: [], lines: [], repeatedRows: [] }
  let position = before
  for (const line of document.lines) {
    position++
    const key = line.line ?? String(position)
    if (taken.has(key)) {
      keyed.repeatedRows.push(line.row)
      continue
    }
    taken.add(key)
    keyed.keys.push(key)
    keyed.lines.push(line)
  }
  return keyed
}
