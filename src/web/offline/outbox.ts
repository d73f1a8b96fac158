import type { Problem } from '../failure.ts'
import { offlineDatabase } from './offline-database.ts'

/**
 * Writes that must not be lost without a network. An entry is kept from the first letter typed; once its author says
 * so it is ready, and is sent until the server has answered. Its key goes along, so that the operation can tell that it
 * has the entry already.
 *
 * writing → ready → sent; ready → refused (the server said no; the author decides) → ready again.
 */
export type KeptState = 'writing' | 'ready' | 'refused' | 'sent'

export type Kept = {
  /** A UUID. */
  key: string
  /** Whose it is; nobody else sees or sends it. */
  personId: string
  /** Where it is sent by POST: '/api/visits/12/report'. */
  path: string
  /** What the form holds. */
  draft: unknown
  /** What is sent; null while it is written, and once it is sent. */
  body: unknown
  /** What it is about, for lists: the account's name. */
  title: string
  state: KeptState
  problem: Problem | null
  /** What the server answered. */
  answer: unknown
  /** Milliseconds since 1970, by this device's clock. */
  changedAt: number
}

const channelName = 'vitalfew-outbox'
const listeners = new Set<() => void>()
let channel: BroadcastChannel | undefined

/** Calls back whenever an entry changed, also in another tab or in the service worker. Returns the way to stop. */
export function onOutboxChange(listener: () => void): () => void {
  channel ??= openChannel()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function openChannel(): BroadcastChannel {
  const opened = new BroadcastChannel(channelName)
  opened.onmessage = () => {
    for (const listener of listeners) listener()
  }
  return opened
}

function tell(): void {
  for (const listener of listeners) listener()
  const sender = channel ?? new BroadcastChannel(channelName)
  sender.postMessage('changed')
  if (sender !== channel) sender.close()
}

/** The person's entries, the oldest first. */
export async function keptOf(personId: string): Promise<Kept[]> {
  const entries = await (await offlineDatabase()).getAllFromIndex('outbox', 'person', personId)
  return entries.sort((a, b) => a.changedAt - b.changedAt)
}

export async function readKept(key: string): Promise<Kept | undefined> {
  return (await offlineDatabase()).get('outbox', key)
}

export async function putKept(entry: Kept): Promise<void> {
  await (await offlineDatabase()).put('outbox', entry)
  tell()
}

/** Changes an entry as it is by now, in one transaction; undefined where it has gone. */
export async function changeKept(key: string, change: (entry: Kept) => Kept): Promise<Kept | undefined> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  const entry = await transaction.store.get(key)
  const changed = entry && change(entry)
  if (changed) await transaction.store.put(changed)
  await transaction.done
  if (changed) tell()
  return changed
}

export async function dropKept(keys: readonly string[]): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  await Promise.all(keys.map(key => transaction.store.delete(key)))
  await transaction.done
  tell()
}

/** What would be lost or left behind by a sign-out. */
export const isUnsent = (entry: Kept): boolean => entry.state !== 'sent'
