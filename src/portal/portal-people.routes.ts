import { accountOwners } from '../accounts/account-owners.server.ts'
import { mayEditAccount, mayEditContacts } from '../accounts/account-rights.ts'
import { accountWithSubsidiaries } from '../accounts/group.server.ts'
import { everyone, implementing, may, type RequestContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PortalRole } from '../platform/roles.ts'
import { changePortalPerson, newSignInLink } from './change-person.use.ts'
import { openInvitations } from './invitations.store.ts'
import { invitePortalPerson, newInvitationLink, withdrawInvitation } from './invite-person.use.ts'
import { sendsMail } from './mail-link.server.ts'
import { right } from './may-portal.server.ts'
import { type Member, membersOf } from './members.store.ts'
import { messagePage } from './message-page.server.ts'
import { portalPeopleContract } from './portal-people.contract.ts'
import { answerAccount, markAnswered } from './write-message.use.ts'

const operations = implementing(portalPeopleContract)
const inviters = ['administrator', 'head', 'manager'] as const
const answerers = ['administrator', 'head', 'manager', 'back office'] as const

export const roleOf = (said: 'buyer' | 'staff'): PortalRole => `portal ${said}`

const shown = ({ userId: _, language: __, role, ...member }: Member) => ({ ...member, right: right(role) })

/** A link is shown once: nothing on the way keeps it. */
async function answeringLink<Answer>(context: RequestContext, answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  context.responseHeaders.set('cache-control', 'no-store')
  return given
}

export const portalPeopleRoutes = operations.router({
  read: operations.read
    .use(may(...everyone))
    .handler(async ({ input: { accountId }, context: { db, clock, actor } }) => {
      const account = (await accountOwners(db, [accountId])).get(accountId)
      if (!account) throw new Refusal('account_unknown', { id: accountId })
      const [people, invitations, mail, below] = await Promise.all([
        membersOf(db, [accountId]),
        openInvitations(db, [accountId]),
        sendsMail(db),
        accountWithSubsidiaries(db, accountId),
      ])
      const now = clock.now().toISOString()
      return {
        people: people.map(shown),
        invitations: invitations.map(({ role, ...invitation }) => ({
          ...invitation,
          right: right(role),
          expired: invitation.expiresAt <= now,
        })),
        mayChange: mayEditAccount(actor, account),
        mayWrite: mayEditContacts(actor, account),
        mail,
        hasSubsidiaries: below.length > 1,
      }
    }),
  invite: operations.invite
    .use(may(...inviters))
    .handler(({ input: { right: said, contactId, ...draft }, context }) =>
      answeringLink(
        context,
        invitePortalPerson(context, { ...draft, contactId: contactId ?? null, role: roleOf(said) }),
      ),
    ),
  renewInvitation: operations.renewInvitation
    .use(may(...inviters))
    .handler(({ input, context }) => answeringLink(context, newInvitationLink(context, input.id))),
  withdrawInvitation: operations.withdrawInvitation.use(may(...inviters)).handler(async ({ input, context }) => {
    await withdrawInvitation(context, input.id)
    return { withdrawn: true as const }
  }),
  changePerson: operations.changePerson
    .use(may(...inviters))
    .handler(async ({ input: { id, version, right: said, ...change }, context }) =>
      shown(await changePortalPerson(context, id, version, { ...change, role: said && roleOf(said) })),
    ),
  signInLink: operations.signInLink
    .use(may(...inviters))
    .handler(({ input, context }) => answeringLink(context, newSignInLink(context, input.id))),
  messages: operations.messages
    .use(may(...everyone))
    .handler(({ input: { accountId, ...page }, context }) => messagePage(context.db, [accountId], page)),
  writeMessage: operations.writeMessage.use(may(...answerers)).handler(async ({ input, context }) => ({
    ...(await answerAccount(context, input.accountId, input.text)),
    order: null,
  })),
  markRead: operations.markRead
    .use(may(...answerers))
    .handler(async ({ input, context }) => ({ read: await markAnswered(context, input.accountId) })),
})
