import { InterchangeFault } from './interchange-fault.ts'
import type { Segment, Separators } from './segment.ts'
import { edifactSigns, isaLength, separatorsOfIsa, separatorsOfUna, unaLength } from './separators.ts'
import { splitSegment } from './split-segment.ts'

/** Characters; a longer segment is a missing terminator. */
const longestSegment = 1 << 20

/** Anything but what may stand between interchanges: blanks, line ends, the end marks of old systems, a byte order mark. */
const between = /[^\s\p{Cc}\ufeff]/gu

/**
 * Parts text that comes in pieces into segments. The signs are those of each interchange's own header: the fixed width of
 * the ISA, the UNA, or the defaults of ISO 9735. Several interchanges may follow each other.
 */
export class SegmentSplitter {
  #rest = ''
  /** From here on the rest has not been searched for a terminator. */
  #searched = 0
  #signs: Separators | null = null
  #una: Separators | null = null
  #position = 0
  #inside = false
  #trailer: 'IEA' | 'UNZ' = 'IEA'

  readonly #take: (segment: Segment) => void

  constructor(take: (segment: Segment) => void) {
    this.#take = take
  }

  /** Hands on the segments that are whole by now. @throws InterchangeFault header_malformed, header_missing, segment_unended */
  push(text: string): void {
    this.#rest += text
    this.#split(false)
  }

  /** Hands on what is left once nothing more comes. @throws InterchangeFault trailer_missing, and those of push */
  end(): void {
    this.#split(true)
    if (!this.#inside) return
    const left = this.#rest.trim()
    const { element } = this.#signs!
    if (left !== '')
      throw new InterchangeFault({
        code: 'segment_unended',
        segment: left.split(element)[0]!.slice(0, 3),
        position: this.#position + 1,
      })
    throw new InterchangeFault({ code: 'trailer_missing', segment: this.#trailer, position: this.#position + 1 })
  }

  #split(final: boolean): void {
    let at = 0
    for (;;) {
      if (!this.#inside) {
        const from = this.#begin(at, final)
        if (from === null) break
        at = from
      }
      const end = this.#endOfSegment(at, final)
      if (end === null) break
      const segment = this.#read(this.#rest.slice(at, end))
      at = end + 1
      this.#searched = at
      if (segment) this.#take(segment)
    }
    if (!this.#inside) {
      // Nothing but blanks may be left, or the beginning of a header.
      this.#rest = this.#rest.slice(this.#skip(at))
      this.#searched = 0
      return
    }
    this.#rest = this.#rest.slice(at)
    this.#searched = this.#rest.length
    if (this.#rest.length > longestSegment)
      throw new InterchangeFault({
        code: 'segment_unended',
        segment: this.#rest.trimStart().split(this.#signs!.element)[0]!.slice(0, 3),
        position: this.#position + 1,
      })
  }

  #skip(from: number): number {
    between.lastIndex = from
    return between.exec(this.#rest)?.index ?? this.#rest.length
  }

  /** Finds the next header and its signs; null where more text is needed. */
  #begin(from: number, final: boolean): number | null {
    const at = this.#skip(from)
    const left = this.#rest.length - at
    if (left === 0) return null
    const tag = this.#rest.slice(at, at + 3)
    const needed = tag === 'ISA' ? isaLength : tag === 'UNA' ? unaLength : tag === 'UNB' ? 4 : 3
    if (left < needed && !final) return null
    this.#searched = at
    if (tag === 'UNA') {
      this.#una = separatorsOfUna(this.#rest.slice(at, at + unaLength))
      if (!this.#una) throw malformed(tag)
      const header = this.#begin(at + unaLength, final)
      // Without what follows it, it is looked at again.
      if (header === null) this.#una = null
      return header
    }
    if (tag === 'ISA') this.#signs = separatorsOfIsa(this.#rest.slice(at, at + isaLength))
    else if (tag === 'UNB') this.#signs = this.#una ?? edifactSigns
    else throw new InterchangeFault({ code: 'header_missing', segment: printable(tag), position: 1 })
    if (!this.#signs || this.#signs.element !== this.#rest[at + 3]) throw malformed(tag)
    this.#inside = true
    this.#trailer = tag === 'ISA' ? 'IEA' : 'UNZ'
    this.#position = 0
    return at
  }

  #endOfSegment(begin: number, final: boolean): number | null {
    const { terminator, release } = this.#signs!
    const from = Math.max(begin, this.#searched)
    for (let at = this.#rest.indexOf(terminator, from); at >= 0; at = this.#rest.indexOf(terminator, at + 1)) {
      let released = 0
      while (release !== null && this.#rest[at - 1 - released] === release) released++
      if (released % 2 === 0) return at
    }
    // Where segments end with their line, the last line may end with the file.
    const ended = final && (terminator === '\n' || terminator === '\r') && this.#skip(begin) < this.#rest.length
    return ended ? this.#rest.length : null
  }

  #read(raw: string): Segment | null {
    const text = raw.replace(/^[\s\0]+/, '').replace(/\r$/, '')
    if (text === '') return null
    this.#position++
    const signs = this.#signs!
    // The ISA names the signs themselves as data.
    const plain = text.startsWith('ISA') ? { ...signs, component: '\0', repetition: null } : signs
    const segment = splitSegment(text, plain, this.#position)
    if (segment.tag === 'UNB' && this.#una === null && (segment.elements[0]?.[0]?.[1] ?? '') >= '4')
      this.#signs = { ...signs, repetition: '*' }
    if (segment.tag === 'IEA' || segment.tag === 'UNZ') {
      this.#inside = false
      this.#una = null
    }
    return segment
  }
}

function malformed(segment: string): InterchangeFault {
  return new InterchangeFault({ code: 'header_malformed', segment, position: 1 })
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?')
}
