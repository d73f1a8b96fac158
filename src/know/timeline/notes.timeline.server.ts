import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { noteInALine } from './note.ts'
import { notesBelow } from './notes.store.ts'
import { noteWords } from './timeline-words.ts'

const kind = 'know.note'

export default {
  kinds: { [kind]: noteWords },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const notes = await notesBelow(db, accountIds, bound, limit)
    return notes.map(note => ({
      kind,
      // As long as every other, so that text order is the order of numbers.
      key: String(note.id).padStart(12, '0'),
      at: note.at,
      wholeDay: false,
      accountId: note.accountId,
      actor: note.authorName,
      values: { note: note.id, text: noteInALine(note.text) },
      path: null,
    }))
  },
} satisfies TimelineSource
