import type { Db } from '../../platform/database.server.ts'
import { acknowledgeEdifact } from './interchange/acknowledge-edifact.ts'
import { acknowledgeX12 } from './interchange/acknowledge-x12.ts'
import { firstFault, type InterchangeFacts, messagesOf } from './interchange/interchange-facts.ts'
import type { Verdict } from './interchange/read-acknowledgements.ts'
import { InterchangeRefused } from './interchange-refused.ts'
import { type Keeping, keepFile, keepText } from './message-files.server.ts'
import { answerMessages, insertMessage, takenBefore } from './messages.store.ts'
import type { MessageEnvelope } from './order-for-message.ts'
import type { MessageState, MessageVersion, Partner } from './partner.ts'
import { ensurePartner, nextControlNumber, partnerNamed } from './partners.store.ts'

/** A file of interchanges that was read, whole or not. */
export type ReadInterchanges = {
  interchanges: readonly InterchangeFacts[]
  /** What the partner says of interchanges of ours. */
  verdicts: readonly Verdict[]
  file: { path: string; name: string }
}

export type KeptInterchange = {
  messageId: number
  partnerId: number | null
  ackFileId: string | null
  acknowledgement: string
}

/** The release of what stands in an interchange; the oldest that we write where it is none of ours. */
function versionOf({ standard, groups }: InterchangeFacts): MessageVersion {
  const [first] = groups.flatMap(group => group.messages.map(message => message.release))
  if (standard === 'x12') return (first ?? '') >= '005010' ? '005010' : '004010'
  return (first ?? '') >= 'D.01A' && !(first ?? '').startsWith('D.9') ? 'D.01B' : 'D.96A'
}

/** The partner that sent it; null where the header does not say who. */
async function partnerOf(db: Db, facts: InterchangeFacts, at: Date): Promise<Partner | null> {
  if (facts.sender.id === '') return null
  return ensurePartner(db, { ...facts, version: versionOf(facts) }, at)
}

/** @throws InterchangeRefused where one of them was taken before */
export async function refuseRepeated(db: Db, interchanges: readonly InterchangeFacts[]): Promise<void> {
  const seen = new Set<string>()
  for (const facts of interchanges) {
    const partner = await partnerNamed(db, facts.standard, facts.sender)
    const key = `${facts.sender.qualifier}:${facts.sender.id} ${facts.control}`
    const before = partner && (await takenBefore(db, partner.id, facts.control))
    if (!before && !seen.has(key)) seen.add(key)
    else {
      const segment = facts.standard === 'x12' ? 'ISA' : 'UNB'
      facts.fault ??= { code: 'repeated', segment, position: 1, stated: facts.control }
      throw new InterchangeRefused(facts.fault, interchanges, {
        control: facts.control,
        import: before?.importId ?? null,
      })
    }
  }
}

/**
 * Keeps what came in: one message an interchange, with the file and the acknowledgement written in answer, in the caller's
 * transaction. A file with one faulty interchange is refused whole. Marks what acknowledgements in it say of ours.
 */
export async function keepInterchanges(
  db: Db,
  keeping: Keeping,
  { interchanges, verdicts, file }: ReadInterchanges,
  { importId, refused }: { importId: number | null; refused: boolean },
): Promise<KeptInterchange[]> {
  if (!refused) await refuseRepeated(db, interchanges)
  const kept: KeptInterchange[] = []
  const standard = interchanges[0]?.standard ?? 'x12'
  const fileId = await keepFile(db, keeping, { ...file, standard })
  for (const facts of interchanges) {
    const partner = await partnerOf(db, facts, keeping.at)
    const messages = messagesOf(facts)
    const answer = partner ? await acknowledge(db, keeping, partner, facts, refused) : { text: '', fileId: null }
    const state: MessageState = refused ? 'refused' : messages.every(message => message.known) ? 'taken' : 'partly'
    const messageId = await insertMessage(
      db,
      {
        partnerId: partner?.id ?? null,
        direction: 'in',
        standard: facts.standard,
        type: [...new Set(messages.map(message => message.type))].join(' ') || '–',
        controlNumber: facts.control || '–',
        groupControlNumber: facts.groups[0]?.control || null,
        test: facts.test,
        state,
        messages: messages.length,
        segments: facts.segments,
        fault: firstFault(facts),
        fileName: file.name,
        fileId,
        ackFileId: answer.fileId,
        importId,
        subject: null,
      },
      keeping.at,
    )
    if (partner && !refused) await answerMessages(db, partner.id, verdicts)
    kept.push({ messageId, partnerId: partner?.id ?? null, ackFileId: answer.fileId, acknowledgement: answer.text })
  }
  return kept
}

async function acknowledge(
  db: Db,
  keeping: Keeping,
  partner: Partner,
  facts: InterchangeFacts,
  refused: boolean,
): Promise<{ text: string; fileId: string | null }> {
  const write = (controlNumber: number): string => {
    const envelope: MessageEnvelope = {
      sender: facts.receiver,
      receiver: facts.sender,
      controlNumber,
      at: keeping.at.toISOString(),
      test: facts.test,
    }
    if (facts.standard === 'edifact') return acknowledgeEdifact(facts, envelope, refused)
    return acknowledgeX12(facts, envelope, refused, versionOf(facts) === '005010' ? '005010' : '004010')
  }
  // Acknowledgements are not acknowledged: then no number is used up.
  if (write(1) === '') return { text: '', fileId: null }
  const number = await nextControlNumber(db, partner.id)
  const text = write(number)
  const kind = facts.standard === 'x12' ? '997' : 'CONTRL'
  const fileId = await keepText(db, keeping, {
    text,
    name: `${kind}-${partner.theirId}-${number}.edi`,
    standard: facts.standard,
  })
  return { text, fileId }
}
