import { recordChanges } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import type { Language } from '../platform/language.ts'
import { insertPerson } from '../platform/people.store.ts'
import { operator, type PortalRole } from '../platform/roles.ts'
import { putMember } from './members.store.ts'
import { insertMessages } from './messages.store.ts'

export type EnteredMember = {
  userId: string
  accountId: number
  name: string
  email: string
  role: PortalRole
  subsidiaries: boolean
  language: Language
  invitedBy: string
  joinedAt: Date
}

/** People who were let in before, such as those of a demo; without passwords. */
export async function enterMembers(db: Db, members: readonly EnteredMember[]): Promise<void> {
  for (const { userId: id, name, email, role, language, ...member } of members) {
    await insertPerson(db, { id, name, email, role, language })
    await putMember(db, { ...member, userId: id, contactId: null, at: member.joinedAt })
  }
  await recordChanges(
    db,
    operator(),
    members.map(({ userId, accountId, email, role }) => ({
      room: 'portal',
      subject: 'person',
      subjectId: userId,
      accountId,
      operation: 'accept',
      after: { email, role },
    })),
  )
}

/** Messages that were written before. */
export async function enterMessages(db: Db, messages: Parameters<typeof insertMessages>[1]): Promise<void> {
  await insertMessages(db, messages)
}
