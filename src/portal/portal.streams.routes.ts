import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { StreamingApp } from '../platform/http.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { shownDocument } from '../supply/orders/orders.server.ts'
import { accountIdsOf, asPortal } from './may-portal.server.ts'
import { findOwn } from './own-order.use.ts'
import { readStockFile } from './read-stock-file.use.ts'

/**
 * GET /api/portal/orders/{id}/document.pdf is the order as it stands, with its signature;
 * POST /api/portal/stock/file?account=CODE&name=FILE says what a table holds, and keeps nothing.
 */
export function portalStreams(app: StreamingApp): void {
  app.get('/api/portal/orders/:id{[0-9a-f-]{36}}/document.pdf', async c => {
    const context = c.get('context')
    const { name, bytes } = await asPortal(context, ['buyer', 'staff'], async ({ db, portal, department }) => {
      const order = await findOwn({ db, portal }, c.req.param('id'))
      const { clock, language } = context
      const accountIds = accountIdsOf(portal)
      return shownDocument({ db: department, clock }, order.id, { accountIds, language, withReasons: false })
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  })

  app.post('/api/portal/stock/file', async c => {
    const context = c.get('context')
    const { body } = c.req.raw
    if (!body) throw new Refusal('portal_file_unreadable', { reason: 'empty' })
    const { account = '', name = 'table.csv' } = c.req.query()
    const file = await asPortal(context, ['buyer', 'staff'], portalContext =>
      readStockFile(
        { ...context, ...portalContext },
        { account, name, bytes: Readable.fromWeb(body as NodeStream<Uint8Array>) },
      ),
    )
    return c.json(file)
  })
}
