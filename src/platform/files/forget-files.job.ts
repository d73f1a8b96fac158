import type { Job } from '../jobs.server.ts'
import { chosenFileStore } from './chosen-file-store.server.ts'
import { takeLooseFiles } from './files.store.ts'

/** Files that were uploaded and never attached, or whose note is gone: away after a day. */
export const forgetFilesJob: Job = {
  name: 'forget-files',
  cron: '35 3 * * *',
  run: async (_, { db, clock, dataDirectory, log }) => {
    const before = new Date(clock.now().getTime() - 86_400_000)
    const store = chosenFileStore(process.env, dataDirectory)
    const contents = await takeLooseFiles(db, before)
    for (const sha256 of contents) await store.remove(sha256)
    if (contents.length > 0) log(`${contents.length} files that nothing refers to removed`)
  },
}
