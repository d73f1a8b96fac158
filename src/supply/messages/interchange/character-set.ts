/** ISO 9735 syntax identifiers, by the encoding that TextDecoder knows. UNOA and UNOB are ASCII; partners often send more. */
const syntaxes: Record<string, string> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
  UNOW: 'utf-8',
  // Code extension (ISO 2022): with Chinese partners GB 2312 in eight bits.
  UNOX: 'gb18030',
  UNOY: 'utf-8',
}

/** Data element 0133, character encoding: 7 is UTF-8. */
const encodings: Record<string, string> = { 7: 'utf-8' }

/**
 * The encoding that an interchange states in its UNB; null where it states none that says more than ASCII: then it is UTF-8
 * where that fits, else Latin-1. `head` is its beginning, one character a byte. X12 states none.
 */
export function statedEncoding(head: string): string | null {
  const unb = /UNB[^A-Za-z0-9]([A-Z]{4})(?:[^A-Za-z0-9']([^']{0,20}))?/.exec(head)
  if (!unb) return null
  const stated = /^\d[^A-Za-z0-9]\w*[^A-Za-z0-9](\w+)/.exec(unb[2] ?? '')?.[1]
  return encodings[stated ?? ''] ?? syntaxes[unb[1]!] ?? null
}

/**
 * Decodes bytes that come in pieces. With a stated encoding, bytes that are no characters of it become U+FFFD, and a row
 * that holds one is set aside. Without one, the first byte that is not UTF-8 makes the rest Latin-1 (Windows-1252).
 */
export class PieceDecoder {
  #decoder: TextDecoder
  #pending = new Uint8Array(0)
  #guessing: boolean

  constructor(encoding: string | null) {
    this.#guessing = encoding === null
    this.#decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: this.#guessing })
  }

  push(bytes: Uint8Array): string {
    if (!this.#guessing) return this.#decoder.decode(bytes, { stream: true })
    const whole = new Uint8Array(this.#pending.length + bytes.length)
    whole.set(this.#pending)
    whole.set(bytes, this.#pending.length)
    const end = wholeCharacters(whole)
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(whole.subarray(0, end))
      this.#pending = whole.slice(end)
      return text
    } catch {
      this.#guessing = false
      this.#pending = new Uint8Array(0)
      this.#decoder = new TextDecoder('windows-1252')
      return this.#decoder.decode(whole, { stream: true })
    }
  }

  end(): string {
    if (!this.#guessing) return this.#decoder.decode()
    return new TextDecoder('windows-1252').decode(this.#pending)
  }
}

/** Where the last character of UTF-8 that is whole ends. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}
