import { PassThrough, Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import exceljs from 'exceljs'
import type { Language } from '../platform/language.ts'
import { exportColumns } from './account-export-columns.ts'
import type { ListedAccount } from './accounts-list.contract.ts'

type Pages = AsyncIterable<ListedAccount[]>

/** UTF-8 with a byte order mark, without which Excel garbles Chinese; amounts as they are, to the last digit. */
export function accountsCsv(pages: Pages, language: Language): Readable {
  async function* lines() {
    yield Buffer.from(`\uFEFF${stringify([exportColumns.map(column => column.title[language])])}`)
    for await (const page of pages) {
      const rows = page.map(account => exportColumns.map(column => column.cell(account, language).value))
      yield Buffer.from(stringify(rows))
    }
  }
  return Readable.from(lines())
}

/** Digits that a spreadsheet's number holds; an amount with more is written as text rather than rounded. */
const exactDigits = 15

function sheetNumber(value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value
  return value.replace(/[-.]/g, '').replace(/^0+/, '').length > exactDigits ? value : Number(value)
}

/** Written row by row as the pages come; a reader that goes away ends it. */
export function accountsXlsx(pages: Pages, language: Language): Readable {
  const out = new PassThrough()
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true })
  const write = async () => {
    const sheet = workbook.addWorksheet(language === 'en' ? 'Accounts' : '客户', {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    sheet.columns = exportColumns.map(column => ({ header: column.title[language], width: 16 }))
    sheet.getRow(1).font = { bold: true }
    for await (const page of pages) {
      if (out.destroyed) return
      for (const account of page) {
        const cells = exportColumns.map(column => column.cell(account, language))
        sheet.addRow(cells.map(cell => (cell.kind === 'text' ? cell.value : sheetNumber(cell.value)))).commit()
      }
      if (out.writableNeedDrain) await new Promise(resolve => out.once('drain', resolve).once('close', resolve))
    }
    sheet.commit()
    await workbook.commit()
  }
  write().catch(error => out.destroy(error))
  return out
}
