/**
 * The cells of one record with quotation marks (RFC 4180, read leniently: spaces around quotes, and a quote inside
 * a cell that is not doubled). Null where a quoted cell is still open at the end: the record goes on in the next line;
 * 'lost' where joined lines show that a quote before was never closed.
 */
export function splitQuoted(text: string, delimiter: string): string[] | null
export function splitQuoted(text: string, delimiter: string, severalLines: true): string[] | null | 'lost'
export function splitQuoted(text: string, delimiter: string, severalLines = false): string[] | null | 'lost' {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let start = at
    while (text[start] === ' ') start++
    if (text[start] === '"') {
      let value = ''
      let from = start + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return null
        if (text[quote + 1] === '"') {
          value += text.slice(from, quote + 1)
          from = quote + 2
          continue
        }
        let after = quote + 1
        while (text[after] === ' ' && delimiter !== ' ') after++
        if (after >= text.length || text.startsWith(delimiter, after)) {
          value += text.slice(from, quote)
          at = after
          break
        }
        // A lone quote within: 5" pipe. Over several lines it is the sign that an earlier one was never closed.
        if (severalLines) return 'lost'
        value += text.slice(from, quote + 1)
        from = quote + 1
      }
      cells.push(value)
      if (at >= text.length) return cells
      at += delimiter.length
    } else {
      const end = text.indexOf(delimiter, at)
      if (end < 0) {
        cells.push(text.slice(at))
        return cells
      }
      cells.push(text.slice(at, end))
      at = end + delimiter.length
    }
  }
}

/** The cells of one line; null where a quoted cell is open at its end. */
export function splitLine(line: string, delimiter: string): string[] | null {
  return line.includes('"') ? splitQuoted(line, delimiter) : line.split(delimiter)
}

export type TextRecord = {
  /** 1 is the first record of the file; blank ones count, as in a spreadsheet. */
  number: number
  cells: string[]
  raw: string
  fault: 'quote_unclosed' | 'record_too_long' | null
}

/** A quoted cell may run over this many lines, and a record over this many characters; more is a lost quote. */
export const longestRecord = { lines: 500, characters: 262_144 }

/** Joins lines into records. A quote that is never closed costs its own line, not the rest of the file. */
export class RecordSplitter {
  #pending: string[] = []
  #length = 0
  #number = 0
  #delimiter: string
  #width: number | null

  /** `width`: columns of the header; a record over several lines must have as many, else its quote is a lost one. */
  constructor(delimiter: string, width: number | null) {
    this.#delimiter = delimiter
    this.#width = width
  }

  /** Takes one line without its end; calls back with every record that is now complete. */
  push(line: string, emit: (record: TextRecord) => void): void {
    if (this.#pending.length === 0) {
      const cells = splitLine(line, this.#delimiter)
      if (cells) {
        emit({ number: ++this.#number, cells, raw: line, fault: null })
        return
      }
      this.#pending.push(line)
      this.#length = line.length
      return
    }
    this.#pending.push(line)
    this.#length += line.length + 1
    if (line.includes('"')) {
      const raw = this.#pending.join('\n')
      const cells = splitQuoted(raw, this.#delimiter, true)
      if (cells) {
        if (cells === 'lost' || (this.#width !== null && cells.length !== this.#width)) {
          this.#giveUp(emit)
          return
        }
        this.#pending = []
        emit({ number: ++this.#number, cells, raw, fault: null })
        return
      }
    }
    if (this.#pending.length > longestRecord.lines || this.#length > longestRecord.characters) this.#giveUp(emit)
  }

  end(emit: (record: TextRecord) => void): void {
    while (this.#pending.length > 0) this.#giveUp(emit)
  }

  /** The first waiting line has the lost quote: it is set aside, and the others are read again. */
  #giveUp(emit: (record: TextRecord) => void): void {
    const [first, ...others] = this.#pending
    this.#pending = []
    emit({ number: ++this.#number, cells: [], raw: first!, fault: 'quote_unclosed' })
    for (const line of others) this.push(line, emit)
  }

  /** True while no record is open: whole lines may be read without it, counted with `skipTo`. */
  get idle(): boolean {
    return this.#pending.length === 0
  }

  get number(): number {
    return this.#number
  }

  skipTo(number: number): void {
    this.#number = number
  }
}

/** A first line "sep=;" is a message to Excel about the delimiter. */
export function saidDelimiter(firstLine: string): string | null {
  return /^"?sep=(.)"?$/i.exec(firstLine)?.[1] ?? null
}
