import { Refusal } from '../platform/refusal.ts'
import { PieceDecoder, statedEncoding } from '../supply/messages/interchange/character-set.ts'
import type { InterchangeFacts } from '../supply/messages/interchange/interchange-facts.ts'
import { isReport } from '../supply/messages/interchange/message-rules.ts'
import { AcknowledgementReader, type Verdict } from '../supply/messages/interchange/read-acknowledgements.ts'
import { InterchangeReader } from '../supply/messages/interchange/read-interchange.ts'
import { refuseFaulty } from '../supply/messages/interchange-refused.ts'
import { senderText } from '../supply/messages/partner.ts'
import { EdifactReportReader } from '../supply/messages/reports/read-edifact-report.ts'
import { X12ReportReader } from '../supply/messages/reports/read-x12-report.ts'
import { cellsOfItem, itemColumns } from '../supply/messages/reports/reported-item.ts'
import type { Encoding } from './encoding.ts'
import { fileBytes, type SourceFile } from './open-file.server.ts'
import type { Reading } from './read-text.server.ts'
import { emptyBatch, joinCells, type RecordBatch } from './record-batch.ts'
import type { Corrections, Shape } from './shape.ts'

/** How the items of an interchange stand as rows: cells of a fixed order, one row a line and place. */
export function interchangeShape(file: SourceFile, encoding: Encoding | null): Shape {
  return {
    kind: 'interchange',
    format: 'interchange',
    gzip: file.gzip,
    encoding,
    delimiter: null,
    newline: null,
    sheet: null,
    headerRow: 0,
    headers: [...itemColumns],
    columns: Object.fromEntries(itemColumns.map((column, at) => [column, at])),
    dayOrder: 'ymd',
    serialDays: [],
    decimal: 'dot',
    decimalOf: {},
    wholeNumbers: [],
    discount: null,
    currency: null,
    currencies: {},
    documentByDay: false,
  }
}

/** A flag may repeat what the content says, never contradict it. */
export function refuseOtherKind(file: SourceFile, { kind }: Corrections): void {
  if (kind === undefined || ['interchange', 'stock', 'sell-through'].includes(kind)) return
  throw new Refusal('kind_contradicts', { file: file.name, kind, found: 'an X12 or EDIFACT interchange' })
}

/** What was read of a file once its rows have been: filled while they are. */
export type InterchangesRead = { interchanges: readonly InterchangeFacts[]; verdicts: readonly Verdict[] }

/**
 * The items of an interchange as rows, in one pass: time grows with the file, memory with a piece of it. `read` is filled
 * as it goes. @throws InterchangeRefused at the end, where anything is wrong with any interchange of the file
 */
export async function* interchangeRows(
  file: SourceFile,
  encoding: Encoding | null,
  read: { -readonly [Name in keyof InterchangesRead]: InterchangesRead[Name] },
  reading: Reading = {},
): AsyncGenerator<RecordBatch> {
  const verdicts: Verdict[] = []
  let batch = emptyBatch()
  let number = 0
  let sender = ''
  let report: X12ReportReader | EdifactReportReader | null = null
  let acknowledgement: AcknowledgementReader | null = null
  const reader = new InterchangeReader({
    begins: (message, { standard, sender: name, test }) => {
      sender = senderText(standard, name, test)
      if (!isReport(message.type)) {
        acknowledgement = message.known ? new AcknowledgementReader() : null
        return
      }
      const Reader = standard === 'x12' ? X12ReportReader : EdifactReportReader
      report = new Reader(`${message.type} ${message.control}`, item => {
        const cells = cellsOfItem(sender, item)
        batch.numbers.push(++number)
        batch.cells.push(cells)
        batch.raws.push(joinCells(cells))
      })
    },
    segment: segment => (report ?? acknowledgement)?.segment(segment),
    ends: () => {
      report?.end()
      if (acknowledgement) verdicts.push(...acknowledgement.verdicts)
      report = null
      acknowledgement = null
    },
  })
  read.interchanges = reader.interchanges
  read.verdicts = verdicts
  let decoder: PieceDecoder | null = null
  for await (const bytes of fileBytes(file, reading)) {
    decoder ??= new PieceDecoder(encoding ?? statedEncoding(bytes.toString('latin1', 0, 512)))
    reader.push(decoder.push(bytes))
    if (batch.numbers.length === 0) continue
    yield batch
    batch = emptyBatch()
  }
  reader.push(decoder?.end() ?? '')
  reader.end()
  if (batch.numbers.length > 0) yield batch
  refuseFaulty(reader.interchanges)
}
