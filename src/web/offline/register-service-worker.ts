/**
 * Installs the service worker (built app only) and tells when a newer app waits to take over. Nothing reloads by
 * itself: somebody may be writing.
 */
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** How often an open page asks for a newer app, in milliseconds. */
const lookEvery = 60 * 60_000

export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Refused in private windows and over plain http: then the app needs its network, as every page does.
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => null)
  if (!registration) return
  const look = () => {
    // The very first one has nothing to take over from.
    if (!registration.waiting || !navigator.serviceWorker.controller) return
    waiting = registration.waiting
    for (const listener of listeners) listener()
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  setInterval(() => void registration.update().catch(() => undefined), lookEvery)
}

export function onUpdateWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const isUpdateWaiting = (): boolean => waiting !== null

/** Lets the newer app take over and opens this page in it. */
export function reloadIntoUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  waiting?.postMessage('take over')
}

/** Asks the browser to send what is kept once the network is back, even with no page open. Chromium alone can. */
export async function sendWhenBack(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const sync = (registration as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync
  await sync?.register('outbox').catch(() => undefined)
}
