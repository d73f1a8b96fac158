import type { Db } from '../../platform/database.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import type { EventBody } from '../../platform/webhooks/event-source.server.ts'
import { productUnits } from '../../products/product-names.server.ts'
import type { LineAnswer, MessageEnvelope, OrderForMessage } from '../messages/order-for-message.ts'
import type { MessageVersion } from '../messages/partner.ts'
import { orderPartner } from '../messages/partners.store.ts'
import { acknowledgement855, orders, ordrsp, purchaseOrder850 } from '../messages/write-purchase-order.ts'
import { orderCsv } from './order-csv.ts'
import type { OrderForPrograms } from './order-for-programs.ts'
import { identifiersOf, type OrderIdentifiers } from './order-identifiers.store.ts'

/** The order itself (850, ORDERS), or our answer to it (855, ORDRSP). */
export type MessageKind = 'order' | 'answer'

export type MessageFormat = 'csv' | 'x12' | 'edifact'

const contentTypes: Record<MessageFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  x12: 'application/edi-x12',
  edifact: 'application/edifact',
}

/**
 * An order as it was told (webhook) or stands (download), written for another system. The control number is the caller's:
 * it must not come back for the same receiver.
 */
export async function orderMessage(
  db: Db,
  order: OrderForPrograms,
  kind: MessageKind,
  format: MessageFormat,
  { controlNumber, at }: { controlNumber: number; at: string },
): Promise<EventBody> {
  const body = (text: string): EventBody => ({ contentType: contentTypes[format], bytes: Buffer.from(text, 'utf8') })
  if (format === 'csv') return body(orderCsv(order))
  const names = await identifiersOf(db, order.id)
  const units = await productUnits(
    db,
    [...names.lines.values()].map(line => line.productId),
  )
  const message = messageOf(order, names, units, (await readSettings(db)).companyName)
  const { envelope, version } = await envelopeOf(db, order, names, format, kind, { controlNumber, at })
  if (version === '004010' || version === '005010')
    return body((kind === 'order' ? purchaseOrder850 : acknowledgement855)(message, envelope, version))
  return body((kind === 'order' ? orders : ordrsp)(message, envelope, version))
}

function messageOf(
  order: OrderForPrograms,
  names: OrderIdentifiers,
  units: ReadonlyMap<number, string>,
  company: string,
): OrderForMessage {
  return {
    number: order.number,
    customerNumber: order.reference,
    orderedOn: (order.signature?.at ?? order.at).slice(0, 10),
    wantedOn: order.wantedOn,
    currency: order.currency,
    note: order.terms,
    buyer: { name: order.account.name, gln: names.buyerGln, code: order.account.code },
    supplier: { name: company || 'Vitalfew', gln: null, code: ourId },
    shipTo: order.shipTo === null ? null : { name: order.shipTo, gln: names.shipToGln, code: null },
    lines: order.lines
      .filter(line => line.quantity !== '0')
      .map(line => ({
        line: line.line,
        gtin: names.lines.get(line.line)?.gtin ?? null,
        buyerCode: names.lines.get(line.line)?.buyerCode ?? null,
        supplierCode: line.product.code,
        name: line.product.name,
        quantity: line.quantity,
        unit: units.get(names.lines.get(line.line)?.productId ?? 0) ?? null,
        unitPrice: line.unitPrice,
        answer: {
          confirmedQuantity: line.confirmedQuantity ?? line.quantity,
          shippedOn: null,
          reason: (line.cutReason as LineAnswer['reason'] | null) ?? 'none',
        },
      })),
  }
}

/** How we are called where nobody has agreed on a name. */
const ourId = 'VITALFEW'

/** Under the names agreed with the account's partner, if there is one of this standard; else by code. */
async function envelopeOf(
  db: Db,
  order: OrderForPrograms,
  names: OrderIdentifiers,
  format: 'x12' | 'edifact',
  kind: MessageKind,
  sent: { controlNumber: number; at: string },
): Promise<{ envelope: MessageEnvelope; version: MessageVersion }> {
  const found = names.accountId === null ? undefined : await orderPartner(db, names.accountId)
  const partner = found?.standard === format ? found : undefined
  const qualifier = format === 'x12' ? 'ZZ' : ''
  const longest = format === 'x12' ? 15 : 35
  const theirs = partner
    ? { qualifier: partner.theirQualifier, id: partner.theirId }
    : { qualifier, id: order.account.code.slice(0, longest) }
  const own = partner?.ourId ? { qualifier: partner.ourQualifier, id: partner.ourId } : { qualifier, id: ourId }
  const [sender, receiver] = kind === 'order' ? [theirs, own] : [own, theirs]
  const version = partner?.messageVersion ?? (format === 'x12' ? '004010' : 'D.96A')
  return { envelope: { sender, receiver, ...sent, test: partner?.test ?? false }, version }
}
