import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoCompany, demoCompany } from './demo-company.ts'
import { csvChunks, type DemoFile, demoFiles } from './demo-files.ts'

describe('the files of the demo company', () => {
  let company: DemoCompany
  let files: DemoFile[]

  beforeAll(() => {
    company = demoCompany()
    files = demoFiles(company)
  })

  it('hold all the lines of the ledger, one file for each fiscal year', () => {
    const years = files.filter(file => /^invoices-\d{4}\.csv$/.test(file.name))
    expect(years.map(file => file.name.slice(9, 13))).toEqual(['2023', '2024', '2025', '2026'])
    const rows = years.reduce((sum, file) => sum + count(file.rows()), 0)
    expect(rows).toBe(count(company.invoiceLines()))
  })

  it('have as many cells in every row as in the header', () => {
    for (const file of files) {
      for (const row of file.rows()) if (row.length !== file.header.length) expect(row).toHaveLength(file.header.length)
    }
    expect(files).toHaveLength(10)
  })

  it('correct some costs afterwards and hold a few rows that cannot be booked', () => {
    const rows = [...(files.find(file => file.name.endsWith('corrections.csv'))?.rows() ?? [])]
    const corrected = rows.filter(row => !row[0]?.startsWith('IN2610-9'))
    expect(corrected.length).toBeGreaterThan(30)
    expect(rows.length - corrected.length).toBeGreaterThan(4)
    const known = new Map(
      [...company.invoiceLines('2026-10-12', '2026-10-16')].map(line => [`${line.document}/${line.line}`, line]),
    )
    for (const row of corrected) {
      const line = known.get(`${row[0]}/${row[1]}`)
      expect(Number(row[9])).toBeGreaterThan(Number(line?.cost))
      expect(row[8]).toBe(line?.net)
    }
  })

  it('quote what would break a row', () => {
    const items = files.find(file => file.kind === 'products') as DemoFile
    const text = [...csvChunks(items)].join('')
    expect(text).toContain('"Jetty 3008G, 8 gigabit ports')
    expect(text.trimEnd().split('\n')).toHaveLength(201)
  })
})

function count(rows: Iterable<unknown>): number {
  let total = 0
  for (const _ of rows) total++
  return total
}
