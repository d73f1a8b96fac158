import { isAscii, isUtf8 } from 'node:buffer'
import {
  decideEncoding,
  type Encoding,
  gatherHighBytes,
  looksLikeUtf16,
  noEvidence,
  readByteOrderMark,
} from './encoding.ts'
import { fileBytes, type SourceFile } from './open-file.server.ts'

export type EncodingFound = { encoding: Encoding; sure: boolean; sample: Buffer }

/** Bytes of doubtful lines that are looked at; more would not say more. */
const enough = 1 << 20

/** The encoding of a text, from its mark or from all of its bytes; `sample` holds lines beyond ASCII for a question. */
export async function scanEncoding(file: SourceFile, signal?: AbortSignal): Promise<EncodingFound> {
  let first = true
  let rest: Buffer = Buffer.alloc(0)
  let valid = true
  const evidence = noEvidence()
  let gathered = 0
  let sample: Buffer = Buffer.alloc(0)
  for await (const chunk of fileBytes(file, { signal })) {
    if (first) {
      first = false
      const mark = readByteOrderMark(chunk)
      if (mark) return { encoding: mark.encoding, sure: true, sample }
      const wide = looksLikeUtf16(chunk)
      if (wide) return { encoding: wide, sure: true, sample }
    }
    if (rest.length === 0 && isAscii(chunk)) continue
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    // Whole lines only: no character is cut.
    const end = joined.lastIndexOf(10) + 1 || (joined.length > enough ? joined.length : 0)
    const lines = joined.subarray(0, end)
    rest = Buffer.from(joined.subarray(end))
    if (lines.length === 0 || isAscii(lines)) continue
    if (valid && isUtf8(lines)) {
      if (gathered < enough) {
        gathered += lines.length
        gatherHighBytes(lines, evidence)
      }
      continue
    }
    valid = false
    if (gathered < enough * 4) {
      gathered += lines.length
      gatherHighBytes(lines, evidence)
      if (sample.length === 0) sample = doubtfulLines(lines)
    }
  }
  if (rest.length > 0 && !isAscii(rest)) {
    if (!isUtf8(rest)) {
      valid = false
      if (sample.length === 0) sample = doubtfulLines(rest)
    }
    gatherHighBytes(rest, evidence)
  }
  return valid ? { encoding: 'utf-8', sure: true, sample } : { ...decideEncoding(evidence), sample }
}

function doubtfulLines(lines: Buffer): Buffer {
  const found: Buffer[] = []
  let from = 0
  while (from < lines.length && found.length < 5) {
    const end = lines.indexOf(10, from)
    const line = lines.subarray(from, end < 0 ? lines.length : end)
    if (!isAscii(line)) found.push(Buffer.from(line.subarray(0, 200)))
    from = end < 0 ? lines.length : end + 1
  }
  return Buffer.concat(found.flatMap(line => [line, Buffer.from('\n')]))
}
