import type { Db } from '../../platform/database.server.ts'
import { markUndone } from './messages.store.ts'
import { setUnmappedCodes } from './unmapped-codes.store.ts'

/** The messages of an import that is undone may come again; codes that waited for it wait no more. */
export async function withdrawMessages(db: Db, importId: number): Promise<void> {
  await markUndone(db, importId)
  await setUnmappedCodes(db, importId, [])
}
