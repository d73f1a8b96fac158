import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** Held until released or until the process ends in whatever way: the system lets go of it, no stale lock remains. */
export type ProcessLock = { release: () => void }

// SQLite result codes of a lock that somebody else holds.
const busy = 5
const locked = 6

/**
 * A lock on a file between processes, shared or exclusive. Node has no flock; the SQLite inside Node locks
 * files on every system, so an open transaction on an empty database file is the lock. Null when it is taken.
 */
export function tryLock(file: string, kind: 'shared' | 'exclusive'): ProcessLock | null {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    if (kind === 'exclusive') database.exec('begin exclusive')
    else database.exec('begin; select count(*) from sqlite_master')
    return { release: () => database.isOpen && database.close() }
  } catch (error) {
    database.close()
    const code = (error as { errcode?: number }).errcode
    if (code === busy || code === locked) return null
    throw error
  }
}

/** As `tryLock`, but waits for up to `time` milliseconds; for ever unless told. */
export async function waitForLock(
  file: string,
  kind: 'shared' | 'exclusive',
  time = Number.POSITIVE_INFINITY,
): Promise<ProcessLock | null> {
  const end = Date.now() + time
  for (;;) {
    const lock = tryLock(file, kind)
    if (lock || Date.now() >= end) return lock
    await sleep(25)
  }
}
