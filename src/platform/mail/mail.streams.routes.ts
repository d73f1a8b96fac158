import { keptSecret } from '../data-directory.server.ts'
import type { StreamingApp } from '../http.server.ts'
import { Refusal } from '../refusal.ts'
import { readableMail } from './mail.routes.ts'
import { setWanted } from './mail.store.ts'
import { readUnsubscribeToken } from './unsubscribe-token.server.ts'

/** A mail as its reader sees it, and the way to stop such mails, which needs the mail alone and no signing in. */
export function mailStreams(app: StreamingApp): void {
  app.get('/api/mail/:id{[0-9]+}/html', async c => {
    const { actor, db } = c.get('context')
    if (!actor) throw new Refusal('not_signed_in')
    const mail = await readableMail({ db, actor }, Number(c.req.param('id')))
    return new Response(mail.html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        // Mail programs want styles on the element; nothing else of a page is allowed here.
        'content-security-policy': `sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
        'x-frame-options': 'SAMEORIGIN',
      },
    })
  })
  app.get('/api/mail/unsubscribe', c => c.redirect(`/unsubscribe#${c.req.query('token') ?? ''}`))
  app.post('/api/mail/unsubscribe', async c => {
    const { db, clock, dataDirectory } = c.get('context')
    const secret = process.env.VITALFEW_SECRET ?? keptSecret(dataDirectory)
    const choice = readUnsubscribeToken(secret, c.req.query('token') ?? '')
    if (!choice) throw new Refusal('unsubscribe_link_invalid')
    await setWanted(db, { ...choice, wanted: false, at: clock.now() })
    return c.json({ kind: choice.kind })
  })
}
