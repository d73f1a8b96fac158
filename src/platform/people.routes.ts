import { dayIn } from './clock.ts'
import { createKey, listKeys, revokeKey } from './keys.use.ts'
import { everyone, implementing, may, open, type RequestContext } from './operation.server.ts'
import { peopleContract } from './people.contract.ts'
import { countAdministrators, findPerson, listPeople } from './people.store.ts'
import { acceptLink, changeMe, changePerson, invitePerson, linkFacts, newPasswordLink } from './people.use.ts'
import { readSettings } from './settings.server.ts'

const operations = implementing(peopleContract)

/** A link or key is shown once: nothing on the way keeps it. */
async function answeringSecret<Answer>(context: RequestContext, answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  context.responseHeaders.set('cache-control', 'no-store')
  return given
}

export const peopleRoutes = operations.router({
  signInFacts: operations.signInFacts.use(open()).handler(async ({ context }) => {
    const settings = await readSettings(context.db)
    const people = settings.demo ? (await listPeople(context.db)).filter(person => !person.disabled) : []
    return {
      companyName: settings.companyName,
      demo: settings.demo,
      singleSignOn: context.auth.singleSignOnLabel,
      people: people.map(({ id, name, role, title }) => ({ id, name, role, title })),
      needsFirstAdministrator: (await countAdministrators(context.db)) === 0,
    }
  }),
  session: operations.session.use(may(...everyone)).handler(async ({ context }) => {
    const { actor } = context
    const [person, settings] = await Promise.all([
      actor.id ? findPerson(context.db, actor.id) : null,
      readSettings(context.db),
    ])
    return {
      person: {
        id: actor.id ?? '',
        name: actor.name,
        email: person?.email ?? '',
        role: actor.role,
        language: person?.language ?? null,
        title: person?.title ?? null,
        twoFactor: person?.twoFactor ?? false,
      },
      company: {
        name: settings.companyName,
        baseCurrency: settings.baseCurrency,
        fiscalYearStart: settings.fiscalYearStartMonth,
        timeZone: settings.timeZone,
        today: dayIn(settings.timeZone, context.clock.now()),
        demoDay: settings.demoDay,
      },
      demo: settings.demo,
    }
  }),
  changeMe: operations.changeMe.use(may(...everyone)).handler(({ input, context }) => changeMe(context, input)),
  list: operations.list.use(may(...everyone)).handler(async ({ context }) => ({ items: await listPeople(context.db) })),
  invite: operations.invite
    .use(may('administrator'))
    .handler(({ input, context }) => answeringSecret(context, invitePerson(context, input))),
  newLink: operations.newLink
    .use(may('administrator'))
    .handler(({ input, context }) => answeringSecret(context, newPasswordLink(context, input.id))),
  change: operations.change.use(may('administrator')).handler(({ input, context }) => changePerson(context, input)),
  acceptLink: operations.acceptLink.use(open()).handler(({ input, context }) => acceptLink(context, input)),
  linkFacts: operations.linkFacts.use(open()).handler(({ input, context }) => linkFacts(context, input.secret)),
  keys: operations.keys
    .use(may('administrator'))
    .handler(async ({ context }) => ({ items: await listKeys(context.db) })),
  createKey: operations.createKey
    .use(may('administrator'))
    .handler(({ input, context }) =>
      answeringSecret(context, createKey(context.db, context.auth, context.actor, input)),
    ),
  revokeKey: operations.revokeKey
    .use(may('administrator'))
    .handler(({ input, context }) => revokeKey(context.db, context.actor, input.id)),
})
