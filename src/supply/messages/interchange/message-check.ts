import type { MessageFacts } from './interchange-facts.ts'
import type { Fault, FaultCode } from './interchange-fault.ts'
import { messageRules } from './message-rules.ts'
import { type Segment, textOf } from './segment.ts'

/** Watches one message from its header to its trailer: what it may hold, and the counts it states of itself. */
export class MessageCheck {
  readonly facts: MessageFacts
  #lines = 0

  constructor(facts: MessageFacts) {
    this.facts = facts
  }

  /** The first fault of a message is the one that it is refused for. */
  fail(code: FaultCode, segment: Segment | { tag: string; position: number }, values: Partial<Fault> = {}): void {
    this.facts.fault ??= { code, segment: segment.tag, position: segment.position, ...values }
  }

  /** A segment between header and trailer. */
  body(segment: Segment): void {
    this.facts.segments++
    const rule = messageRules[this.facts.type]
    if (!rule) return
    if (this.facts.segments === 2 && segment.tag !== rule.first)
      this.fail('segment_missing', { tag: rule.first, position: segment.position }, { found: segment.tag })
    else if (!rule.tags.has(segment.tag)) this.fail('segment_unknown', segment)
    if (segment.tag === 'LIN') this.#lines++
    if (segment.tag === 'CTT') this.#count(segment, textOf(segment, 1))
    if (segment.tag === 'CNT' && textOf(segment, 1) === '2') this.#count(segment, textOf(segment, 1, 2))
  }

  /** SE or UNT: the number of segments, header and trailer counted, and the control number of the header. */
  trailer(segment: Segment): void {
    this.facts.segments++
    const [count, control] = [textOf(segment, 1), textOf(segment, 2)]
    if (this.facts.segments === 2 && messageRules[this.facts.type])
      this.fail('segment_missing', { tag: messageRules[this.facts.type]!.first, position: segment.position })
    if (!sameNumber(count, this.facts.segments))
      this.fail('segment_count_wrong', segment, { stated: count, found: String(this.facts.segments) })
    if (control !== this.facts.control)
      this.fail('control_number_wrong', segment, { stated: control, found: this.facts.control })
  }

  #count(segment: Segment, stated: string): void {
    if (stated !== '' && !sameNumber(stated, this.#lines))
      this.fail('line_count_wrong', segment, { stated, found: String(this.#lines) })
  }
}

/** A count as it stands, leading zeros allowed. */
export function sameNumber(stated: string, counted: number): boolean {
  return /^\d{1,15}$/.test(stated) && Number(stated) === counted
}
