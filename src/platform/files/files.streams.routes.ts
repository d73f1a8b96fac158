import { Readable } from 'node:stream'
import type { StreamingApp } from '../http.server.ts'
import { Refusal } from '../refusal.ts'
import { chosenFileStore } from './chosen-file-store.server.ts'
import { isShown } from './file-kinds.ts'
import { findFile } from './files.store.ts'
import { receiveFile } from './receive-file.use.ts'

/** POST /api/files?name=… takes a file's bytes (all roles but reader); GET /api/files/{id} hands it out to everyone signed in. */
export function fileStreams(app: StreamingApp): void {
  app.post('/api/files', async c => {
    const context = c.get('context')
    const { actor } = context
    if (!actor) throw new Refusal('not_signed_in')
    if (actor.role === 'reader') throw new Refusal('not_allowed', { role: actor.role })
    if (context.scope === 'read') throw new Refusal('key_reads_only')
    const body = c.req.raw.body
    const bytes = body ? Readable.fromWeb(body as never) : Readable.from([])
    const { id, name, mediaType, size } = await receiveFile({ ...context, actor }, c.req.query('name') ?? '', bytes)
    return c.json({ id, name, mediaType, size }, 201)
  })

  app.get('/api/files/:id', async c => {
    const { actor, db, dataDirectory } = c.get('context')
    if (!actor) throw new Refusal('not_signed_in')
    const id = c.req.param('id')
    const file = /^[0-9a-f-]{36}$/.test(id) ? await findFile(db, id) : null
    const content = file && (await chosenFileStore(process.env, dataDirectory).get(file.sha256))
    if (!file || !content) throw new Refusal('attached_file_not_found')
    const place = isShown(file.mediaType) ? 'inline' : 'attachment'
    return new Response(content, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.size),
        'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        // Whatever is in it, it runs nothing and reaches nothing of ours.
        'content-security-policy': `sandbox; default-src 'none'`,
        'cache-control': 'private, max-age=86400, immutable',
      },
    })
  })
}
