import { changedFields } from '../../accounts/changed-fields.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { deleteEntry, insertEntries, lockEntry, updateEntry } from './entries.store.ts'
import type { CalendarEntry, EntryFields } from './entry.ts'

type Acting = Pick<ActorContext, 'db' | 'actor'> & { clock: Clock }

/** Enters an appointment, a task or time into the actor's own calendar. Refused as `entry_needs_person` for a service. */
export async function addEntry(
  { db: kysely, actor }: Acting,
  said: Omit<EntryFields, 'personId'>,
): Promise<CalendarEntry> {
  const { id: personId } = actor
  if (personId === null) throw new Refusal('entry_needs_person')
  return kysely.transaction().execute(async db => {
    const fields = { ...said, personId }
    await check(db, actor, fields)
    const [id] = await insertEntries(db, [fields])
    const entry = (await lockEntry(db, id!))!
    await record(db, actor, entry, 'add', undefined, fields)
    return entry
  })
}

/** Edits the version of an own entry that was read. */
export async function editEntry(
  { db: kysely, actor }: Acting,
  id: number,
  version: number,
  edit: Partial<EntryFields>,
): Promise<CalendarEntry> {
  return kysely.transaction().execute(async db => {
    const entry = await lockOwn(db, actor, id)
    if (entry.version !== version) throw new Refusal('entry_changed_meanwhile', { id })
    const { before, after } = changedFields<Partial<EntryFields>>(entry, edit)
    if (Object.keys(after).length === 0) return entry
    const fields = { ...entry, ...after }
    await check(db, actor, fields)
    await record(db, actor, entry, 'edit', before, after)
    return updateEntry(db, id, fields)
  })
}

export async function removeEntry({ db: kysely, actor }: Acting, id: number): Promise<void> {
  await kysely.transaction().execute(async db => {
    const entry = await lockOwn(db, actor, id)
    await deleteEntry(db, id)
    await record(db, actor, entry, 'remove', entry)
  })
}

async function lockOwn(db: Db, actor: Actor, id: number): Promise<CalendarEntry> {
  const entry = await lockEntry(db, id)
  if (!entry) throw new Refusal('entry_unknown', { id })
  if (entry.personId !== actor.id) throw new Refusal('entry_not_yours', { id })
  return entry
}

async function check(db: Db, actor: Actor, { accountId, startsAt, endsAt }: EntryFields): Promise<void> {
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) throw new Refusal('visit_ends_before_it_starts')
  if (accountId !== null) await lockEditable(db, actor, accountId, () => true)
}

async function record(
  db: Db,
  actor: Actor,
  entry: CalendarEntry,
  operation: string,
  before?: unknown,
  after?: unknown,
) {
  const { id: subjectId, accountId } = entry
  await recordChange(db, actor, {
    ...{ room: 'engage', subject: 'calendar entry', subjectId, accountId, operation, before, after },
  })
}
