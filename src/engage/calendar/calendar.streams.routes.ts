import { createHash } from 'node:crypto'
import type { StreamingApp } from '../../platform/http.server.ts'
import { feedFile } from './feed.use.ts'

/** GET /api/calendar/feed/{secret}.ics: a person's calendar for calendar programs, by its secret address alone. */
export function calendarStreams(app: StreamingApp): void {
  app.get('/api/calendar/feed/:file{[A-Za-z0-9_-]{20,64}[.]ics}', async c => {
    const text = await feedFile(c.get('context'), c.req.param('file').slice(0, -4))
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    const headers = { etag, 'cache-control': 'private, no-cache' }
    const known = (c.req.header('if-none-match') ?? '').split(',').map(each => each.trim().replace(/^W\//, ''))
    if (known.includes(etag)) return new Response(null, { status: 304, headers })
    return new Response(text, {
      headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' },
    })
  })
}
