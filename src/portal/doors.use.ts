import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { accountNames } from '../accounts/account-names.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { DB } from '../platform/database-types.ts'
import { findAnybodyByEmail, insertPerson, savePasswordHash, updatePerson } from '../platform/people.store.ts'
import type { PortalDoors } from '../platform/portal-doors.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { isPortalRole } from '../platform/roles.ts'
import { readSettings } from '../platform/settings.server.ts'
import { endInvitation, findInvitation, type Invitation } from './invitations.store.ts'
import { makeLinkSecret, opens, selectorOf } from './link-secret.server.ts'
import { mailSignInLink, sendsMail } from './mail-link.server.ts'
import { memberOfUser, putMember } from './members.store.ts'
import { insertSignInLink, linksSince, lockSignInLink, markUsed } from './sign-in-links.store.ts'

type Doorkeeping = { db: Kysely<DB>; clock: Clock }

const leastPasswordLength = 10
/** A mailed link signs in for so long; minutes. */
export const signInMinutes = 15
/** More links an hour than this nobody needs; further ones are silently not made. */
const linksAnHour = 5

/** How people of accounts come in: by a mailed link, or for the first time by their invitation. */
export function createPortalDoors(keeping: Doorkeeping): PortalDoors {
  return {
    mailLink: email => mailLink(keeping, email),
    openLink: text => openLink(keeping, text),
    accept: (input, hash) => accept(keeping, input, hash),
  }
}

/** Nobody learns whether there is anybody: every address gets the same answer. */
async function mailLink({ db: outer, clock }: Doorkeeping, email: string): Promise<void> {
  const person = await findAnybodyByEmail(outer, email)
  // Whoever has a second factor would lose it by a link: they sign in by password and code.
  if (!person || !isPortalRole(person.role) || person.disabled || person.twoFactor) return
  if (!(await sendsMail(outer))) return
  await outer.transaction().execute(async db => {
    const now = clock.now()
    if ((await linksSince(db, person.id, new Date(now.getTime() - 3_600_000))) >= linksAnHour) return
    const text = await makeSignInLink(db, person.id, now)
    await mailSignInLink({ db, clock }, { ...person, language: person.language ?? 'en' }, text)
  })
}

/** The text of a fresh link; older ones of the person end. */
export async function makeSignInLink(db: Kysely<DB>, userId: string, now: Date): Promise<string> {
  const { text, selector, hash } = makeLinkSecret()
  const expiresAt = new Date(now.getTime() + signInMinutes * 60_000)
  await insertSignInLink(db, { selector, hash, userId, at: now, expiresAt })
  return text
}

async function openLink({ db: outer, clock }: Doorkeeping, text: string): Promise<string> {
  const selector = selectorOf(text)
  return outer.transaction().execute(async db => {
    const link = selector && (await lockSignInLink(db, selector, clock.now()))
    if (!link || !opens(text, link.hash)) throw new Refusal('link_invalid')
    const member = await memberOfUser(db, link.userId)
    if (!member || member.disabled || member.twoFactor) throw new Refusal('link_invalid')
    await markUsed(db, selector, clock.now())
    return link.userId
  })
}

async function invitationOf(db: Kysely<DB>, text: string, now: Date): Promise<Invitation> {
  const selector = selectorOf(text)
  const invitation = selector ? await findInvitation(db, selector, now) : null
  if (!invitation || !opens(text, invitation.hash)) throw new Refusal('link_invalid')
  return invitation
}

/** What an invitation's page shows before it is accepted. */
export async function invitationFacts({ db: outer, clock }: Doorkeeping, text: string) {
  return outer.transaction().execute(async db => {
    const invitation = await invitationOf(db, text, clock.now())
    const account = (await accountNames(db, [invitation.accountId])).get(invitation.accountId)
    const { name, email, language, invitedBy } = invitation
    return {
      name,
      email,
      language,
      invitedBy,
      account: account?.name ?? '',
      company: (await readSettings(db)).companyName,
    }
  })
}

async function accept(
  { db: outer, clock }: Doorkeeping,
  input: Parameters<PortalDoors['accept']>[0],
  hash: (password: string) => Promise<string>,
): Promise<string> {
  if (input.password !== null && input.password.length < leastPasswordLength)
    throw new Refusal('password_short', { least: leastPasswordLength })
  const passwordHash = input.password === null ? null : await hash(input.password)
  return outer.transaction().execute(async db => {
    const now = clock.now()
    const { id, accountId, contactId, email, role, subsidiaries, language, invitedBy } = await invitationOf(
      db,
      input.secret,
      now,
    )
    const known = await findAnybodyByEmail(db, email)
    if (known && !isPortalRole(known.role)) throw new Refusal('email_taken', { email })
    const userId = known?.id ?? randomUUID()
    if (known) await updatePerson(db, userId, { name: input.name, role, disabled: false })
    else await insertPerson(db, { id: userId, name: input.name, email, role, language })
    if (passwordHash) await savePasswordHash(db, userId, passwordHash)
    await putMember(db, { userId, accountId, contactId, subsidiaries, invitedBy, at: now })
    await endInvitation(db, id, 'accepted', now)
    await recordChange(
      db,
      { id: userId, name: input.name, role, via: 'portal' },
      { room: 'portal', subject: 'person', subjectId: id, accountId, operation: 'accept', after: { email, role } },
    )
    return userId
  })
}
