const encoder = new TextEncoder()

const tab = 9
const newline = 10
const backslash = 92
const capitalN = 78

/** The letter that COPY writes after a backslash for a character it would misread; 0 for all others. */
const escapes = new Uint8Array(128)
escapes[9] = 't'.charCodeAt(0)
escapes[10] = 'n'.charCodeAt(0)
escapes[13] = 'r'.charCodeAt(0)
escapes[92] = backslash

/**
 * Rows in PostgreSQL's COPY text format, written byte by byte: joining strings and encoding them afterwards takes five
 * times as long. Every method but `endRow` writes one field and the tab before it.
 */
export class CopyBuffer {
  length = 0
  private bytes: Uint8Array<ArrayBuffer>
  private rowBegins = true

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
  }

  /** Any text, or null. */
  text(value: string | null): void {
    if (value === null) this.nothing()
    else this.escaped(value)
  }

  private escaped(value: string): void {
    // Two bytes for an escape, three at most for a character of UTF-16.
    this.reserve(value.length * 3 + 1)
    this.separate()
    const { bytes } = this
    let at = this.length
    for (let from = 0; from < value.length; from++) {
      const code = value.charCodeAt(from)
      if (code >= 128) {
        const end = endOfForeign(value, from)
        at += encoder.encodeInto(value.slice(from, end), bytes.subarray(at)).written
        from = end - 1
        continue
      }
      const letter = escapes[code]!
      if (letter === 0) bytes[at++] = code
      else {
        bytes[at++] = backslash
        bytes[at++] = letter
      }
    }
    this.length = at
  }

  /** ASCII without anything to escape: a decimal, a day. */
  plain(value: string | null): void {
    if (value === null) {
      this.nothing()
      return
    }
    this.reserve(value.length + 1)
    this.separate()
    const { bytes } = this
    let at = this.length
    for (let from = 0; from < value.length; from++) bytes[at++] = value.charCodeAt(from)
    this.length = at
  }

  /** A whole number from 0 to 2^53, or null. */
  whole(value: number | null): void {
    if (value === null) {
      this.nothing()
      return
    }
    this.reserve(17)
    this.separate()
    let digits = 1
    for (let bound = 10; value >= bound; bound *= 10) digits++
    let rest = value
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const tens = Math.floor(rest / 10)
      this.bytes[at] = 48 + (rest - tens * 10)
      rest = tens
    }
    this.length += digits
  }

  nothing(): void {
    this.reserve(3)
    this.separate()
    this.bytes[this.length++] = backslash
    this.bytes[this.length++] = capitalN
  }

  endRow(): void {
    this.reserve(1)
    this.bytes[this.length++] = newline
    this.rowBegins = true
  }

  /** Whole rows that another buffer has made. */
  rows(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** The rows so far; the buffer goes on empty. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length)
    this.bytes = new Uint8Array(this.bytes.length)
    this.length = 0
    return taken
  }

  private separate(): void {
    if (this.rowBegins) this.rowBegins = false
    else this.bytes[this.length++] = tab
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

/** Where the run of characters beyond ASCII ends, so that a surrogate pair is encoded as one. */
function endOfForeign(value: string, from: number): number {
  let end = from + 1
  while (end < value.length && value.charCodeAt(end) >= 128) end++
  return end
}
