import type { Language } from '../platform/language.ts'
import { updatePerson } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import { changeMember } from './change-person.use.ts'
import { lockInvitation } from './invitations.store.ts'
import { type GivenLink, invite, withdraw } from './invite-person.use.ts'
import { accountIdsOf, type PortalContext, right } from './may-portal.server.ts'
import { lockMember } from './members.store.ts'
import { type OwnInvitation, type OwnPerson, ownAccount, ownInvitations, ownPeople } from './own-people.store.ts'

/** A buyer looks after the staff of their own account; other buyers are the manager's business. */
const isTheirs = ({ portal }: PortalContext, { accountId, role }: Pick<OwnPerson, 'accountId' | 'role'>) =>
  right(portal.actor.role) === 'buyer' && right(role) === 'staff' && accountId === portal.member.accountId

export async function readOwnPeople(context: PortalContext) {
  const { db, portal } = context
  const among = accountIdsOf(portal)
  const [people, invitations] = [await ownPeople(db, among), await ownInvitations(db, among)]
  return {
    people: people.map(({ accountId, role, ...person }) => ({
      ...person,
      right: right(role),
      mayChange: !person.isMe && isTheirs(context, { accountId, role }),
    })),
    invitations: invitations.map(({ accountId, role, ...invitation }) => ({
      ...invitation,
      right: right(role),
      mayChange: isTheirs(context, { accountId, role }),
    })),
  }
}

/** @throws Refusal portal_account_unknown, portal_person_known, portal_person_elsewhere, portal_invitation_known */
export async function inviteStaff(
  { db: own, department, portal, clock, baseUrl }: PortalContext,
  draft: { name: string; email: string; language: Language },
): Promise<GivenLink & { id: string }> {
  const account = await ownAccount(own, [portal.member.accountId], portal.accounts[0]!.code)
  if (!account) throw new Refusal('portal_account_unknown')
  return department
    .transaction()
    .execute(db =>
      invite(
        db,
        { clock, baseUrl, actor: portal.actor },
        { ...draft, accountId: account.id, contactId: null, role: 'portal staff', subsidiaries: false },
      ),
    )
}

/** @throws Refusal portal_person_unknown, not_allowed */
export async function changeStaff(context: PortalContext, id: string, disabled: boolean): Promise<void> {
  const seen = (await ownPeople(context.db, accountIdsOf(context.portal))).find(person => person.id === id)
  if (!seen) throw new Refusal('portal_person_unknown')
  if (!isTheirs(context, seen)) throw new Refusal('not_allowed', { role: context.portal.actor.role })
  await context.department.transaction().execute(async db => {
    const member = await lockMember(db, id)
    if (!member) throw new Refusal('portal_person_unknown')
    await changeMember(db, context.portal, member, member.version, { disabled })
  })
}

/** @throws Refusal portal_invitation_unknown, not_allowed */
export async function withdrawOwnInvitation(context: PortalContext, id: string): Promise<void> {
  const among: OwnInvitation[] = await ownInvitations(context.db, accountIdsOf(context.portal))
  const seen = among.find(invitation => invitation.id === id)
  if (!seen) throw new Refusal('portal_invitation_unknown')
  if (!isTheirs(context, seen)) throw new Refusal('not_allowed', { role: context.portal.actor.role })
  await context.department.transaction().execute(async db => {
    const invitation = await lockInvitation(db, id)
    if (!invitation) throw new Refusal('portal_invitation_unknown')
    await withdraw(db, { clock: context.clock, actor: context.portal.actor }, invitation)
  })
}

export async function changeMe(
  { department, portal }: PortalContext,
  change: { name?: string; language?: Language },
): Promise<void> {
  await updatePerson(department, portal.actor.id, change)
}
