import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { type Acquaintance, saveAcquaintances } from './acquaintances.store.ts'
import { type Consent, insertConsents } from './consents.store.ts'
import { insertEmployments } from './employments.store.ts'
import type { Profile } from './profile.ts'
import { saveProfiles } from './profiles.store.ts'

export type BroughtPerson = {
  contactId: number
  accountId: number
  profile: Profile
  title: string | null
  confirmedOn: string
  /** Since when they work there; null: nobody knows. */
  since: string | null
  acquaintances: readonly Acquaintance[]
  consents: readonly Omit<Consent, 'id' | 'contactId'>[]
}

/** What a department already knew when it began: many people at once, entered by one of ours who may. */
export async function bringPeople(db: Db, actor: Actor, people: readonly BroughtPerson[]): Promise<void> {
  await db.transaction().execute(async transaction => {
    await saveProfiles(
      transaction,
      people.map(({ contactId, profile, confirmedOn }) => ({ ...profile, contactId, confirmedOn })),
    )
    await saveAcquaintances(
      transaction,
      people.flatMap(({ contactId, acquaintances }) => acquaintances.map(each => ({ contactId, ...each }))),
    )
    await insertConsents(
      transaction,
      people.flatMap(({ contactId, consents }) => consents.map(each => ({ contactId, ...each }))),
    )
    await insertEmployments(
      transaction,
      people.flatMap(({ contactId, accountId, title, since }) =>
        since === null ? [] : [{ contactId, accountId, title, fromDay: since, toDay: null }],
      ),
    )
    await recordChanges(
      transaction,
      actor,
      people.map(({ contactId, accountId, profile }) => ({
        room: 'know',
        subject: 'person',
        subjectId: contactId,
        accountId,
        operation: 'edit',
        after: profile,
      })),
    )
  })
}
