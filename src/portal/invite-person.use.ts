import type { Kysely } from 'kysely'
import { accountOwners } from '../accounts/account-owners.server.ts'
import { mayEditAccount } from '../accounts/account-rights.ts'
import { contactNames } from '../accounts/contact-names.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import type { DB } from '../platform/database-types.ts'
import type { Language } from '../platform/language.ts'
import { findAnybodyByEmail, findPerson } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Actor, type AnyActor, isPortalRole, type PortalRole } from '../platform/roles.ts'
import {
  endInvitation,
  type Invitation,
  insertInvitation,
  lockInvitation,
  openInvitations,
  renewInvitation,
} from './invitations.store.ts'
import { makeLinkSecret } from './link-secret.server.ts'
import { mailInvitation, sendsMail } from './mail-link.server.ts'
import { memberOfUser } from './members.store.ts'

export type Acting = { db: Kysely<DB>; clock: Clock; baseUrl: string; actor: Actor }

/** For which an invitation can be accepted; hours. */
const invitationHours = 72

/** A link that was mailed is nobody else's: then it is null here. */
export type GivenLink = { link: string | null; expiresAt: string }

/** Who looks after an account lets its people in. Refused as account_unknown, account_not_yours. */
export async function checkMayChange(db: Db, actor: Actor, accountId: number): Promise<void> {
  const account = (await accountOwners(db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  if (!mayEditAccount(actor, account)) throw new Refusal('account_not_yours', { id: accountId, name: account.name })
}

export type InvitationDraft = {
  accountId: number
  contactId: number | null
  name: string
  email: string
  role: PortalRole
  subsidiaries: boolean
  language: Language
}

/**
 * Invites a person of an account. Refused as account_not_yours, portal_person_known, portal_person_elsewhere,
 * portal_invitation_known.
 */
export async function invitePortalPerson(context: Acting, draft: InvitationDraft): Promise<GivenLink & { id: string }> {
  return context.db.transaction().execute(async db => {
    await checkMayChange(db, context.actor, draft.accountId)
    if (draft.contactId !== null) {
      const contact = (await contactNames(db, [draft.contactId])).get(draft.contactId)
      if (contact?.accountId !== draft.accountId) throw new Refusal('contact_unknown', { id: draft.contactId })
    }
    return invite(db, context, draft)
  })
}

/** Within the caller's transaction, who has seen to the right. */
export async function invite(
  db: Db,
  { clock, actor, baseUrl }: Pick<Acting, 'clock' | 'baseUrl'> & { actor: AnyActor },
  draft: InvitationDraft,
): Promise<GivenLink & { id: string }> {
  const email = draft.email.toLowerCase()
  await checkAddress(db, email, draft.accountId)
  await endRunOut(db, draft.accountId, email, clock.now())
  const { text, selector, hash } = makeLinkSecret()
  const at = clock.now()
  const expiresAt = new Date(at.getTime() + invitationHours * 3_600_000)
  const invitedBy = actor.name
  const id = await insertInvitation(db, {
    ...draft,
    email,
    invitedBy,
    invitedById: actor.id,
    selector,
    hash,
    at,
    expiresAt,
  })
  if (id === null) throw new Refusal('portal_invitation_known', { email })
  const { accountId, ...after } = { ...draft, email }
  await recordChange(db, actor, {
    room: 'portal',
    subject: 'invitation',
    subjectId: id,
    accountId,
    operation: 'invite',
    after,
  })
  return { id, ...(await give(db, clock, baseUrl, { ...draft, email, invitedBy }, actor, text, expiresAt)) }
}

/** An address is one person's: of ours, or of one account. Refused as portal_person_known, portal_person_elsewhere. */
async function checkAddress(db: Db, email: string, accountId: number): Promise<void> {
  const known = await findAnybodyByEmail(db, email)
  if (!known) return
  const member = isPortalRole(known.role) ? await memberOfUser(db, known.id) : null
  if (!member || (member.accountId !== accountId && !member.disabled))
    throw new Refusal('portal_person_elsewhere', { email })
  if (!member.disabled) throw new Refusal('portal_person_known', { email })
}

/** One that has run out makes room for another. */
async function endRunOut(db: Db, accountId: number, email: string, now: Date): Promise<void> {
  for (const invitation of await openInvitations(db, [accountId]))
    if (invitation.email === email && invitation.expiresAt <= now.toISOString())
      await endInvitation(db, invitation.id, 'withdrawn', now)
}

async function give(
  db: Db,
  clock: Clock,
  baseUrl: string,
  invitation: Pick<Invitation, 'email' | 'name' | 'language' | 'accountId' | 'invitedBy'>,
  actor: AnyActor,
  text: string,
  expiresAt: Date,
): Promise<GivenLink> {
  const mailed = await sendsMail(db)
  if (mailed) {
    const sender = actor.via !== 'portal' && actor.id ? await findPerson(db, actor.id) : null
    await mailInvitation({ db, clock }, invitation, sender?.email ?? null, text)
  }
  return { link: mailed ? null : `${baseUrl}/portal/welcome#${text}`, expiresAt: expiresAt.toISOString() }
}

/** The old link ends. Refused as portal_invitation_unknown, account_not_yours. */
export async function newInvitationLink(context: Acting, id: string): Promise<GivenLink> {
  return context.db.transaction().execute(async db => {
    const invitation = await lockInvitation(db, id)
    if (!invitation) throw new Refusal('portal_invitation_unknown')
    await checkMayChange(db, context.actor, invitation.accountId)
    const { text, selector, hash } = makeLinkSecret()
    const expiresAt = new Date(context.clock.now().getTime() + invitationHours * 3_600_000)
    await renewInvitation(db, id, { selector, hash, expiresAt })
    const { accountId } = invitation
    await recordChange(db, context.actor, {
      room: 'portal',
      subject: 'invitation',
      subjectId: id,
      accountId,
      operation: 'renew',
    })
    return give(db, context.clock, context.baseUrl, invitation, context.actor, text, expiresAt)
  })
}

export async function withdrawInvitation(context: Acting, id: string): Promise<void> {
  await context.db.transaction().execute(async db => {
    const invitation = await lockInvitation(db, id)
    if (!invitation) throw new Refusal('portal_invitation_unknown')
    await checkMayChange(db, context.actor, invitation.accountId)
    await withdraw(db, context, invitation)
  })
}

/** Within the caller's transaction, who has seen to the right. */
export async function withdraw(
  db: Db,
  { clock, actor }: { clock: Clock; actor: AnyActor },
  { id, accountId, email }: Pick<Invitation, 'id' | 'accountId' | 'email'>,
): Promise<void> {
  await endInvitation(db, id, 'withdrawn', clock.now())
  await recordChange(db, actor, {
    room: 'portal',
    subject: 'invitation',
    subjectId: id,
    accountId,
    operation: 'withdraw',
    before: { email },
  })
}
