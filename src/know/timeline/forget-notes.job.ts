import { letFilesGo } from '../../platform/files/files.store.ts'
import type { Job } from '../../platform/jobs.server.ts'
import { dropRemovedNotes } from './notes.store.ts'

/** A removed note can be put back for 30 days; then it goes, and its files with it. */
export const forgetNotesJob: Job = {
  name: 'forget-notes',
  cron: '30 3 * * *',
  run: async (_, { db, clock, log }) => {
    const before = new Date(clock.now().getTime() - 30 * 86_400_000)
    const files = await db.transaction().execute(async transaction => {
      const dropped = await dropRemovedNotes(transaction, before)
      await letFilesGo(transaction, dropped, clock.now())
      return dropped
    })
    if (files.length > 0) log(`${files.length} files of removed notes let go`)
  },
}
