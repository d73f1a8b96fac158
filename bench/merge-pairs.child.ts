import { mergeAccounts } from '../src/accounts/merge/merge-accounts.use.ts'
import { undoMerge } from '../src/accounts/merge/undo-merge.use.ts'
import { mergingRooms } from '../src/merging-rooms.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { operator } from '../src/platform/roles.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type MergesMeasured = { merges: number; milliseconds: number; undone: number }

const { url, pairs } = asked<{ url: string; pairs: { one: number; other: number }[] }>()
const database = openDatabase(url)
const merging = { db: database.db, actor: operator(), clock: { now: () => new Date() } }
const { result: merges, milliseconds } = await timed(async () => {
  const ids: number[] = []
  for (const { one, other } of pairs) {
    const order = { survivorId: one, loserId: other, survivorVersion: 1, loserVersion: 1, take: [] }
    ids.push((await mergeAccounts(merging, mergingRooms, order)).id)
  }
  return ids
})
const { milliseconds: undone } = await timed(async () => {
  for (const id of merges.reverse()) await undoMerge(merging, mergingRooms, async () => undefined, id)
})
await database.close()
tell<MergesMeasured>({ merges: merges.length, milliseconds, undone })
