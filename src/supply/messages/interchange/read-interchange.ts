import { EdifactEnvelope } from './edifact-envelope.ts'
import type { InterchangeFacts, MessageFacts } from './interchange-facts.ts'
import { InterchangeFault } from './interchange-fault.ts'
import type { Segment } from './segment.ts'
import { SegmentSplitter } from './segment-splitter.ts'
import { X12Envelope } from './x12-envelope.ts'

/** What is called for each message while it is read, in the order of the file. */
export type MessageListener = {
  begins?: (message: MessageFacts, interchange: InterchangeFacts) => void
  /** Segments between header and trailer. */
  segment?: (segment: Segment, message: MessageFacts) => void
  ends?: (message: MessageFacts) => void
}

/**
 * Reads interchanges from text that comes in pieces, in time that grows with the text and memory that grows with the number
 * of messages alone. What is wrong stands in the facts; nothing is thrown for a faulty interchange.
 */
export class InterchangeReader {
  /** One for each ISA or UNB seen. */
  readonly interchanges: InterchangeFacts[] = []
  readonly #splitter = new SegmentSplitter(segment => this.#take(segment))
  readonly #listener: MessageListener
  #envelope: X12Envelope | EdifactEnvelope | null = null
  #broken = false

  constructor(listener: MessageListener = {}) {
    this.#listener = listener
  }

  push(text: string): void {
    if (!this.#broken) this.#guard(() => this.#splitter.push(text))
  }

  end(): void {
    if (!this.#broken) this.#guard(() => this.#splitter.end())
    if (this.interchanges.length === 0) this.#unreadable()
  }

  /** Bytes that are no characters of the stated set: said of the segment that was read last. */
  wrongCharacter(): void {
    const last = this.interchanges.at(-1)
    if (last) last.fault ??= { code: 'character_wrong', segment: last.standard === 'x12' ? 'ISA' : 'UNB', position: 1 }
  }

  #guard(split: () => void): void {
    try {
      split()
    } catch (error) {
      if (!(error instanceof InterchangeFault)) throw error
      this.#broken = true
      const { fault } = error
      if (!this.#envelope) this.#unreadable(fault.segment === 'ISA' ? 'x12' : 'edifact')
      const { facts, message } = this.#envelope ?? { facts: this.interchanges.at(-1)!, message: null }
      if (message) message.fail(fault.code, { tag: fault.segment, position: fault.position })
      facts.fault ??= fault
    }
  }

  #take(segment: Segment): void {
    if (segment.tag === 'ISA' || segment.tag === 'UNB') {
      if (segment.position > 1)
        this.#envelope!.facts.fault ??= { code: 'segment_misplaced', segment: segment.tag, position: segment.position }
      else {
        this.#envelope = segment.tag === 'ISA' ? new X12Envelope(segment) : new EdifactEnvelope(segment)
        this.interchanges.push(this.#envelope.facts)
        return
      }
    }
    const envelope = this.#envelope!
    const before = envelope.message
    const ended = envelope.take(segment)
    const after = envelope.message
    if (before && before === after) this.#listener.segment?.(segment, after.facts)
    else {
      if (before) this.#listener.ends?.(before.facts)
      if (after) this.#listener.begins?.(after.facts, envelope.facts)
    }
    if (ended) this.#envelope = null
  }

  /** An interchange of which not even the header could be read. */
  #unreadable(standard: InterchangeFacts['standard'] = 'edifact'): void {
    const segment = standard === 'x12' ? 'ISA' : 'UNB'
    this.interchanges.push({
      standard,
      sender: { qualifier: '', id: '' },
      receiver: { qualifier: '', id: '' },
      control: '',
      day: null,
      written: ['', ''],
      test: false,
      answerWanted: false,
      syntax: '',
      segments: 0,
      groups: [],
      fault: this.#broken ? null : { code: 'header_missing', segment, position: 1 },
    })
  }
}

/** All interchanges of a text. */
export function readInterchanges(text: string, listener?: MessageListener): InterchangeFacts[] {
  const reader = new InterchangeReader(listener)
  reader.push(text)
  reader.end()
  return reader.interchanges
}
