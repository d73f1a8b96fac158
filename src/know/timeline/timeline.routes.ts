import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { editNote, removeNote, restoreNote, writeNote } from './notes.use.ts'
import { readTimeline } from './read-timeline.use.ts'
import { timelineContract } from './timeline.contract.ts'

const operations = implementing(timelineContract)
const writers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

export const timelineRoutes = operations.router({
  read: operations.read.use(may(...everyone)).handler(({ input, context }) =>
    readTimeline(context, {
      ...input,
      kinds: input.kinds === undefined ? null : [input.kinds].flat(),
      cursor: input.cursor,
      language: input.language ?? context.language,
    }),
  ),
  writeNote: operations.writeNote.use(may(...writers)).handler(async ({ input: { accountId, ...words }, context }) => ({
    id: await writeNote(context, accountId, words),
  })),
  editNote: operations.editNote.use(may(...writers)).handler(async ({ input: { id, version, ...words }, context }) => {
    await editNote(context, id, version, words)
    return { changed: true }
  }),
  removeNote: operations.removeNote.use(may(...writers)).handler(async ({ input, context }) => {
    await removeNote(context, input.id)
    return { removed: true }
  }),
  restoreNote: operations.restoreNote.use(may(...writers)).handler(async ({ input, context }) => {
    await restoreNote(context, input.id)
    return { restored: true }
  }),
})
