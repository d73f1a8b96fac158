import type { Kysely } from 'kysely'
import { writeNote } from '../../know/timeline/notes.use.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoNote } from './notes.ts'

/** Each note as its author wrote it at the time. */
export async function loadNotes(
  db: Kysely<DB>,
  actors: DemoActors,
  notes: readonly DemoNote[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { account, authorKey, at, text, mentions } of notes) {
    const mentioned = mentions === null ? null : actorOf(actors, mentions)
    const words = text.replace('{mention}', mentioned ? `[@${mentioned.name}](person:${mentioned.id})` : '')
    const context = { db, actor: actorOf(actors, authorKey), clock: { now: () => new Date(at) } }
    await writeNote(context, ids.get(account)!, { text: words, fileIds: [] })
  }
}
