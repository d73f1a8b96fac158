import type { GroupFacts, InterchangeFacts } from './interchange-facts.ts'
import type { Fault, FaultCode } from './interchange-fault.ts'
import { MessageCheck, sameNumber } from './message-check.ts'
import { dayOf } from './message-day.ts'
import { messageRules } from './message-rules.ts'
import { type Segment, textOf } from './segment.ts'

/**
 * Follows an X12 interchange segment by segment (X12.5, X12.6): control numbers of ISA/IEA, GS/GE and ST/SE, and the counts
 * that the trailers state. Faults are kept with what they belong to, so that an acknowledgement can name them all.
 */
export class X12Envelope {
  readonly facts: InterchangeFacts
  #group: GroupFacts | null = null
  #message: MessageCheck | null = null
  readonly #groupNumbers = new Set<string>()
  #messageNumbers = new Set<string>()

  constructor(isa: Segment) {
    const trimmed = (element: number) => textOf(isa, element).trim()
    this.facts = {
      standard: 'x12',
      sender: { qualifier: trimmed(5), id: trimmed(6) },
      receiver: { qualifier: trimmed(7), id: trimmed(8) },
      control: trimmed(13),
      day: dayOf(trimmed(9), '101'),
      written: [trimmed(9), trimmed(10)],
      test: trimmed(15) === 'T',
      answerWanted: trimmed(14) === '1',
      syntax: trimmed(12),
      segments: 1,
      groups: [],
      fault: null,
    }
    if (!/^\d{9}$/.test(this.facts.control)) this.#fail('control_number_missing', isa, { stated: this.facts.control })
  }

  /** The message that is open, if any. */
  get message(): MessageCheck | null {
    return this.#message
  }

  /** True once the IEA has been seen. */
  take(segment: Segment): boolean {
    this.facts.segments++
    const { tag } = segment
    if (tag === 'ST') this.#beginMessage(segment)
    else if (tag === 'SE') this.#endMessage(segment)
    else if (tag === 'GS') this.#beginGroup(segment)
    else if (tag === 'GE') this.#endGroup(segment)
    else if (tag === 'IEA') this.#end(segment)
    else if (this.#message) this.#message.body(segment)
    // An interchange acknowledgement stands between the header and the first group.
    else if (tag !== 'TA1' || this.#group) this.#fail('segment_misplaced', segment)
    return tag === 'IEA'
  }

  #beginGroup(segment: Segment): void {
    this.#closeGroup(segment)
    const control = textOf(segment, 6)
    this.#group = {
      code: textOf(segment, 1),
      control,
      release: textOf(segment, 8).slice(0, 6),
      sender: textOf(segment, 2).trim(),
      receiver: textOf(segment, 3).trim(),
      stated: null,
      messages: [],
      fault: null,
    }
    this.facts.groups.push(this.#group)
    this.#messageNumbers = new Set()
    if (!/^\d{1,9}$/.test(control)) this.#failGroup('control_number_missing', segment, { stated: control })
    else if (this.#groupNumbers.has(control)) this.#failGroup('control_number_repeated', segment, { stated: control })
    this.#groupNumbers.add(control)
  }

  #beginMessage(segment: Segment): void {
    this.#closeMessage(segment, 'SE')
    const type = textOf(segment, 1)
    const control = textOf(segment, 2)
    const rule = messageRules[type]
    const group = this.#group
    this.#message = new MessageCheck({
      type,
      control,
      release: (textOf(segment, 3) || group?.release || '').slice(0, 6),
      association: '',
      segments: 1,
      position: segment.position,
      fault: null,
      known: rule !== undefined,
    })
    if (!group) {
      this.#fail('segment_misplaced', segment)
      return
    }
    group.messages.push(this.#message.facts)
    if (control.length < 4 || control.length > 9)
      this.#message.fail('control_number_missing', segment, { stated: control })
    else if (this.#messageNumbers.has(control))
      this.#message.fail('control_number_repeated', segment, { stated: control })
    this.#messageNumbers.add(control)
    if (rule?.group && group.code !== rule.group)
      this.#failGroup('group_wrong', segment, { stated: group.code, found: type })
  }

  #endMessage(segment: Segment): void {
    if (!this.#message) {
      this.#fail('segment_misplaced', segment)
      return
    }
    this.#message.trailer(segment)
    this.#message = null
  }

  #endGroup(segment: Segment): void {
    this.#closeMessage(segment, 'SE')
    const group = this.#group
    if (!group) {
      this.#fail('segment_misplaced', segment)
      return
    }
    const [count, control] = [textOf(segment, 1), textOf(segment, 2)]
    group.stated = Number(count) || 0
    if (control !== group.control)
      this.#failGroup('control_number_wrong', segment, { stated: control, found: group.control })
    if (!sameNumber(count, group.messages.length))
      this.#failGroup('message_count_wrong', segment, { stated: count, found: String(group.messages.length) })
    this.#group = null
  }

  #end(segment: Segment): void {
    this.#closeGroup(segment)
    const { groups, control } = this.facts
    const [count, stated] = [textOf(segment, 1), textOf(segment, 2)]
    if (stated !== control) this.#fail('control_number_wrong', segment, { stated, found: control })
    if (!sameNumber(count, groups.length))
      this.#fail('group_count_wrong', segment, { stated: count, found: String(groups.length) })
  }

  /** A header or trailer of something larger ends what is open below it, without its own trailer. */
  #closeMessage(segment: Segment, missing: string): void {
    this.#message?.fail('trailer_missing', { tag: missing, position: segment.position }, { found: segment.tag })
    this.#message = null
  }

  #closeGroup(segment: Segment): void {
    this.#closeMessage(segment, 'SE')
    if (this.#group)
      this.#failGroup('trailer_missing', { tag: 'GE', position: segment.position }, { found: segment.tag })
    this.#group = null
  }

  #fail(code: FaultCode, { tag, position }: { tag: string; position: number }, values: Partial<Fault> = {}): void {
    this.facts.fault ??= { code, segment: tag, position, ...values }
  }

  #failGroup(code: FaultCode, { tag, position }: { tag: string; position: number }, values: Partial<Fault> = {}): void {
    const group = this.#group
    if (group) group.fault ??= { code, segment: tag, position, ...values }
  }
}
