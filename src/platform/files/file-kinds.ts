/** What may be attached: by the ending of its name, with the media type it is served as. */
const kinds: Record<
  string,
  { mediaType: string /** Told by its first bytes; else it must be text. */; binary: boolean }
> = {
  pdf: { mediaType: 'application/pdf', binary: true },
  png: { mediaType: 'image/png', binary: true },
  jpg: { mediaType: 'image/jpeg', binary: true },
  jpeg: { mediaType: 'image/jpeg', binary: true },
  webp: { mediaType: 'image/webp', binary: true },
  gif: { mediaType: 'image/gif', binary: true },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', binary: true },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', binary: true },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', binary: true },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', binary: true },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', binary: true },
  m4a: { mediaType: 'audio/x-m4a', binary: true },
  mp3: { mediaType: 'audio/mpeg', binary: true },
  txt: { mediaType: 'text/plain', binary: false },
  md: { mediaType: 'text/plain', binary: false },
  csv: { mediaType: 'text/csv', binary: false },
}

export const allowedEndings: readonly string[] = Object.keys(kinds)

const endingOf = (name: string) => name.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? ''

export type Verdict =
  | { taken: true; mediaType: string }
  | { taken: false; reason: 'ending not allowed' | 'content does not match' }

/**
 * Whether a file may be kept: its ending must be allowed and its content must be what the ending says. `sniffed` is the
 * media type that the first bytes tell, null where they tell none; `isText` whether the first bytes are UTF-8 without
 * control characters. A page or a script under the name of a picture is refused here.
 */
export function judgeFile(name: string, sniffed: string | null, isText: boolean): Verdict {
  const kind = kinds[endingOf(name)]
  if (!kind) return { taken: false, reason: 'ending not allowed' }
  const matches = kind.binary ? sniffed === kind.mediaType : sniffed === null && isText
  return matches ? { taken: true, mediaType: kind.mediaType } : { taken: false, reason: 'content does not match' }
}

/** Pictures are shown in the page; everything else is handed out to be saved. Neither can run anything. */
export function isShown(mediaType: string): boolean {
  return mediaType.startsWith('image/')
}

/** The name without folders, control characters and the like; at most 150 characters, the ending kept. */
export function cleanFileName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim()
  if (bare.length <= 150) return bare
  const ending = bare.match(/\.[A-Za-z0-9]+$/)?.[0] ?? ''
  return `${bare.slice(0, 150 - ending.length)}${ending}`
}
