import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { endOfMessage, means, messageInForce, stateOfMessages } from './alert-state.ts'
import {
  type AlertFacts,
  findAlert,
  insertAlert,
  insertMessage,
  lockArrivals,
  messagesOf,
  moveMessages,
  relatedMessages,
  setState,
  updateAlert,
} from './alerts.store.ts'
import type { CapFault, CapMessage } from './cap.ts'
import { exposuresOf } from './exposures.store.ts'
import { hazardOfMessage, titleOf } from './message-exposure.ts'
import { readCap } from './read-cap.ts'
import { refreshAlert } from './refresh-exposures.use.ts'

export type Taking = Pick<ActorContext, 'actor'> & { db: Db; clock: Clock }

export type Taken = {
  alertId: number
  title: string
  outcome: 'new' | 'updated' | 'known' | 'ended'
  state: AlertFacts['state']
  sites: number
}

/** Faults as one text that the refusal's sentence reads again. */
export const faultsText = (faults: readonly CapFault[]): string =>
  faults.map(({ reason, field, value }) => [reason, field, ...(value ? [value] : [])].join('|')).join('\n')

/**
 * Takes one CAP message: it begins an alert, or joins the one that it refers to (or that refers to it, for messages come
 * in any order). The same message twice is known. Refused as `risk_message_invalid` with every fault,
 * `risk_reply_not_taken` for acknowledgements and errors, which warn nobody. Call it in a transaction.
 */
export async function takeMessage(context: Taking, bytes: Uint8Array): Promise<Taken> {
  const { message, faults } = readCap(bytes)
  if (!message) throw new Refusal('risk_message_invalid', { faults: faultsText(faults) })
  if (message.kind === 'Ack' || message.kind === 'Error')
    throw new Refusal('risk_reply_not_taken', { kind: message.kind })
  const { db, actor, clock } = context
  await lockArrivals(db)
  const related = (await relatedMessages(db, message)).filter(
    ({ message: other }) =>
      sameMessage(other, message) ||
      message.references.some(reference => means(reference, other)) ||
      other.references.some(reference => means(reference, message)),
  )
  const known = related.find(({ message: other }) => sameMessage(other, message))
  if (known) return taken(db, known.alertId, 'known')
  const [alertId, ...others] = [...new Set(related.map(each => each.alertId))].sort((a, b) => a - b)
  const now = clock.now()
  const id =
    alertId ?? (await insertAlert(db, { kind: 'message', stormKey: null, receivedAt: now, ...factsOf([message], now) }))
  await insertMessage(db, id, message, now)
  if (others.length > 0) {
    await moveMessages(db, others, id)
    for (const other of others) await setState(db, other, 'superseded', now)
  }
  const messages = (await messagesOf(db, [id])).map(each => each.message)
  const facts = factsOf(messages, now)
  await updateAlert(db, id, facts)
  await recordChange(db, actor, {
    room: 'engage',
    subject: 'risk alert',
    subjectId: id,
    operation: alertId === undefined ? 'begin' : 'continue',
    after: {
      identifier: message.identifier,
      kind: message.kind,
      sent: message.sent,
      title: facts.title,
      state: facts.state,
    },
  })
  await refreshAlert(context, id)
  return taken(db, id, alertId === undefined ? 'new' : facts.state === 'active' ? 'updated' : 'ended')
}

const sameMessage = (one: CapMessage, other: CapMessage): boolean =>
  one.identifier === other.identifier && one.sender === other.sender && one.sent === other.sent

/** What an alert is by all that was said of it. */
function factsOf(messages: readonly CapMessage[], now: Date): AlertFacts {
  const message = messageInForce(messages).message ?? messages[0]!
  const [info] = message.infos
  const begins = message.infos.map(each => Date.parse(each.onset ?? each.effective ?? message.sent))
  return {
    hazard: hazardOfMessage(message),
    title: titleOf(message),
    state: stateOfMessages(messages, now.getTime()),
    severity: info?.severity ?? null,
    certainty: info?.certainty ?? null,
    beginsAt: new Date(begins.length > 0 ? Math.min(...begins) : Date.parse(message.sent)),
    endsAt: new Date(endOfMessage(message)),
  }
}

/** What a caller is told of the alert that a message or a track went to. */
export async function taken(db: Db, alertId: number, outcome: Taken['outcome']): Promise<Taken> {
  const [alert, exposures] = await Promise.all([findAlert(db, alertId), exposuresOf(db, [alertId])])
  return {
    alertId,
    title: alert!.title,
    outcome,
    state: alert!.state,
    sites: exposures.filter(exposure => exposure.state !== 'cleared').length,
  }
}
