import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Kept } from './outbox.ts'

type OfflineSchema = DBSchema & {
  outbox: { key: string; value: Kept; indexes: { person: string } }
  /** Answers of the server kept for the coming days; `key` is the person's id and the answer's name. */
  kit: { key: string; value: { key: string; personId: string; answer: unknown } }
  /** Who was signed in last, with their company: what the app needs to open without a network. */
  facts: { key: string; value: unknown }
}

export type OfflineDatabase = IDBPDatabase<OfflineSchema>

let opened: Promise<OfflineDatabase> | undefined

/** The one database of this browser; pages and the service worker share it. */
export function offlineDatabase(): Promise<OfflineDatabase> {
  opened ??= openDB<OfflineSchema>('vitalfew', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'key' }).createIndex('person', 'personId')
      database.createObjectStore('kit', { keyPath: 'key' })
      database.createObjectStore('facts')
    },
    // Another tab brings a newer app: it must not wait for this one.
    blocking: () => void opened?.then(database => database.close()).finally(() => (opened = undefined)),
    terminated: () => {
      opened = undefined
    },
  })
  // Private windows of some browsers refuse; the next who asks tries again.
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
