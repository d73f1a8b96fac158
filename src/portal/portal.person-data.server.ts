import type { Db } from '../platform/database.server.ts'
import type { Forgotten } from '../platform/forgetting.ts'
import { forgetPeople } from '../platform/people.store.ts'
import type { PersonData } from '../platform/person-data.server.ts'
import { type Member, membersOf } from './members.store.ts'

/** Those of the person's accounts who are the contact, or have the contact's address. */
async function accessesOf(db: Db, person: Forgotten): Promise<Member[]> {
  const words = new Set(person.words.map(word => word.toLowerCase()))
  const members = await membersOf(db, person.accountIds)
  return members.filter(({ contactId, email }) => contactId === person.contactId || words.has(email))
}

/** An access at the portal ends with the person who had it; that somebody had it stays. */
export default {
  tables: {
    'portal.member': { name: { en: 'Access to the portal', 'zh-Hans': '门户访问权限' }, erase: 'words' },
    'portal.invitation': { name: { en: 'Invitations to the portal', 'zh-Hans': '门户邀请' }, erase: 'rows' },
  },
  beyond: {
    read: async (db, person) =>
      (await accessesOf(db, person)).map(({ name, email, role, lastSeen }) => ({
        table: 'portal.member',
        row: { name, email, role, lastSeen },
      })),
    forget: async (db, person) => {
      const accesses = await accessesOf(db, person)
      await forgetPeople(
        db,
        accesses.map(({ userId }) => userId),
        person.placeholder,
      )
      return accesses.length
    },
  },
} satisfies PersonData
