import type { StreamingApp } from '../../platform/http.server.ts'
import type { RequestContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { everythingOf } from './everything.use.ts'
import { everythingPage } from './everything-page.ts'
import { cardOfPerson, cardsOfAccount } from './people-cards.use.ts'
import { writePeopleCsv } from './people-csv.ts'
import { writeVCards } from './write-vcards.ts'

const editors = ['administrator', 'head', 'manager', 'back office']

/**
 * GET /api/accounts/{id}/people.vcf, /api/accounts/{id}/people.csv and /api/contacts/{id}/person.vcf, for everyone who is
 * signed in; GET /api/contacts/{id}/everything.html, for those who may edit the person.
 */
export function knownPeopleStreams(app: StreamingApp): void {
  app.get('/api/accounts/:id{[0-9]{1,15}}/people.vcf', async c => {
    const { db, clock } = acting(c.get('context'))
    const id = Number(c.req.param('id'))
    const { cards } = await cardsOfAccount(db, id)
    return fileOf(writeVCards(cards, clock.now().toISOString()), 'text/vcard; charset=utf-8', `people-${id}.vcf`)
  })

  app.get('/api/accounts/:id{[0-9]{1,15}}/people.csv', async c => {
    const { db, language } = acting(c.get('context'))
    const id = Number(c.req.param('id'))
    const { cards } = await cardsOfAccount(db, id)
    return fileOf(writePeopleCsv(cards, language), 'text/csv; charset=utf-8', `people-${id}.csv`)
  })

  app.get('/api/contacts/:id{[0-9]{1,15}}/person.vcf', async c => {
    const { db, clock } = acting(c.get('context'))
    const id = Number(c.req.param('id'))
    const card = await cardOfPerson(db, id)
    return fileOf(writeVCards([card], clock.now().toISOString()), 'text/vcard; charset=utf-8', `person-${id}.vcf`)
  })

  app.get('/api/contacts/:id{[0-9]{1,15}}/everything.html', async c => {
    const context = acting(c.get('context'))
    if (!editors.includes(context.actor.role)) throw new Refusal('not_allowed', { role: context.actor.role })
    const id = Number(c.req.param('id'))
    const page = everythingPage(await everythingOf(context, id), context.language)
    return fileOf(page, 'text/html; charset=utf-8', `everything-${id}.html`)
  })
}

function acting(context: RequestContext): RequestContext & { actor: Actor } {
  if (!context.actor) throw new Refusal('not_signed_in')
  return { ...context, actor: context.actor }
}

/** Always to be saved, never shown as a page of ours. */
const fileOf = (text: string, type: string, name: string): Response =>
  new Response(text, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
