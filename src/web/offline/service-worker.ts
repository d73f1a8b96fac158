import { readKeptSession } from './kit.ts'
import { sendOutbox } from './send-outbox.ts'

/**
 * Lets the app open without a network. It keeps the build's own files and one copy of the page, never an answer of /api:
 * what is known of accounts lives in the offline kit alone (kit.ts), which goes with the sign-out.
 *
 * The page is asked of the server first; its copy, taken at the same moment as the files it names, is for when there is
 * no answer. The copy's content security policy and its nonce travel together, headers and body, so it stays in force.
 */

/** Written in by the build: the files to keep, and a name that changes with any of them. */
declare const __BUILD__: { version: string; files: string[] }

/** What we use of the worker's scope; its types clash with those of pages. */
type Scope = {
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: Lasting) => void): void
    (type: 'sync', listener: (event: Lasting & { tag: string }) => void): void
    (
      type: 'fetch',
      listener: (event: Lasting & { request: Request; respondWith: (r: Promise<Response>) => void }) => void,
    ): void
    (type: 'message', listener: (event: { data: unknown }) => void): void
  }
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  location: Location
}
type Lasting = { waitUntil: (work: Promise<unknown>) => void }

const { version, files } = __BUILD__
const worker = globalThis as unknown as Scope
const cacheName = `vitalfew ${version}`
/** Where the copy of the page is found; the server answers it as it answers every page. */
const page = '/'

worker.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then(cache => cache.addAll([page, ...files].map(path => new Request(path, { cache: 'reload' })))),
  )
})

worker.addEventListener('activate', event => {
  const clean = async () => {
    const names = await caches.keys()
    await Promise.all(
      names.filter(name => name.startsWith('vitalfew ') && name !== cacheName).map(name => caches.delete(name)),
    )
    await worker.clients.claim()
  }
  event.waitUntil(clean())
})

worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})

worker.addEventListener('sync', event => {
  if (event.tag !== 'outbox') return
  const send = async () => {
    const session = await readKeptSession<{ person: { id: string } }>()
    // Rejecting makes the browser try again later.
    if (session && (await sendOutbox(session.person.id)) > 0) throw new Error('Some are still to be sent')
  }
  event.waitUntil(send())
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  // The portal is another app, with nothing kept here.
  if (url.pathname === '/portal' || url.pathname.startsWith('/portal/')) return
  if (request.mode === 'navigate' && !isFile(url.pathname)) event.respondWith(pageOrCopy(request))
  else if (isFile(url.pathname)) event.respondWith(fileFrom(request))
})

/** Files of the build; operations, streams and downloads are none of ours. */
const isFile = (path: string): boolean => path.startsWith('/assets/') || files.includes(path)

async function pageOrCopy(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const { pathname } = new URL(request.url)
    const copy = pathname.startsWith('/api/') ? undefined : await (await caches.open(cacheName)).match(page)
    if (!copy) throw error
    return copy
  }
}

/** Hashed names never change what they mean: the kept one is right. Fonts are kept once they were used. */
async function fileFrom(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/')) await cache.put(request, answer.clone())
  return answer
}
