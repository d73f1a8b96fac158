/** The encodings a file may have, by their WHATWG names; gb18030 reads GBK and GB2312. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const

export type Encoding = (typeof encodings)[number]

const spoken: Record<string, Encoding> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  unicode: 'utf-16le',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  cp1252: 'windows-1252',
  windows1252: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  ansi: 'windows-1252',
}

/** An encoding as people name it; undefined where it is none of ours. */
export function encodingNamed(name: string): Encoding | undefined {
  return spoken[name.toLowerCase().replace(/[^a-z0-9]/g, '')]
}

/** A byte order mark's encoding and length. */
export function readByteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: 'gb18030', length: 4 }
  return null
}

/** UTF-16 without a mark shows in zero bytes on one side: every Latin letter, digit and line end has one. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, 65_536) & ~1
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const pairs = length / 2
  if (pairs === 0 || Math.max(even, odd) < pairs * 0.05) return null
  if (odd > even * 10) return 'utf-16le'
  return even > odd * 10 ? 'utf-16be' : null
}

/** How the bytes beyond ASCII read under each encoding; gathered from samples of any part of a file. */
export type HighByteEvidence = {
  /** Bytes of well-formed and of broken UTF-8 sequences. */
  utf8: number
  notUtf8: number
  /** Pairs of GBK that are usual Chinese characters or punctuation, and bytes that fit no pair. */
  usualPairs: number
  oddPairs: number
  brokenGbk: number
  /** Single high bytes between Latin letters (Müller), and high bytes undefined in cp1252. */
  lettersInWords: number
  undefined1252: number
}

export function noEvidence(): HighByteEvidence {
  return { utf8: 0, notUtf8: 0, usualPairs: 0, oddPairs: 0, brokenGbk: 0, lettersInWords: 0, undefined1252: 0 }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}

const notIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  for (let step = 1; step < length; step++) if ((bytes[at + step]! & 0xc0) !== 0x80) return 0
  return length
}

/** Adds what a stretch of bytes shows; it should begin and end between lines. */
export function gatherHighBytes(bytes: Uint8Array, evidence: HighByteEvidence): void {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    const length = utf8Length(bytes, at)
    if (length) {
      evidence.utf8 += length
      at += length - 1
    } else evidence.notUtf8++
  }
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    if (notIn1252.has(byte)) evidence.undefined1252++
    const next = bytes[at + 1] ?? 0
    const usual = ((byte >= 0xb0 && byte <= 0xf7) || (byte >= 0xa1 && byte <= 0xa3)) && next >= 0xa1 && next <= 0xfe
    const afterLetter = isLetter(bytes[at - 1])
    if (afterLetter && (isLetter(next) || (!usual && next < 0x40))) evidence.lettersInWords++
    else if (!usual && isLetter(next) && next >= 0x61 && !((bytes[at - 1] ?? 0) >= 0x80)) evidence.lettersInWords++
    if (usual) {
      // "Müßig": a pair between small Latin letters is two accented letters.
      if (afterLetter && bytes[at - 1]! >= 0x61 && isLetter(bytes[at + 2]) && bytes[at + 2]! >= 0x61)
        evidence.lettersInWords++
      else evidence.usualPairs++
      at++
    } else if (
      byte !== 0x80 &&
      byte !== 0xff &&
      ((next >= 0x40 && next <= 0xfe && next !== 0x7f) || (next >= 0x30 && next <= 0x39))
    ) {
      evidence.oddPairs++
      at++
    } else evidence.brokenGbk++
  }
}

/** The encoding of a file whose bytes are not UTF-8 throughout, and whether that is beyond doubt. */
export function decideEncoding(evidence: HighByteEvidence): { encoding: Encoding; sure: boolean } {
  const high = evidence.utf8 + evidence.notUtf8
  // A few damaged letters do not make another encoding: those rows are set aside.
  if (evidence.utf8 > 0 && evidence.notUtf8 <= high * 0.05) return { encoding: 'utf-8', sure: true }
  const gbk = evidence.usualPairs * 2
  const latin = evidence.lettersInWords * 2 + evidence.brokenGbk * 2 + evidence.oddPairs
  if (gbk > latin) return { encoding: 'gb18030', sure: gbk >= 8 ? gbk > latin * 3 : latin === 0 }
  return { encoding: 'windows-1252', sure: latin > gbk * 2 }
}
