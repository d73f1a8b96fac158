import type { StreamingApp } from '../../platform/http.server.ts'
import type { ActorContext, RequestContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { briefPdf } from './brief-pdf.server.ts'
import { type Brief, briefOfAccount, briefOfVisit } from './read-brief.use.ts'

/** GET /api/visits/:id/brief.pdf and /api/accounts/:id/brief.pdf, ?language=en|zh-Hans; for everyone who is signed in. */
export function briefStreams(app: StreamingApp): void {
  app.get('/api/visits/:id{[0-9]{1,15}}/brief.pdf', c =>
    answer(c.get('context'), c.req.query('language'), acting => briefOfVisit(acting, Number(c.req.param('id')))),
  )
  app.get('/api/accounts/:id{[0-9]{1,15}}/brief.pdf', c =>
    answer(c.get('context'), c.req.query('language'), acting => briefOfAccount(acting, Number(c.req.param('id')))),
  )
}

async function answer(
  context: RequestContext,
  asked: string | undefined,
  read: (context: ActorContext) => Promise<Brief>,
): Promise<Response> {
  const { actor } = context
  if (!actor) throw new Refusal('not_signed_in')
  const language = asked === 'en' || asked === 'zh-Hans' ? asked : context.language
  const brief = await read({ ...context, actor })
  const file = await briefPdf(brief, language, context.clock.now())
  const name = `brief-${brief.account.code}-${brief.asOf}.pdf`.replace(/[^\w.-]+/g, '-')
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
