import { Refusal } from '../platform/refusal.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Reading } from './read-text.server.ts'
import { addRecord, emptyBatch, joinCells, type RecordBatch } from './record-batch.ts'
import {
  attribute,
  columnIndex,
  isBuiltInDay,
  richText,
  shownDay,
  shownNumber,
  showsDay,
  unescapeXml,
} from './workbook-cells.ts'
import { openZip, type ZipArchive } from './zip.server.ts'

export type Workbook = {
  /** Visible sheets in their order. */
  sheets: { name: string; part: string }[]
  readSheet: (name: string, reading?: Reading) => AsyncGenerator<RecordBatch>
}

/** Characters of one row's XML, and of all shared texts; more is no table of a person. */
const longestRow = 8 * 2 ** 20
const mostSharedText = 400 * 2 ** 20
const batchRows = 2_000
const mostColumns = 4_000

/** Opens an Office Open XML workbook; its shared texts are kept in memory, its sheets are streamed. */
export async function openWorkbook(file: SourceFile): Promise<Workbook> {
  const zip = await openZip(file.path)
  const book = zip.names.find(name => /^xl\/workbook\d*\.xml$/i.test(name))
  if (!book)
    throw new Refusal('format_unsupported', { file: file.name, format: zip.has('content.xml') ? 'ods' : 'zip' })
  const xml = await wholeText(zip, book)
  const targets = await relationships(zip, book)
  const from1904 = /<workbookPr[^>]*date1904\s*=\s*["'](?:1|true)["']/i.test(xml)
  const all = [...xml.matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name') ?? '',
    hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
    part: targets.get(attribute(tag, 'id') ?? '') ?? '',
  }))
  const sheets = all.filter(sheet => /worksheets?\//i.test(sheet.part) && zip.has(sheet.part))
  const visible = sheets.filter(sheet => !sheet.hidden)
  let context: Promise<CellContext> | undefined
  return {
    sheets: visible.length > 0 ? visible : sheets,
    async *readSheet(name, reading = {}) {
      const sheet = sheets.find(each => each.name === name)
      if (!sheet) throw new Refusal('sheet_unknown', { sheet: name })
      context ??= readContext(zip, from1904)
      yield* readRows(zip, sheet.part, await context, reading)
    },
  }
}

type CellContext = { texts: string[]; dayStyles: boolean[]; from1904: boolean }

async function* xmlText(zip: ZipArchive, part: string, reading: Reading = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let prefix: string | null = null
  let rest = ''
  for await (const bytes of zip.bytes(part, reading.signal)) {
    let text = rest + decoder.decode(bytes, { stream: true })
    rest = ''
    const open = text.lastIndexOf('<')
    if (open > text.lastIndexOf('>') && text.length - open < longestRow) {
      rest = text.slice(open)
      text = text.slice(0, open)
    }
    // Some programs give every tag a prefix (<x:row>).
    prefix ??= /<(\w+:)(?:worksheet|sst|workbook|styleSheet)\b/.exec(text)?.[1] ?? ''
    if (prefix) text = text.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
    yield text
  }
  if (rest) yield rest
}

async function wholeText(zip: ZipArchive, part: string): Promise<string> {
  let text = ''
  for await (const piece of xmlText(zip, part)) {
    text += piece
    if (text.length > 64 * 2 ** 20) throw new Refusal('file_expands_too_much', { megabytes: 64 })
  }
  return text
}

