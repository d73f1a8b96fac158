import type { MessageEnvelope, X12Version } from '../order-for-message.ts'
import type { GroupFacts, InterchangeFacts, MessageFacts } from './interchange-facts.ts'
import type { FaultCode } from './interchange-fault.ts'
import type { Written } from './segment.ts'
import { type WrittenMessage, writeX12 } from './write-x12.ts'

/** Element I18, interchange note code: what TA1 says of the envelope. */
const interchangeNotes: Partial<Record<FaultCode, string>> = {
  control_number_wrong: '001',
  header_malformed: '022',
  control_number_missing: '018',
  group_count_wrong: '021',
  trailer_missing: '023',
  segment_unended: '004',
  repeated: '025',
  segment_misplaced: '024',
  header_missing: '022',
  character_wrong: '024',
}

/** Element 716, functional group syntax error code (AK905). */
const groupErrors: Partial<Record<FaultCode, string>> = {
  group_wrong: '1',
  trailer_missing: '3',
  control_number_wrong: '4',
  message_count_wrong: '5',
  control_number_missing: '6',
  control_number_repeated: '6',
}

/** Element 718, transaction set syntax error code (AK502). */
const messageErrors: Partial<Record<FaultCode, string>> = {
  trailer_missing: '2',
  control_number_wrong: '3',
  segment_count_wrong: '4',
  control_number_missing: '7',
  control_number_repeated: '7',
}

/** Element 720, segment syntax error code (AK304). */
const segmentErrors: Partial<Record<FaultCode, string>> = {
  segment_unknown: '1',
  segment_misplaced: '2',
  segment_missing: '3',
  segment_unended: '8',
  line_count_wrong: '8',
  character_wrong: '8',
}

/** The groups of an interchange that a 997 answers; acknowledgements are not acknowledged themselves. */
function answered(facts: InterchangeFacts): GroupFacts[] {
  return facts.groups.filter(group => group.code !== 'FA')
}

/**
 * What answers an X12 interchange: a 997 for each group (X12.20: AK1, AK2 to AK5 for each transaction set, AK9), and a TA1
 * before them where the envelope itself is wrong or `refused` whole. Empty where there is nothing to answer. Sender and
 * receiver of the envelope are already turned round.
 */
export function acknowledgeX12(
  facts: InterchangeFacts,
  envelope: MessageEnvelope,
  refused: boolean,
  version: X12Version,
): string {
  const messages = answered(facts).map(group => functionalAcknowledgement(group, refused))
  const text = messages.length === 0 ? '' : writeX12(messages, envelope, version)
  const { fault, answerWanted, written } = facts
  if (!fault && !answerWanted) return text
  const verdict = fault ? ['R', interchangeNotes[fault.code] ?? '024'] : ['A', '000']
  const ta1: Written = ['TA1', facts.control.padStart(9, '0'), ...written, ...verdict]
  return withEnvelopeAnswer(text || writeX12([], envelope, version), ta1)
}

/** The TA1 stands right after the ISA; alone, in an interchange without groups. */
function withEnvelopeAnswer(text: string, ta1: Written): string {
  const [element, terminator] = [text[3]!, text[105]!]
  const [isa, ...others] = text.split('\n')
  const empty = !others.some(line => line.startsWith(`ST${element}`))
  const kept = empty ? others.filter(line => !/^G[SE]/.test(line)) : others
  return [isa, ta1.join(element) + terminator, ...kept]
    .map(line => (empty && line?.startsWith('IEA') ? line.replace(`IEA${element}1`, `IEA${element}0`) : line))
    .join('\n')
}

function functionalAcknowledgement(group: GroupFacts, refused: boolean): WrittenMessage {
  const taken = group.messages.filter(message => accepted(message) && !refused).length
  const received = group.messages.length
  const code = taken === received && !refused && !group.fault ? 'A' : taken > 0 ? 'P' : 'R'
  const segments: Written[] = [['AK1', group.code, group.control]]
  for (const message of group.messages) segments.push(...answerOf(message, refused))
  segments.push([
    'AK9',
    code,
    String(group.stated ?? received),
    String(received),
    String(taken),
    group.fault ? (groupErrors[group.fault.code] ?? '5') : '',
  ])
  return { type: '997', segments }
}

function accepted(message: MessageFacts): boolean {
  return message.known && message.fault === null
}

function answerOf(message: MessageFacts, refused: boolean): Written[] {
  const { fault } = message
  const segments: Written[] = [['AK2', message.type, message.control]]
  const segmentError = fault && segmentErrors[fault.code]
  // Places are counted within the transaction set, its ST being 1.
  if (fault && segmentError)
    segments.push(['AK3', fault.segment, String(fault.position - message.position + 1), '', segmentError])
  if (!message.known) segments.push(['AK5', 'R', '1'])
  else if (fault) segments.push(['AK5', 'R', messageErrors[fault.code] ?? '5'])
  else segments.push(['AK5', refused ? 'R' : 'A'])
  return segments
}
