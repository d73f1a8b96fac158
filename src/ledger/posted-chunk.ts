import type { PostedLine } from './posting.ts'

/** The rows of one document within a chunk, in file order. */
export type PostedDocument = {
  /** The account under whose code its rows came. */
  accountId: number
  /** The account that has it: another one where the first was merged into it. */
  holderId: number
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
  private readonly merged: ReadonlyMap<number, number>

  /** `merged`: accounts that were merged, with the account that lives. */
  constructor(merged: ReadonlyMap<number, number>) {
    this.merged = merged
  }

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
      const { accountId } = line
      document = {
        accountId,
        holderId: this.merged.get(accountId) ?? accountId,
        number: line.document,
        id: 0,
        lines: [line],
      }
      this.byKey.set(key, document)
      this.documents.push(document)
    }
    this.last = document
  }

  /** Takes out the document of the latest line: more of its lines may come, and whole documents are written faster. */
  holdBack(): PostedLine[] {
    const { last } = this
    if (!last || this.documents.length === 1) return []
    this.documents.splice(this.documents.indexOf(last), 1)
    this.byKey.delete(`${last.accountId} ${last.number}`)
    this.last = undefined
    this.lines -= last.lines.length
    return last.lines
  }
}

/** The lines of a document with the keys they have at the source, and the rows whose key an earlier row has taken. */
export type KeyedLines = { keys: string[]; lines: PostedLine[]; repeatedRows: readonly number[] }

/**
 * Gives every row its key: its own, or else its position among all the document's rows in the file.
 * `before` counts the rows of the document in earlier chunks.
 */
export function keyLines(document: PostedDocument, before: number): KeyedLines {
  const { lines } = document
  const keys: string[] = []
  let position = before
  for (const line of lines) {
    position++
    keys.push(line.line ?? String(position))
  }
  return hasRepeats(keys) ? withoutRepeats(keys, lines) : { keys, lines, repeatedRows: none }
}

const none: readonly number[] = []

function hasRepeats(keys: string[]): boolean {
  // Most documents have a few lines: comparing each with each is faster than a set then.
  if (keys.length > 12) return new Set(keys).size < keys.length
  for (let at = 1; at < keys.length; at++)
    for (let other = 0; other < at; other++) if (keys[at] === keys[other]) return true
  return false
}

function withoutRepeats(keys: string[], lines: PostedLine[]): KeyedLines {
  const taken = new Set<string>()
  const first = keys.map(key => !taken.has(key) && taken.add(key).has(key))
  return {
    keys: keys.filter((_, at) => first[at]),
    lines: lines.filter((_, at) => first[at]),
    repeatedRows: lines.filter((_, at) => !first[at]).map(line => line.row),
  }
}
