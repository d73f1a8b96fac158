import { gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { inShort, readBytes } from './read-file.fixture.ts'

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const header = ['Invoice No', 'Customer', 'Invoice Date', 'Item', 'Qty', 'Net amount']

describe('a workbook', () => {
  it('gives days, exact amounts and codes as they are shown', async () => {
    const bytes = await workbook(book => {
      const sheet = book.addWorksheet('Ledger')
      sheet.addRow(['Sales ledger 2013'])
      sheet.addRow([])
      sheet.addRow(header)
      sheet.addRow([4711, '00017', new Date(Date.UTC(2013, 4, 4)), 'A1', 2, 2024.994])
      sheet.addRow([4712, 'C & <2>', new Date(Date.UTC(2013, 4, 14, 8, 26)), 'A2', -1, 0.1 + 0.2])
      sheet.addRow([
        4713,
        { richText: [{ text: 'C' }, { text: '3', font: { bold: true } }] },
        '15.05.2013',
        'A3',
        1,
        { formula: '1+1', result: 1234567.89 },
      ])
      sheet.addRow([])
      sheet.addRow([4714, null, new Date(Date.UTC(2013, 4, 16)), 'A3', 1, 5])
      sheet.getColumn(3).numFmt = 'dd.mm.yyyy'
    })
    const file = await readBytes(bytes)
    expect(file.questions).toEqual([])
    expect(inShort(file)).toEqual([
      '00017 4711 2013-05-04 2024.994',
      'C & <2> 4712 2013-05-14 0.3',
      'C3 4713 2013-05-15 1234567.89',
    ])
    expect(file.setAside).toMatchObject([{ row: 8, reason: 'account_missing' }])
    expect(file.rows).toBe(4)
  })

  it('is read gzipped', async () => {
    const bytes = await workbook(book => {
      const sheet = book.addWorksheet('L')
      sheet.addRow(header)
      sheet.addRow(['R1', 'C1', '2013-05-04', 'A', 1, 2.5])
    })
    expect(inShort(await readBytes(gzipSync(bytes)))).toEqual(['C1 R1 2013-05-04 2.5'])
  })

  it('is read from the sheet that holds the table, and asks where two do', async () => {
    const rows = (sheet: ExcelJS.Worksheet, document: string) => {
      sheet.addRow(header)
      sheet.addRow([document, 'C1', '2013-05-04', 'A', 1, 2.5])
    }
    const one = await workbook(book => {
      book.addWorksheet('Notes').addRow(['Read me', 'first'])
      rows(book.addWorksheet('Data'), 'R1')
    })
    expect((await readBytes(one)).detection.shape?.sheet).toBe('Data')
    const two = await workbook(book => {
      rows(book.addWorksheet('January'), 'R1')
      rows(book.addWorksheet('February'), 'R2')
    })
    expect((await readBytes(two)).questions).toEqual(['sheet'])
    expect(inShort(await readBytes(two, { sheet: 'February' }))).toEqual(['C1 R2 2013-05-04 2.5'])
  })

  it('does not take a point between three digits for a doubt: its numbers are numbers', async () => {
    const bytes = await workbook(book => {
      const sheet = book.addWorksheet('L')
      sheet.addRow(header)
      sheet.addRow(['R1', 'C1', '2013-05-04', 'A', 1, 1.234])
    })
    expect(inShort(await readBytes(bytes))).toEqual(['C1 R1 2013-05-04 1.234'])
  })

  it('that was cut off is refused', async () => {
    const bytes = await workbook(book => book.addWorksheet('L').addRow(header))
    await expect(readBytes(bytes.subarray(0, bytes.length - 200))).rejects.toMatchObject({ code: 'file_damaged' })
  })
})

describe('a Parquet file', () => {
  const bytes = () =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'document', data: [90071992547409931n, 2n, 3n], type: 'INT64' },
          { name: 'account', data: ['C1', 'C2', ''], type: 'STRING' },
          {
            name: 'day',
            data: [new Date('2013-05-04'), new Date('2013-05-14'), new Date('2013-05-15')],
            type: 'TIMESTAMP',
          },
          { name: 'quantity', data: [1, 2, 3], type: 'INT32' },
          { name: 'net', data: [2024.994, 0.1, -5], type: 'DOUBLE' },
          { name: 'unit_price', data: [2024.994, 0.05, -1.6666], type: 'FLOAT' },
        ],
      } as Parameters<typeof parquetWriteBuffer>[0]),
    )

  it('gives exact integers, days and the shortest decimals', async () => {
    const file = await readBytes(bytes())
    expect(inShort(file)).toEqual(['C1 90071992547409931 2013-05-04 2024.994', 'C2 2 2013-05-14 0.1'])
    expect(file.lines[1]!.unitPrice).toBe('0.05')
    expect(file.setAside).toMatchObject([{ row: 4, reason: 'account_missing' }])
  })

  it('is read gzipped', async () => {
    expect((await readBytes(gzipSync(bytes()))).lines).toHaveLength(2)
  })

  it('keeps integers exact that no double holds', async () => {
    const decimal = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: 'document', data: ['R1', 'R2'] },
          { name: 'account', data: ['C1', 'C2'] },
          { name: 'day', data: ['2013-05-04', '2013-05-05'] },
          { name: 'net', data: [12345678901234567n, -5n] },
        ],
        schema: [
          { name: 'root', num_children: 4 },
          { name: 'document', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'account', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'day', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'net', type: 'INT64', repetition_type: 'REQUIRED' },
        ],
      } as Parameters<typeof parquetWriteBuffer>[0]),
    )
    expect((await readBytes(decimal)).lines.map(line => line.net)).toEqual(['12345678901234567', '-5'])
  })

  it('that was cut off is refused', async () => {
    await expect(readBytes(bytes().subarray(0, 100))).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
