import type { EdifactVersion, MessageEnvelope } from '../order-for-message.ts'
import type { Written } from './segment.ts'
import { edifactSigns } from './separators.ts'
import type { WrittenMessage } from './write-x12.ts'

/** What EANCOM calls its edition of a message, by directory. */
const associations: Record<EdifactVersion, Record<string, string>> = {
  'D.96A': { ORDERS: 'EAN008', ORDRSP: 'EAN005', SLSRPT: 'EAN004', INVRPT: 'EAN004' },
  'D.01B': { ORDERS: 'EAN010', ORDRSP: 'EAN009', SLSRPT: 'EAN007', INVRPT: 'EAN007' },
}

/** One segment with its terminator; signs in the data are released, what is empty at the end is left out. */
export function writeEdifactSegment([tag, ...elements]: Written): string {
  const { element, component, terminator } = edifactSigns
  const texts = elements.map(each => {
    const components = typeof each === 'string' ? [released(each)] : each.map(released)
    while (components.at(-1) === '') components.pop()
    return components.join(component)
  })
  while (texts.at(-1) === '') texts.pop()
  return [tag, ...texts].join(element) + terminator
}

// The asterisk is the sign of repetition in syntax version 4.
function released(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .replace(/[?+:'*]/g, '?$&')
}

/** Latin-1 is stated for plain ASCII, which everybody reads; anything else is UTF-8, so that the bytes are always UTF-8. */
function syntaxFor(text: string): readonly [string, string] {
  return /^[\u0020-\u007e]*$/.test(text) ? ['UNOC', '3'] : ['UNOW', '4']
}

/** An EDIFACT interchange without groups: UNA, UNB, the messages with their UNH and UNT counted, UNZ. */
export function writeEdifact(
  messages: readonly WrittenMessage[],
  envelope: MessageEnvelope,
  version: EdifactVersion | 'CONTRL',
): string {
  const { sender, receiver, controlNumber, at, test } = envelope
  const syntax = syntaxFor(JSON.stringify([messages, sender, receiver]))
  const reference = String(controlNumber)
  const digits = at.replace(/\D/g, '')
  const name = ({ id, qualifier }: { id: string; qualifier: string }) => [id, qualifier]
  const write = (segment: Written) => `${writeEdifactSegment(segment)}\n`
  const una = `UNA:+.? '\n`
  const lines = [
    syntax[1] === '4' ? una.replace('? ', '?*') : una,
    write([
      'UNB',
      syntax,
      name(sender),
      name(receiver),
      [digits.slice(syntax[1] === '4' ? 0 : 2, 8), digits.slice(8, 12)],
      reference,
      ...(test ? ['', '', '', '', '', '1'] : []),
    ]),
  ]
  for (const [index, message] of messages.entries()) {
    const number = String(index + 1)
    const kind =
      version === 'CONTRL'
        ? [message.type, '2', '2', 'UN']
        : [message.type, ...version.split('.'), 'UN', associations[version][message.type] ?? '']
    lines.push(write(['UNH', number, kind]))
    for (const segment of message.segments) lines.push(write(segment))
    lines.push(write(['UNT', String(message.segments.length + 2), number]))
  }
  lines.push(write(['UNZ', String(messages.length), reference]))
  return lines.join('')
}
