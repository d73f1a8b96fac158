import type { Db } from '../../platform/database.server.ts'
import { markUndone, messagesOfImport } from './messages.store.ts'
import { deleteUnmapped, setUnmappedCodes } from './unmapped-codes.store.ts'

/** The messages of an import that is undone may come again; codes that waited for it wait no more. */
export async function withdrawMessages(db: Db, importId: number): Promise<void> {
  await markUndone(db, importId)
  await setUnmappedCodes(db, importId, [])
}

/** Rows of an import that are left aside for good wait for no code of that kind any more. */
export async function forgetUnmapped(db: Db, importId: number, kind: string): Promise<void> {
  await deleteUnmapped(db, importId, kind)
}

/** The messages of an import, each with where its acknowledgement can be read. */
export async function acknowledgementsOf(db: Db, importId: number) {
  const messages = await messagesOfImport(db, importId)
  return messages.map(({ id, type, controlNumber, state, ackFileId }) => ({
    id,
    type,
    controlNumber,
    state,
    acknowledgement: ackFileId === null ? null : `/api/files/${ackFileId}`,
  }))
}
