import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '../session.ts'
import { type Kept, keptOf, onOutboxChange } from './outbox.ts'
import { sendWhenBack } from './register-service-worker.ts'
import { sendOutbox } from './send-outbox.ts'

/** Whether the browser believes to have a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    listener => {
      window.addEventListener('online', listener)
      window.addEventListener('offline', listener)
      return () => {
        window.removeEventListener('online', listener)
        window.removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )
}

/** What is kept on this device for the person signed in, the oldest first; null until it is read. */
export function useKept(): Kept[] | null {
  const { person } = useSession()
  const [entries, setEntries] = useState<Kept[] | null>(null)
  useEffect(() => {
    let current = true
    const read = () =>
      void keptOf(person.id)
        .catch(() => [])
        .then(found => current && setEntries(found))
    read()
    const stop = onOutboxChange(read)
    return () => {
      current = false
      stop()
    }
  }, [person.id])
  return entries
}

/** While something is ready and there is a network, another try follows after this time, in milliseconds. */
const tryEvery = 30_000
/** What is sent stays to be seen for a day. */
const seenFor = 24 * 60 * 60_000

/** Sends what is ready: at the start, when the network is back, when the page is looked at again. Used once, in the shell. */
export function useSending(entries: Kept[] | null): void {
  const { person } = useSession()
  const queries = useQueryClient()
  const online = useOnline()
  const ready = (entries ?? []).filter(entry => entry.state === 'ready').length
  const sent = entries === null ? null : entries.filter(entry => entry.state === 'sent').length
  const send = useCallback(() => void sendOutbox(person.id).catch(() => undefined), [person.id])

  useEffect(() => {
    if (ready === 0) return
    void sendWhenBack()
    if (!online) return
    send()
    const timer = setInterval(send, tryEvery)
    const look = () => document.visibilityState === 'visible' && send()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ready, online, send])

  const before = useRef(sent)
  useEffect(() => {
    // What was sent changed what pages show.
    if (before.current !== null && sent !== null && sent > before.current) void queries.invalidateQueries()
    before.current = sent
  }, [sent, queries])
}

/** Whether an entry was sent so long ago that nobody looks for it here. */
export const isOld = (entry: Kept, now: number): boolean => entry.state === 'sent' && now - entry.changedAt > seenFor
