import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eachDataRow } from './data-rows.server.ts'
import { type Detection, detectFile } from './detect-file.server.ts'
import { readTable } from './find-table.server.ts'
import { type InvoiceLine, invoiceMapper, isProblem } from './map-invoice-line.ts'
import { type RecordFields, recordMapper } from './map-record.ts'
import { openFile } from './open-file.server.ts'
import type { Corrections } from './shape.ts'

export type FileRead = {
  detection: Detection
  questions: string[]
  lines: InvoiceLine[]
  records: RecordFields[]
  setAside: { row: number; reason: string; field: string | null; raw: string }[]
  rows: number
}

/** Reads bytes as an import would read a file of that name, up to the door of the ledger. */
export async function readBytes(
  bytes: Uint8Array | string,
  corrections: Corrections = {},
  baseCurrency: string | null = null,
): Promise<FileRead> {
  const directory = await mkdtemp(join(tmpdir(), 'vitalfew-test-'))
  try {
    const path = join(directory, 'file')
    await writeFile(path, bytes)
    return await readPath(path, corrections, baseCurrency)
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function readPath(
  path: string,
  corrections: Corrections = {},
  baseCurrency: string | null = null,
): Promise<FileRead> {
  const file = await openFile(path)
  try {
    const detection = await detectFile(file, corrections, { baseCurrency, currenciesWithRates: new Set() })
    const read: FileRead = {
      detection,
      questions: detection.questions.map(question => question.code),
      lines: [],
      records: [],
      setAside: [],
      rows: 0,
    }
    const { shape } = detection
    if (!shape || read.questions.length > 0) return read
    const map = shape.kind === 'invoices' ? invoiceMapper(shape) : recordMapper(shape)
    for await (const batch of await readTable(file, shape)) {
      read.rows += eachDataRow(
        batch,
        shape,
        (row, cells, raw) => {
          const mapped = map(cells)
          if (isProblem(mapped)) read.setAside.push({ row, reason: mapped.reason, field: mapped.field, raw })
          else if (shape.kind === 'invoices') read.lines.push(mapped as InvoiceLine)
          else read.records.push(mapped as RecordFields)
        },
        (row, reason, raw) => read.setAside.push({ row, reason, field: null, raw }),
      )
    }
    return read
  } finally {
    await file.close()
  }
}

/** The four things that matter most of each line, to compare in one look. */
export function inShort(read: FileRead): string[] {
  return read.lines.map(line => `${line.account} ${line.document} ${line.day} ${line.net}`)
}
