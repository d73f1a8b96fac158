import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { insertSponsor, lockSponsor, type Sponsor, updateSponsor } from './sponsors.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** Refused as account_unknown, sponsor_unfit (not an executive), sponsor_twice. */
export async function appointSponsor(
  context: Acting,
  { accountId, personId, visitsAYear }: Pick<Sponsor, 'accountId' | 'personId' | 'visitsAYear'>,
): Promise<number> {
  const { actor } = context
  const since = await businessDay(context)
  return context.db.transaction().execute(async db => {
    await lockEditable(db, actor, accountId, () => true)
    const person = await findPerson(db, personId)
    if (person?.role !== 'executive' || person.disabled) throw new Refusal('sponsor_unfit')
    const sponsor = { accountId, personId, since, visitsAYear }
    const id = await insertSponsor(db, sponsor)
    if (id === null) throw new Refusal('sponsor_twice', { name: person.name })
    await record(db, actor, { id, accountId }, 'appoint', undefined, sponsor)
    return id
  })
}

/** Another number of visits, or the end of it (`until` is the last day; null: it goes on). */
export async function changeSponsor(
  context: Acting,
  id: number,
  change: { visitsAYear?: number; until?: string | null },
): Promise<void> {
  await context.db.transaction().execute(async db => {
    const sponsor = await lockSponsor(db, id)
    if (!sponsor) throw new Refusal('sponsor_not_found', { id })
    const { since, until: previous } = sponsor
    const until = change.until === undefined ? previous : change.until
    if (until !== null && until < since) throw new Refusal('sponsor_day_invalid', { since })
    const after = { until, visitsAYear: change.visitsAYear ?? sponsor.visitsAYear }
    await updateSponsor(db, id, after)
    const before = { until: previous, visitsAYear: sponsor.visitsAYear }
    await record(db, context.actor, sponsor, 'change', before, after)
  })
}

async function record(
  db: Db,
  actor: Actor,
  { id: subjectId, accountId }: { id: number; accountId: number },
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(db, actor, { room: 'engage', subject: 'sponsor', subjectId, accountId, operation, before, after })
}
