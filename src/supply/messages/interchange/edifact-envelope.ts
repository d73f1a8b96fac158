import type { GroupFacts, InterchangeFacts } from './interchange-facts.ts'
import type { Fault, FaultCode } from './interchange-fault.ts'
import { MessageCheck, sameNumber } from './message-check.ts'
import { dayOfDigits } from './message-day.ts'
import { messageRules } from './message-rules.ts'
import { type Segment, textOf } from './segment.ts'

/**
 * Follows an EDIFACT interchange segment by segment (ISO 9735, syntax versions 1 to 4): references of UNB/UNZ, UNG/UNE where
 * there are groups, and UNH/UNT, and the counts that the trailers state. Faults are kept with what they belong to.
 */
export class EdifactEnvelope {
  readonly facts: InterchangeFacts
  #group: GroupFacts | null = null
  #message: MessageCheck | null = null
  readonly #groupNumbers = new Set<string>()
  readonly #messageNumbers = new Set<string>()

  constructor(unb: Segment) {
    this.facts = {
      standard: 'edifact',
      sender: { qualifier: textOf(unb, 2, 2), id: textOf(unb, 2, 1) },
      receiver: { qualifier: textOf(unb, 3, 2), id: textOf(unb, 3, 1) },
      control: textOf(unb, 5),
      day: dayOfDigits(textOf(unb, 4, 1)),
      written: [textOf(unb, 4, 1), textOf(unb, 4, 2)],
      test: textOf(unb, 11) === '1',
      answerWanted: textOf(unb, 9) === '1',
      syntax: `${textOf(unb, 1, 1)}:${textOf(unb, 1, 2)}`,
      segments: 1,
      groups: [],
      fault: null,
    }
    if (this.facts.control === '') this.#fail('control_number_missing', unb)
    else if (this.facts.sender.id === '') this.#fail('header_malformed', unb)
  }

  get message(): MessageCheck | null {
    return this.#message
  }

  /** True once the UNZ has been seen. */
  take(segment: Segment): boolean {
    this.facts.segments++
    const { tag } = segment
    if (tag === 'UNH') this.#beginMessage(segment)
    else if (tag === 'UNT') this.#endMessage(segment)
    else if (tag === 'UNG') this.#beginGroup(segment)
    else if (tag === 'UNE') this.#endGroup(segment)
    else if (tag === 'UNZ') this.#end(segment)
    else if (this.#message) this.#message.body(segment)
    else this.#fail('segment_misplaced', segment)
    return tag === 'UNZ'
  }

  #beginGroup(segment: Segment): void {
    this.#closeGroup(segment)
    const control = textOf(segment, 5)
    this.#group = group(textOf(segment, 1), control, `${textOf(segment, 7, 1)}.${textOf(segment, 7, 2)}`, {
      sender: textOf(segment, 2, 1),
      receiver: textOf(segment, 3, 1),
    })
    this.facts.groups.push(this.#group)
    if (control === '') this.#failGroup('control_number_missing', segment)
    else if (this.#groupNumbers.has(control)) this.#failGroup('control_number_repeated', segment, { stated: control })
    this.#groupNumbers.add(control)
  }

  #beginMessage(segment: Segment): void {
    this.#closeMessage(segment)
    const control = textOf(segment, 1)
    const type = textOf(segment, 2, 1)
    this.#message = new MessageCheck({
      type,
      control,
      release: `${textOf(segment, 2, 2)}.${textOf(segment, 2, 3)}`,
      association: textOf(segment, 2, 5),
      segments: 1,
      position: segment.position,
      fault: null,
      known: messageRules[type] !== undefined,
    })
    this.#ownGroup().messages.push(this.#message.facts)
    if (control === '') this.#message.fail('control_number_missing', segment)
    else if (this.#messageNumbers.has(control))
      this.#message.fail('control_number_repeated', segment, { stated: control })
    this.#messageNumbers.add(control)
  }

  /** Messages without a group share one that has no name. */
  #ownGroup(): GroupFacts {
    if (this.#group) return this.#group
    let own = this.facts.groups.at(-1)
    if (own?.control !== '') {
      own = group('', '', '', { sender: '', receiver: '' })
      this.facts.groups.push(own)
    }
    return own
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
    this.#closeMessage(segment)
    const open = this.#group
    if (!open) {
      this.#fail('segment_misplaced', segment)
      return
    }
    const [count, control] = [textOf(segment, 1), textOf(segment, 2)]
    open.stated = Number(count) || 0
    if (control !== open.control)
      this.#failGroup('control_number_wrong', segment, { stated: control, found: open.control })
    if (!sameNumber(count, open.messages.length))
      this.#failGroup('message_count_wrong', segment, { stated: count, found: String(open.messages.length) })
    this.#group = null
  }

  /** UNZ counts groups where there are any, else messages. */
  #end(segment: Segment): void {
    this.#closeGroup(segment)
    const { groups, control } = this.facts
    const grouped = groups.filter(each => each.control !== '').length
    const [count, stated] = [textOf(segment, 1), textOf(segment, 2)]
    const found = grouped || (groups[0]?.messages.length ?? 0)
    if (stated !== control) this.#fail('control_number_wrong', segment, { stated, found: control })
    if (!sameNumber(count, found))
      this.#fail(grouped ? 'group_count_wrong' : 'message_count_wrong', segment, {
        stated: count,
        found: String(found),
      })
  }

  #closeMessage(segment: Segment): void {
    this.#message?.fail('trailer_missing', { tag: 'UNT', position: segment.position }, { found: segment.tag })
    this.#message = null
  }

  #closeGroup(segment: Segment): void {
    this.#closeMessage(segment)
    if (this.#group)
      this.#failGroup('trailer_missing', { tag: 'UNE', position: segment.position }, { found: segment.tag })
    this.#group = null
  }

  #fail(code: FaultCode, { tag, position }: { tag: string; position: number }, values: Partial<Fault> = {}): void {
    this.facts.fault ??= { code, segment: tag, position, ...values }
  }

  #failGroup(code: FaultCode, { tag, position }: { tag: string; position: number }, values: Partial<Fault> = {}): void {
    const open = this.#group
    if (open) open.fault ??= { code, segment: tag, position, ...values }
  }
}

function group(
  code: string,
  control: string,
  release: string,
  names: { sender: string; receiver: string },
): GroupFacts {
  return { code, control, release, ...names, stated: null, messages: [], fault: null }
}
