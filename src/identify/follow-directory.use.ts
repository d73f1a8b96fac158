import { type DirectoryEntry, directoryEntries } from '../accounts/directory.server.ts'
import { accountsWithChangesAfter } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'

/** Beyond this many changed accounts, reading all of them is quicker. */
const mostFollowed = 500

export interface FollowedDirectory {
  readonly entries: readonly DirectoryEntry[]
  /** Nothing has changed that points and gates depend on. */
  readonly sameDeciding: boolean
}

/**
 * The directory at a later version, from the one held and the accounts whose changes left a trail since: 100,000 accounts
 * are not read again because one got a new owner. The sum of all versions tells whether that was all that changed; null
 * where it was not (an import changes accounts without a trail), or accounts came, went or got another code.
 */
export async function followDirectory(
  db: Db,
  held: {
    version: string
    trailed: number
    entries: readonly DirectoryEntry[]
    byId: ReadonlyMap<number, DirectoryEntry>
  },
  version: string,
): Promise<FollowedDirectory | null> {
  const [count, sum, ...rest] = partsOf(held.version)
  const [countNow, sumNow, ...restNow] = partsOf(version)
  if (count !== countNow || rest.join() !== restNow.join()) return null
  const ids = await accountsWithChangesAfter(db, held.trailed, mostFollowed)
  if (!ids) return null
  const changed = new Map<number, DirectoryEntry>()
  let followed = Number(sum)
  let sameDeciding = true
  for (const entry of await directoryEntries(db, ids)) {
    const before = held.byId.get(entry.id)
    if (!before || before.code !== entry.code) return null
    followed += entry.version - before.version
    if (
      before.cooperationSince !== entry.cooperationSince ||
      before.legalStandingConfirmedOn !== entry.legalStandingConfirmedOn
    )
      sameDeciding = false
    changed.set(entry.id, entry)
  }
  if (followed !== Number(sumNow)) return null
  return { entries: held.entries.map(entry => changed.get(entry.id) ?? entry), sameDeciding }
}

/** Count, sum of versions, largest id, merges: see accounts.directoryVersion. */
const partsOf = (version: string): string[] => version.split('.')
