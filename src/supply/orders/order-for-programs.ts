import type { Order, OrderLine, Signature } from './order.ts'

/** What other programs are told of an order; fields are only ever added. */
export function orderForPrograms(order: Order, lines: readonly OrderLine[], signature: Signature | null) {
  return {
    id: order.publicId,
    number: order.number,
    state: order.state,
    at: order.stateSince,
    account: { code: order.accountCode, name: order.accountName },
    reference: order.reference,
    shipTo: order.shipTo,
    terms: order.terms,
    wantedOn: order.wantedOn,
    currency: order.currency,
    contentHash: order.contentHash,
    version: order.version,
    lines: lines.map(line => ({
      line: line.line,
      product: { code: line.productCode, name: line.productName },
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      proposedQuantity: line.proposedQuantity,
      allocatedQuantity: line.allocatedQuantity,
      confirmedQuantity: line.confirmedQuantity,
      shippedQuantity: line.shippedQuantity,
      cutReason: line.cutReason,
    })),
    signature: signature && {
      id: signature.publicId,
      how: signature.how,
      name: signature.signerName,
      title: signature.signerTitle,
      at: signature.signedAt,
      contentHash: signature.contentHash,
      documentSha256: signature.documentSha256,
    },
  }
}

export type OrderForPrograms = ReturnType<typeof orderForPrograms>
