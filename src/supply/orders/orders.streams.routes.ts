import type { StreamingApp } from '../../platform/http.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { orderForPrograms } from './order-for-programs.ts'
import { type MessageFormat, type MessageKind, orderMessage } from './order-message.server.ts'
import { readOrder } from './read-orders.use.ts'
import { shownDocument } from './shown-document.use.ts'

const endings: Record<string, MessageFormat> = { csv: 'csv', x12: 'x12', edi: 'edifact' }

/**
 * GET /api/orders/{publicId}/order.pdf?language=en|zh-Hans&reasons=yes, and order.json, order.csv, order.x12 (850, 855) and
 * order.edi (ORDERS, ORDRSP) with ?kind=order|answer; for everyone who is signed in.
 */
export function orderStreams(app: StreamingApp): void {
  app.get('/api/orders/:publicId{[0-9a-f-]{36}}/order.pdf', async c => {
    const context = c.get('context')
    if (!context.actor) throw new Refusal('not_signed_in')
    const asked = c.req.query('language')
    const language = asked === 'en' || asked === 'zh-Hans' ? asked : context.language
    const withReasons = c.req.query('reasons') === 'yes'
    const { name, bytes } = await shownDocument(context, c.req.param('publicId'), { language, withReasons })
    return answer(name, 'application/pdf', bytes, 'inline')
  })

  app.get('/api/orders/:publicId{[0-9a-f-]{36}}/:file{order\\.(json|csv|x12|edi)}', async c => {
    const { actor, db, clock } = c.get('context')
    if (!actor) throw new Refusal('not_signed_in')
    const { order, lines, signatures } = await readOrder(db, c.req.param('publicId'))
    const signature = signatures.find(each => each.id === order.signatureId) ?? null
    const values = orderForPrograms(order, lines, signature)
    const ending = c.req.param('file').split('.').at(-1)!
    if (ending === 'json')
      return answer(`order-${order.number}.json`, 'application/json', Buffer.from(JSON.stringify(values, null, 2)))
    const kind: MessageKind = c.req.query('kind') === 'answer' ? 'answer' : 'order'
    // Repeats with the same content, differs with every version: a receiver who takes it twice notices.
    const controlNumber = (order.id * 1000 + (order.version % 1000)) % 1_000_000_000
    const { contentType, bytes } = await orderMessage(db, values, kind, endings[ending]!, {
      controlNumber,
      at: clock.now().toISOString(),
    })
    return answer(`order-${order.number}${kind === 'answer' ? '-answer' : ''}.${ending}`, contentType, bytes)
  })
}

function answer(name: string, type: string, bytes: Uint8Array, place = 'attachment'): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${place}; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
      'cache-control': 'no-store',
    },
  })
}
