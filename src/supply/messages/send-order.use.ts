import { recordChange } from '../../platform/audit.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { orderForPrograms } from '../orders/order-for-programs.ts'
import { type MessageKind, orderMessage } from '../orders/order-message.server.ts'
import { readOrder } from '../orders/read-orders.use.ts'
import { type Acting, lockEditable } from './edit-partner.use.ts'
import { keepText } from './message-files.server.ts'
import { insertMessage } from './messages.store.ts'
import { nextControlNumber } from './partners.store.ts'

/** What is signed may go out; what we answer stands only once it is confirmed. */
const mayGoOut: Record<MessageKind, readonly string[]> = {
  order: ['signed', 'confirmed', 'shipped'],
  answer: ['confirmed', 'shipped'],
}

/**
 * Writes an order, or our answer to it, for a partner under its next control number, and keeps it as a message out. Refused
 * as partner_not_found, account_not_yours, partner_for_orders_not_found, order_unknown, order_not_to_be_sent.
 */
export async function sendOrder(
  context: Acting & { dataDirectory: string },
  id: number,
  publicId: string,
  kind: MessageKind,
): Promise<number> {
  return context.db.transaction().execute(async db => {
    const partner = await lockEditable(db, context.actor, id)
    if (!partner.sendsOrders) throw new Refusal('partner_for_orders_not_found')
    const { order, lines, signatures } = await readOrder(db, publicId)
    if (!mayGoOut[kind].includes(order.state))
      throw new Refusal('order_not_to_be_sent', { number: order.number, state: order.state })
    const signature = signatures.find(each => each.id === order.signatureId) ?? null
    const at = context.clock.now()
    const number = await nextControlNumber(db, id)
    const { standard } = partner
    const sent = { controlNumber: number, at: at.toISOString() }
    const { bytes } = await orderMessage(db, orderForPrograms(order, lines, signature), kind, standard, sent)
    const types = { x12: { order: '850', answer: '855' }, edifact: { order: 'ORDERS', answer: 'ORDRSP' } }
    const type = types[standard][kind]
    const text = Buffer.from(bytes).toString('utf8')
    const fileName = `${type}-${order.number}-${number}.edi`
    const keeping = { dataDirectory: context.dataDirectory, at, personId: context.actor.id }
    const fileId = await keepText(db, keeping, { text, name: fileName, standard })
    const messageId = await insertMessage(
      db,
      {
        partnerId: id,
        direction: 'out',
        standard,
        type,
        controlNumber: standard === 'x12' ? String(number).padStart(9, '0') : String(number),
        groupControlNumber: standard === 'x12' ? String(number) : null,
        test: partner.test,
        state: 'written',
        messages: 1,
        segments: text.split('\n').length - 1,
        fault: null,
        fileName,
        fileId,
        ackFileId: null,
        importId: null,
        subject: order.number,
      },
      at,
    )
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'EDI partner',
      subjectId: id,
      accountId: partner.accountId,
      operation: 'write message',
      after: { type, order: order.number, controlNumber: number },
    })
    return messageId
  })
}
