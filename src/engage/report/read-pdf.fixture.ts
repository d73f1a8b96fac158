import { inflateSync } from 'node:zlib'

export type PdfRead = { pages: number; text: string; embeddedFonts: number }

/** Reads back the text that a reader of the PDF could select and copy: glyphs by the ToUnicode map of their font. */
export function readPdf(file: Buffer): PdfRead {
  const objects = new Map<string, { head: string; stream: Buffer | null }>()
  const raw = file.toString('latin1')
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, id, body] = match
    const begin = body!.indexOf('stream\n')
    const head = begin < 0 ? body! : body!.slice(0, begin)
    objects.set(id!, { head, stream: begin < 0 ? null : streamOf(body!, begin, head) })
  }
  const maps = new Map<string, Map<string, string>>()
  for (const { head } of objects.values())
    for (const [, name, font] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = objects.get(font!)?.head.match(/\/ToUnicode (\d+) 0 R/)?.[1]
      if (unicode) maps.set(name!, glyphMap(objects.get(unicode)!.stream!.toString('latin1')))
    }
  let text = ''
  for (const { head, stream } of objects.values())
    if (stream && !/\/(Type|Length1|Subtype)/.test(head)) text += textOf(stream.toString('latin1'), maps)
  return {
    pages: [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).length,
    text,
    embeddedFonts: [...objects.values()].filter(({ head }) => /\/FontFile[23] /.test(head)).length,
  }
}

function streamOf(body: string, begin: number, head: string): Buffer {
  const bytes = Buffer.from(body.slice(begin + 'stream\n'.length, body.lastIndexOf('\nendstream')), 'latin1')
  return head.includes('FlateDecode') ? inflateSync(bytes) : bytes
}

/** `<0000> <0002> [<4e2d> <6587> <0066 0066>]`: the last is a ligature. */
function glyphMap(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>()
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    for (const [place, [, code]] of [...list!.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const units = code!.match(/[0-9a-f]{4}/gi)!.map(unit => Number.parseInt(unit, 16))
      glyphs.set((Number.parseInt(from!, 16) + place).toString(16).padStart(4, '0'), String.fromCharCode(...units))
    }
  }
  return glyphs
}

function textOf(content: string, maps: ReadonlyMap<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined
  let text = ''
  for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = maps.get(name)
    for (const [, hex] of (glyphs ?? '').matchAll(/<([0-9a-f]+)>/gi))
      text += hex!
        .match(/.{4}/g)!
        .map(glyph => font?.get(glyph.toLowerCase()) ?? '�')
        .join('')
    if (glyphs !== undefined) text += '\n'
  }
  return text
}
