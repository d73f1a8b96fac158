import type { Job } from '../../platform/jobs.server.ts'
import { runSearch } from './search-duplicates.use.ts'

/** Searches all accounts for duplicates. A second run finds the search no longer waiting and does nothing. */
export const findDuplicatesJob: Job<{ id: number }> = {
  name: 'find-duplicates',
  run: async ({ id }, { db, pool, clock, signal, log }) => {
    const pairs = await runSearch({ db, pool, clock, signal }, id)
    if (pairs !== null) log(`search for duplicates ${id}: ${pairs} pairs`)
  },
}
