import { Readable } from 'node:stream'
import type { StreamingApp } from '../platform/http.server.ts'
import type { RequestContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor, Role } from '../platform/roles.ts'
import { importers } from './imports-rights.ts'
import { readImport } from './prepare-import.use.ts'
import { receiveInterchange } from './receive-interchange.use.ts'
import { setAsideFile } from './set-aside-file.use.ts'
import { receivePiece } from './uploads.use.ts'

function acting(context: RequestContext, roles: readonly Role[] | null): RequestContext & { actor: Actor } {
  const { actor } = context
  if (!actor) throw new Refusal('not_signed_in')
  if (roles && !roles.includes(actor.role)) throw new Refusal('not_allowed', { role: actor.role })
  return { ...context, actor }
}

/**
 * PUT /api/imports/uploads/{id}?offset=N takes a piece of a file, for those who may import;
 * POST /api/imports/interchange?name=…&source=… takes an X12 or EDIFACT interchange in at once, for those who may import;
 * GET /api/imports/{id}/set-aside.csv gives the rows set aside, for everyone who is signed in.
 */
export function importStreams(app: StreamingApp): void {
  app.put('/api/imports/uploads/:id', async c => {
    const context = acting(c.get('context'), importers)
    if (context.scope === 'read') throw new Refusal('key_reads_only')
    const offset = Number(c.req.query('offset') ?? 0)
    if (!Number.isSafeInteger(offset)) throw new Refusal('input_invalid', { detail: 'offset: a whole number' })
    const id = c.req.param('id')
    if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Refusal('upload_unknown')
    const body = c.req.raw.body
    const { name, size, received } = await receivePiece(
      context,
      id,
      offset,
      body ? Readable.fromWeb(body as never) : noBytes(),
    )
    return c.json({ id, name, size, received })
  })

  app.post('/api/imports/interchange', async c => {
    const context = acting(c.get('context'), importers)
    if (context.scope === 'read') throw new Refusal('key_reads_only')
    const body = c.req.raw.body
    const name = (c.req.query('name') ?? '').trim().slice(0, 300) || 'interchange.edi'
    const source = (c.req.query('source') ?? '').trim().slice(0, 60) || 'edi'
    const bytes = body ? Readable.fromWeb(body as never) : noBytes()
    return c.json(await receiveInterchange(context, { name, source }, bytes), 201)
  })

  app.get('/api/imports/:id{[0-9]+}/set-aside.csv', async c => {
    const context = acting(c.get('context'), null)
    const row = await readImport(context.db, Number(c.req.param('id')))
    const filter = { reason: c.req.query('reason'), state: c.req.query('state') }
    const pieces = setAsideFile(context.db, row.id, filter, context.language)
    async function* file() {
      // The mark tells spreadsheets that it is UTF-8.
      yield Buffer.from('\ufeff')
      for await (const piece of pieces) yield Buffer.from(piece)
    }
    return new Response(Readable.toWeb(Readable.from(file())) as ReadableStream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="import-${row.id}-set-aside.csv"`,
        'cache-control': 'no-store',
      },
    })
  })
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
