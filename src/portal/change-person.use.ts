import { recordChange } from '../platform/audit.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import { endSessions, updatePerson } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { AnyActor, PortalRole } from '../platform/roles.ts'
import { makeSignInLink, signInMinutes } from './doors.use.ts'
import { type Acting, checkMayChange, type GivenLink } from './invite-person.use.ts'
import { mailSignInLink, sendsMail } from './mail-link.server.ts'
import { lockMember, type Member, updateMember } from './members.store.ts'

export type PersonChange = { role?: PortalRole; subsidiaries?: boolean; disabled?: boolean }

/** Refused as portal_person_unknown, account_not_yours, portal_person_changed_meanwhile. */
export async function changePortalPerson(
  context: Acting,
  id: string,
  version: number,
  change: PersonChange,
): Promise<Member> {
  return context.db.transaction().execute(async db => {
    const member = await lockMember(db, id)
    if (!member) throw new Refusal('portal_person_unknown')
    await checkMayChange(db, context.actor, member.accountId)
    return changeMember(db, context, member, version, change)
  })
}

/**
 * Within the caller's transaction, who has locked the member and seen to the right. Whoever loses a right or their
 * access is signed out everywhere.
 */
export async function changeMember(
  db: Db,
  { actor }: { actor: AnyActor },
  member: Member,
  version: number,
  change: PersonChange,
): Promise<Member> {
  const { id, userId, accountId, name, role, subsidiaries, disabled } = member
  if (member.version !== version) throw new Refusal('portal_person_changed_meanwhile', { name })
  await updatePerson(db, userId, { role: change.role, disabled: change.disabled })
  await updateMember(db, id, change.subsidiaries ?? subsidiaries)
  if (change.disabled || (change.role && change.role !== role)) await endSessions(db, userId)
  await recordChange(db, actor, {
    room: 'portal',
    subject: 'person',
    subjectId: id,
    accountId,
    operation: change.disabled ? 'end access' : 'change',
    before: { role, subsidiaries, disabled },
    after: change,
  })
  return (await lockMember(db, id))!
}

/** Mailed where mail leaves, else to be passed on. Refused as portal_person_unknown, account_not_yours, portal_second_factor. */
export async function newSignInLink(context: Acting & { clock: Clock }, id: string): Promise<GivenLink> {
  return context.db.transaction().execute(async db => {
    const member = await lockMember(db, id)
    if (!member || member.disabled) throw new Refusal('portal_person_unknown')
    await checkMayChange(db, context.actor, member.accountId)
    if (member.twoFactor) throw new Refusal('portal_second_factor', { name: member.name })
    const now = context.clock.now()
    const text = await makeSignInLink(db, member.userId, now)
    const mailed = await sendsMail(db)
    if (mailed)
      await mailSignInLink(
        { db, clock: context.clock },
        { email: member.email, language: member.language ?? 'en' },
        text,
      )
    const { accountId } = member
    await recordChange(db, context.actor, {
      room: 'portal',
      subject: 'person',
      subjectId: id,
      accountId,
      operation: 'sign-in link',
    })
    const expiresAt = new Date(now.getTime() + signInMinutes * 60_000).toISOString()
    return { link: mailed ? null : `${context.baseUrl}/portal/open#${text}`, expiresAt }
  })
}
