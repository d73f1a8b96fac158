import type { Language } from '../../platform/language.ts'
import { problemFrom, problemOf, RequestFailed } from '../../web/failure.ts'

/**
 * Fetches a made file in the language on screen and hands it to the browser; a plain link would speak the browser's
 * language and could not say why it failed. @throws RequestFailed
 */
export async function saveFrom(path: string, usualName: string, language: Language): Promise<void> {
  const response = await fetch(path, {
    headers: { 'accept-language': language },
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw new RequestFailed(problemOf(error))
  })
  if (!response.ok) throw new RequestFailed(problemFrom(await response.json().catch(() => null), response.status))
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? usualName
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
