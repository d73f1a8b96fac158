import { useSyncExternalStore } from 'react'
import { api, client } from '../../web/api.ts'
import { isPassing, type Problem, problemFrom, problemOf, RequestFailed } from '../../web/failure.ts'

export type Upload = {
  id: string
  name: string
  size: number
  sent: number
  /** Bytes per second over this page's own sending; null until it can be told. */
  perSecond: number | null
  /** `waiting`: the connection is gone, it tries again by itself. `reading`: all is there, the shape is being found. */
  state: 'sending' | 'waiting' | 'reading' | 'done' | 'failed'
  problem: Problem | null
  importId: number | null
}

export type DetectWith = Omit<Parameters<typeof client.imports.detect>[0], 'uploadId'>

type Running = { upload: Upload; stopping: AbortController }

/** Bytes of the first piece; pieces grow while they take less than a second, up to the largest. */
const firstPiece = 256 * 1024
const largestPiece = 8 * 1024 * 1024

// Uploads go on while one looks at other pages, so they live beside the components.
const running = new Map<string, Running>()
const listeners = new Set<() => void>()

function change(id: string, changed: Partial<Upload>): void {
  const found = running.get(id)
  if (!found) return
  found.upload = { ...found.upload, ...changed }
  for (const listener of listeners) listener()
}

/** The upload as this page knows it; null where another page, or this one before a reload, began it. */
export function useUpload(id: string | undefined): Upload | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (id === undefined ? null : (running.get(id)?.upload ?? null)),
  )
}

/** Sends a file from what has already arrived, then has its shape detected. `file` is null where all has arrived. */
export function sendUpload(
  begun: { id: string; name: string; size: number; received: number },
  file: File | null,
  detectWith: DetectWith,
): void {
  const known = running.get(begun.id)
  if (known && known.upload.state !== 'failed') return
  const stopping = new AbortController()
  const { received: sent, ...others } = begun
  running.set(begun.id, {
    stopping,
    upload: { ...others, sent, perSecond: null, state: 'sending', problem: null, importId: null },
  })
  for (const listener of listeners) listener()
  void run(begun.id, file, sent, detectWith, stopping.signal)
}

/** Stops sending and forgets it; what has arrived is removed by the server within a day. */
export function cancelUpload(id: string): void {
  running.get(id)?.stopping.abort()
  running.delete(id)
  for (const listener of listeners) listener()
}

async function run(id: string, file: File | null, from: number, detectWith: DetectWith, signal: AbortSignal) {
  try {
    if (file) await sendPieces(id, file, from, signal)
    if (signal.aborted) return
    change(id, { state: 'reading' })
    const found = await client.imports.detect({ uploadId: id, ...detectWith })
    change(id, { state: 'done', importId: found.id })
  } catch (error) {
    if (!signal.aborted) change(id, { state: 'failed', problem: problemOf(error) })
  }
}

async function sendPieces(id: string, file: File, from: number, signal: AbortSignal): Promise<void> {
  let sent = from
  let piece = firstPiece
  let failures = 0
  const began = performance.now()
  while (sent < file.size) {
    signal.throwIfAborted()
    const at = performance.now()
    try {
      sent = await putPiece(id, sent, file.slice(sent, sent + piece), signal)
      failures = 0
      const seconds = (performance.now() - began) / 1000
      change(id, { state: 'sending', sent, perSecond: seconds > 0.5 ? (sent - from) / seconds : null })
      if (performance.now() - at < 1000) piece = Math.min(piece * 2, largestPiece)
    } catch (error) {
      const problem = problemOf(error)
      if (signal.aborted) throw error
      if (problem.code === 'upload_offset_wrong') {
        sent = (await client.imports.showUpload({ id })).received
        failures++
      } else if (isPassing(problem)) failures++
      else throw error
      if (failures > 8) throw error
      piece = firstPiece
      change(id, { state: 'waiting' })
      await new Promise(resolve => setTimeout(resolve, Math.min(1000 * 2 ** failures, 15_000)))
    }
  }
}

async function putPiece(id: string, offset: number, bytes: Blob, signal: AbortSignal): Promise<number> {
  const response = await fetch(`/api/imports/uploads/${id}?offset=${offset}`, {
    method: 'PUT',
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
    credentials: 'same-origin',
    signal,
  }).catch((error: unknown) => {
    throw new RequestFailed(problemOf(error))
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RequestFailed(problemFrom(answer, response.status))
  return (answer as { received: number }).received
}

/** How much of an upload has arrived, for the page that has lost its file by a reload. */
export const arrivedQuery = (id: string) =>
  api.imports.showUpload.queryOptions({ input: { id }, staleTime: 0, retry: false })
