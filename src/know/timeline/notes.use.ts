import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { findFiles, keepFiles, letFilesGo } from '../../platform/files/files.store.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { mentionsIn } from './note.ts'
import {
  findNotes,
  insertNote,
  lockNote,
  markRemoved,
  type Note,
  noteFileIds,
  rewriteNote,
  setNoteFiles,
} from './notes.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>
type Words = { text: string; fileIds: string[] }

/** Whoever works with accounts may write about any of them; a note is changed by its author, and by those who answer for all. */
export function mayChangeNote(actor: Pick<Actor, 'id' | 'role'>, note: Pick<Note, 'authorId'>): boolean {
  return actor.role === 'administrator' || actor.role === 'head' || (actor.id !== null && actor.id === note.authorId)
}

export async function writeNote(context: Acting, accountId: number, words: Words): Promise<number> {
  const { actor, clock } = context
  return context.db.transaction().execute(async db => {
    await lockEditable(db, actor, accountId, () => true)
    const mentions = await knownMentions(db, words.text)
    const note = { accountId, text: words.text, authorId: actor.id, authorName: actor.name, at: clock.now(), mentions }
    const id = await insertNote(db, note)
    await attach(db, id, words.fileIds)
    await record(db, actor, { id, accountId }, 'write', undefined, words)
    return id
  })
}

/** @throws Refusal note_changed_meanwhile, note_not_yours, note_not_found */
export async function editNote(context: Acting, id: number, version: number, words: Words): Promise<void> {
  const { actor, clock } = context
  await context.db.transaction().execute(async db => {
    const note = await changeable(db, actor, id)
    if (note.removed) throw new Refusal('note_not_found', { id })
    if (note.version !== version) throw new Refusal('note_changed_meanwhile', { author: note.authorName })
    const fileIds = await noteFileIds(db, id)
    await rewriteNote(db, id, { text: words.text, mentions: await knownMentions(db, words.text), at: clock.now() })
    await attach(db, id, words.fileIds)
    const dropped = fileIds.filter(fileId => !words.fileIds.includes(fileId))
    await letFilesGo(db, dropped, clock.now())
    await record(db, actor, note, 'edit', { text: note.text, fileIds }, words)
  })
}

/** Removed notes can be put back for 30 days. */
export async function removeNote(context: Acting, id: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const note = await changeable(db, context.actor, id)
    if (note.removed) return
    await markRemoved(db, id, context.clock.now())
    await record(db, context.actor, note, 'remove', { text: note.text }, undefined)
  })
}

export async function restoreNote(context: Acting, id: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const note = await changeable(db, context.actor, id)
    if (!note.removed) return
    await markRemoved(db, id, null)
    await record(db, context.actor, note, 'restore', undefined, { text: note.text })
  })
}

/** What a note says, with what the reader may do about it; by id. */
export async function readNotes(db: Db, actor: Actor, ids: readonly number[]) {
  const notes = await findNotes(db, ids)
  const files = new Map(
    (
      await findFiles(
        db,
        notes.flatMap(note => note.fileIds),
      )
    ).map(({ sha256: _, ...file }) => [file.id, file]),
  )
  return new Map(
    notes.map(({ fileIds, authorId, ...note }) => [
      note.id,
      { ...note, files: fileIds.flatMap(id => files.get(id) ?? []), mayChange: mayChangeNote(actor, { authorId }) },
    ]),
  )
}

async function changeable(db: Db, actor: Actor, id: number) {
  const note = await lockNote(db, id)
  if (!note) throw new Refusal('note_not_found', { id })
  if (!mayChangeNote(actor, note)) throw new Refusal('note_not_yours', { author: note.authorName })
  return note
}

/** A name in a note that is nobody of ours is no mention. */
async function knownMentions(db: Db, text: string): Promise<string[]> {
  const mentioned = mentionsIn(text)
  if (mentioned.length === 0) return []
  const known = new Set((await listPeople(db)).map(person => person.id))
  return mentioned.filter(id => known.has(id))
}

async function attach(db: Db, noteId: number, fileIds: readonly string[]): Promise<void> {
  const files = await keepFiles(db, fileIds)
  const missing = fileIds.find(id => !files.some(file => file.id === id))
  if (missing !== undefined) throw new Refusal('attached_file_not_found', { id: missing })
  await setNoteFiles(db, noteId, fileIds)
}

async function record(
  db: Db,
  actor: Actor,
  note: { id: number; accountId: number },
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  const { id: subjectId, accountId } = note
  await recordChange(db, actor, { room: 'know', subject: 'note', subjectId, accountId, operation, before, after })
}
