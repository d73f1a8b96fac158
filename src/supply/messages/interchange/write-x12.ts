import type { MessageEnvelope, X12Version } from '../order-for-message.ts'
import type { Separators, Written } from './segment.ts'

/** A message to be written: its type and what stands between header and trailer. */
export type WrittenMessage = { type: string; segments: readonly Written[] }

const usual = { element: '*', component: '>', repetition: '^', terminator: '~' }
/** Where the data holds one of the usual signs: signs that no text holds (X12.6 allows control characters). */
const rare = { element: '\u001d', component: '\u001f', repetition: '\u001e', terminator: '\u001c' }

/** X12 has no release sign, so that a sign in the data rules it out as a separator. */
export function separatorsFor(segments: readonly Written[]): Separators {
  const text = JSON.stringify(segments)
  const sign = (name: keyof typeof usual) => (text.includes(usual[name]) ? rare[name] : usual[name])
  return {
    element: sign('element'),
    component: sign('component'),
    repetition: sign('repetition'),
    release: null,
    terminator: sign('terminator'),
  }
}

/** One segment with its terminator; elements that are empty at the end are left out. */
export function writeSegment([tag, ...elements]: Written, { element, component, terminator }: Separators): string {
  const texts = elements.map(each => (typeof each === 'string' ? clean(each) : each.map(clean).join(component)))
  while (texts.at(-1) === '') texts.pop()
  return [tag, ...texts].join(element) + terminator
}

/** Control characters and line ends become blanks: they are signs here, or may become ones underway. */
function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

function digits(text: string, from: number, to: number): string {
  return text.replace(/\D/g, '').slice(from, to)
}

/** The functional groups of what is written and read here (element 479). */
const groups: Record<string, string> = { 850: 'PO', 855: 'PR', 852: 'PD', 846: 'IB', 997: 'FA' }

/**
 * An X12 interchange of one functional group: ISA of fixed width, GS, the messages with their ST and SE counted, GE, IEA. A
 * line end after each terminator is for people who read it and is no part of the data.
 */
export function writeX12(messages: readonly WrittenMessage[], envelope: MessageEnvelope, version: X12Version): string {
  const { sender, receiver, controlNumber, at, test } = envelope
  const signs = separatorsFor(messages.flatMap(message => message.segments))
  const write = (segment: Written) => `${writeSegment(segment, signs)}\n`
  const control = String(controlNumber).padStart(9, '0')
  const newer = version >= '004020'
  const isa = [
    'ISA',
    ...['00', ' '.repeat(10), '00', ' '.repeat(10)],
    ...[sender.qualifier.padEnd(2).slice(0, 2), sender.id.padEnd(15).slice(0, 15)],
    ...[receiver.qualifier.padEnd(2).slice(0, 2), receiver.id.padEnd(15).slice(0, 15)],
    ...[digits(at, 2, 8), digits(at, 8, 12), newer ? signs.repetition! : 'U', version.slice(0, 5)],
    ...[control, '0', test ? 'T' : 'P', signs.component],
  ].join(signs.element)
  const type = messages[0]?.type ?? ''
  const lines = [
    `${isa}${signs.terminator}\n`,
    write([
      'GS',
      groups[type] ?? type,
      sender.id,
      receiver.id,
      digits(at, 0, 8),
      digits(at, 8, 12),
      String(controlNumber),
      'X',
      version,
    ]),
  ]
  for (const [index, message] of messages.entries()) {
    const number = String(index + 1).padStart(4, '0')
    lines.push(write(['ST', message.type, number]))
    for (const segment of message.segments) lines.push(write(segment))
    lines.push(write(['SE', String(message.segments.length + 2), number]))
  }
  lines.push(write(['GE', String(messages.length), String(controlNumber)]), write(['IEA', '1', control]))
  return lines.join('')
}