async function relationships(zip: ZipArchive, book: string): Promise<Map<string, string>> {
  const part = book.replace(/([^/]+)$/, '_rels/$1.rels')
  const targets = new Map<string, string>()
  if (!zip.has(part)) return targets
  for (const [tag] of (await wholeText(zip, part)).matchAll(/<Relationship\s[^>]*>/g)) {
    const target = (attribute(tag, 'Target') ?? '').replace(/^\.\//, '')
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return targets
}

async function readContext(zip: ZipArchive, from1904: boolean): Promise<CellContext> {
  return { texts: await sharedTexts(zip), dayStyles: await dayStyles(zip), from1904 }
}

async function sharedTexts(zip: ZipArchive): Promise<string[]> {
  const part = zip.names.find(name => /^xl\/sharedStrings\.xml$/i.test(name))
  const texts: string[] = []
  if (!part) return texts
  let rest = ''
  let total = 0
  for await (const piece of xmlText(zip, part)) {
    rest += piece
    const end = rest.lastIndexOf('</si>')
    const empty = rest.lastIndexOf('<si/>')
    const cut = Math.max(end, empty)
    if (cut < 0) {
      if (rest.length > longestRow) throw new Refusal('file_damaged', { detail: 'a shared text does not end' })
      continue
    }
    for (const item of rest.slice(0, cut + 5).matchAll(/<si\s*\/>|<si(?:\s[^>]*)?>([\s\S]*?)<\/si>/g)) {
      const text = item[1] === undefined ? '' : richText(item[1])
      total += text.length
      if (total > mostSharedText) throw new Refusal('file_expands_too_much', { megabytes: Math.round(total / 2 ** 20) })
      texts.push(text)
    }
    rest = rest.slice(cut + 5)
  }
  return texts
}

async function dayStyles(zip: ZipArchive): Promise<boolean[]> {
  const part = zip.names.find(name => /^xl\/styles\.xml$/i.test(name))
  if (!part) return []
  const xml = await wholeText(zip, part)
  const formats = new Map<number, string>()
  for (const [tag] of xml.matchAll(/<numFmt\s[^>]*>/g)) {
    formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
  }
  const cells = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? ''
  return [...cells.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const format = formats.get(id)
    return format === undefined ? isBuiltInDay(id) : showsDay(format)
  })
}

async function* readRows(
  zip: ZipArchive,
  part: string,
  context: CellContext,
  reading: Reading,
): AsyncGenerator<RecordBatch> {
  let rest = ''
  let number = 0
  let batch = emptyBatch()
  let inside = false
  for await (const piece of xmlText(zip, part, reading)) {
    reading.onBytes?.(Math.round((piece.length / 8) | 0))
    rest += piece
    if (!inside) {
      const start = rest.indexOf('<sheetData')
      if (start < 0) {
        rest = rest.slice(-16)
        continue
      }
      rest = rest.slice(start)
      inside = true
    }
    let at = 0
    for (;;) {
      const start = rest.indexOf('<row', at)
      if (start < 0) break
      const tagEnd = rest.indexOf('>', start)
      if (tagEnd < 0) break
      const selfClosed = rest[tagEnd - 1] === '/'
      const end = selfClosed ? tagEnd + 1 : rest.indexOf('</row>', tagEnd)
      if (end < 0) break
      number = Number(rowNumber.exec(rest.slice(start + 4, tagEnd))?.[1] ?? number + 1)
      if (!selfClosed) {
        const cells = readCells(rest.slice(tagEnd + 1, end), context)
        addRecord(batch, { number, cells, raw: joinCells(cells), fault: null })
      }
      at = selfClosed ? end : end + 6
    }
    rest = rest.slice(at)
    if (rest.length > longestRow) throw new Refusal('file_damaged', { detail: 'a row does not end' })
    if (batch.numbers.length >= batchRows) {
      yield batch
      batch = emptyBatch()
    }
  }
  if (batch.numbers.length > 0) yield batch
}

const rowNumber = / r="(\d+)"/
const cellReference = / r="([A-Z]+)/
const cellType = / t="(\w+)"/
const cellStyle = / s="(\d+)"/
const cellPattern = /<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g
const valuePattern = /<v(?:\s[^>]*)?>([^<]*)<\/v>/

function readCells(xml: string, context: CellContext): string[] {
  const cells: string[] = []
  cellPattern.lastIndex = 0
  for (let found = cellPattern.exec(xml); found; found = cellPattern.exec(xml)) {
    const tag = found[1] ?? ''
    const body = found[2]
    const reference = cellReference.exec(tag)?.[1]
    const column = reference ? columnIndex(reference) : cells.length
    if (column >= mostColumns) continue
    while (cells.length < column) cells.push('')
    cells[column] = body ? readCell(tag, body, context) : ''
  }
  return cells
}

function readCell(tag: string, body: string, context: CellContext): string {
  const type = cellType.exec(tag)?.[1] ?? 'n'
  if (type === 'inlineStr') return richText(body)
  const value = valuePattern.exec(body)?.[1]
  if (value === undefined) return ''
  if (type === 's') return context.texts[Number(value)] ?? ''
  if (type === 'str' || type === 'e') return unescapeXml(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?$/, '')
  const style = cellStyle.exec(tag)?.[1]
  return style && context.dayStyles[Number(style)] ? shownDay(value, context.from1904) : shownNumber(value)
}
