import type { MessageEnvelope } from '../order-for-message.ts'
import type { InterchangeFacts, MessageFacts } from './interchange-facts.ts'
import { messagesOf } from './interchange-facts.ts'
import type { FaultCode } from './interchange-fault.ts'
import type { Written } from './segment.ts'
import { writeEdifact } from './write-edifact.ts'

/** 0085, syntax error. */
const syntaxErrors: Record<FaultCode, string> = {
  header_malformed: '2',
  header_missing: '22',
  trailer_missing: '13',
  segment_unended: '13',
  segment_unknown: '15',
  segment_misplaced: '33',
  segment_missing: '13',
  control_number_wrong: '28',
  control_number_missing: '13',
  segment_count_wrong: '29',
  line_count_wrong: '12',
  message_count_wrong: '29',
  group_count_wrong: '29',
  group_wrong: '30',
  control_number_repeated: '26',
  character_wrong: '21',
  repeated: '26',
}

/** 0083, action: 4 this level and all below rejected, 7 acknowledged and all below unless said otherwise. */
const action = (refused: boolean) => (refused ? '4' : '7')

/**
 * The CONTRL that answers an EDIFACT interchange (UN/EDIFACT CONTRL 2.2, syntax version 3): UCI for the interchange, UCM for
 * each message, UCS for the segment at fault. Empty where there is nothing to answer: a CONTRL is not acknowledged itself.
 */
export function acknowledgeEdifact(facts: InterchangeFacts, envelope: MessageEnvelope, refused: boolean): string {
  const messages = messagesOf(facts)
  if (messages.length > 0 && messages.every(message => message.type === 'CONTRL')) return ''
  const { sender, receiver, control, fault } = facts
  const own = facts.groups.map(group => group.fault).find(Boolean) ?? fault
  const segments: Written[] = [
    [
      'UCI',
      control,
      [sender.id, sender.qualifier],
      [receiver.id, receiver.qualifier],
      action(refused),
      ...(own ? [syntaxErrors[own.code], own.segment] : []),
    ],
  ]
  for (const message of messages) segments.push(...answerOf(message, refused))
  return writeEdifact([{ type: 'CONTRL', segments }], envelope, 'CONTRL')
}

function answerOf(message: MessageFacts, refused: boolean): Written[] {
  const { fault } = message
  const [directory = '', release = ''] = message.release.split('.')
  const name = [message.type, directory, release, 'UN', message.association]
  // 17: no agreement to receive this kind of message.
  if (!message.known) return [['UCM', message.control, name, '4', '17']]
  if (!fault) return [['UCM', message.control, name, action(refused)]]
  const error = syntaxErrors[fault.code]
  // Places are counted within the message, its UNH being 1.
  const place = String(fault.position - message.position + 1)
  const envelopeError = fault.segment === 'UNT' || fault.segment === 'UNH'
  return envelopeError
    ? [['UCM', message.control, name, '4', error, fault.segment]]
    : [
        ['UCM', message.control, name, '4'],
        ['UCS', place, error],
      ]
}
