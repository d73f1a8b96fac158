import type { SignalSource } from '../../platform/signal-source.server.ts'
import { noteInALine } from './note.ts'
import { notesWithMentions } from './notes.store.ts'
import { mentionWords } from './timeline-words.ts'

/** A mention that nobody took up in two weeks is no longer news. */
const freshDays = 14

export default {
  kinds: { 'know.mention': mentionWords },
  read: async ({ db, clock, accountIds }) => {
    const since = new Date(clock.now().getTime() - freshDays * 86_400_000)
    const notes = await notesWithMentions(db, since, accountIds)
    return notes.flatMap(note =>
      note.mentions
        .filter(personId => personId !== note.authorId)
        .map(personId => ({
          kind: 'know.mention',
          key: `${note.id} ${personId}`,
          accountId: note.accountId,
          personId,
          role: null,
          due: note.at.slice(0, 10),
          value: null,
          confidence: 1,
          values: { author: note.authorName, text: noteInALine(note.text) },
        })),
    )
  },
} satisfies SignalSource
