import { recordChange } from '../../platform/audit.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteFeed, type Feed, type FeedFields, findFeed, insertFeed, updateFeed } from './feeds.store.ts'

type Keeping = Pick<ActorContext, 'db' | 'actor'>

const addressTaken =
  (url: string) =>
  (error: unknown): never => {
    if ((error as { code?: string }).code === '23505') throw new Refusal('risk_feed_taken', { url })
    throw error
  }

/** Lets the system read an address. Refused as `risk_feed_taken`. */
export async function addFeed(
  { db, actor }: Keeping,
  { enabled = true, allowPrivate = false, ...fields }: Partial<FeedFields> & Pick<FeedFields, 'name' | 'url'>,
): Promise<Feed> {
  return db.transaction().execute(async transaction => {
    const after = { ...fields, enabled, allowPrivate }
    const id = await insertFeed(transaction, after).catch(addressTaken(fields.url))
    await recordChange(transaction, actor, { ...subjectOf(id), operation: 'add', after })
    return (await findFeed(transaction, id))!
  })
}

const subjectOf = (subjectId: number) => ({ room: 'engage', subject: 'risk feed', subjectId }) as const

/** Refused as `risk_feed_unknown`, `risk_feed_changed_meanwhile`, `risk_feed_taken`. */
export async function editFeed(
  { db, actor }: Keeping,
  id: number,
  version: number,
  edit: Partial<FeedFields>,
): Promise<Feed> {
  return db.transaction().execute(async transaction => {
    const feed = await findFeed(transaction, id)
    if (!feed) throw new Refusal('risk_feed_unknown', { id })
    if (feed.version !== version) throw new Refusal('risk_feed_changed_meanwhile', { name: feed.name })
    const { name, url, enabled, allowPrivate } = feed
    const before = { name, url, enabled, allowPrivate }
    const after = { ...before, ...edit }
    await updateFeed(transaction, id, after).catch(addressTaken(after.url))
    await recordChange(transaction, actor, { ...subjectOf(id), operation: 'edit', before, after })
    return (await findFeed(transaction, id))!
  })
}

/** Stops reading an address; what it brought stays. */
export async function removeFeed({ db, actor }: Keeping, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    const feed = await findFeed(transaction, id)
    if (!feed) throw new Refusal('risk_feed_unknown', { id })
    await deleteFeed(transaction, id)
    await recordChange(transaction, actor, { ...subjectOf(id), operation: 'remove', before: feed })
  })
}
