import type { DemoCompany } from './demo-company.ts'
import type { DemoLine } from './invoice-lines.ts'

/** A file as the company's ERP would export it; `rows` are made while they are read. */
export type DemoFile = {
  name: string
  kind: 'accounts' | 'products' | 'rates' | 'contacts' | 'invoices' | 'costs'
  header: readonly string[]
  rows: () => Iterable<readonly string[]>
}

const invoiceHeader = [
  'Document No',
  'Line No',
  'Invoice Date',
  'Customer Code',
  'Item No',
  'Quantity',
  'Unit Price',
  'Discount Percent',
  'Net Amount',
  'Cost Amount',
  'Currency',
  'Line Type',
]

const fiscalYears = [2023, 2024, 2025, 2026]

/** In the order in which they are imported: master data and rates before the invoices that refer to them. */
export function demoFiles(company: DemoCompany): DemoFile[] {
  return [
    accountsFile(company),
    productsFile(company),
    ratesFile(company),
    ...fiscalYears.map(year => invoicesFile(company, year)),
    correctionsFile(company),
    costsFile(company),
    contactsFile(company),
  ]
}

function accountsFile(company: DemoCompany): DemoFile {
  return {
    name: 'customers.csv',
    kind: 'accounts',
    header: [
      'Customer Code',
      'Name',
      'Country',
      'Region',
      'City',
      'Level',
      'Parent Code',
      'Salesperson',
      'Customer Since',
      'Legal Standing Confirmed On',
    ],
    rows: () =>
      company.accounts.map(account => [
        account.code,
        account.name,
        account.place.country,
        `${account.place.region} ${account.place.regionChinese}`,
        `${account.place.city} ${account.place.cityChinese}`,
        account.level ?? '',
        account.parentCode ?? '',
        account.salesperson,
        account.cooperationSince,
        account.legalStandingConfirmedOn ?? '',
      ]),
  }
}

function productsFile(company: DemoCompany): DemoFile {
  return {
    name: 'items.csv',
    kind: 'products',
    header: ['Item No', 'Name', 'Category', 'Subcategory', 'Unit', 'List Price', 'Standard Cost', 'Currency'],
    rows: () =>
      company.products.map(product => [
        product.code,
        `${product.name} ${product.nameChinese}`,
        `${product.noun} ${product.nounChinese}`,
        `${product.family} ${product.familyChinese}`,
        'pcs',
        product.listPrice,
        product.standardCost,
        'CNY',
      ]),
  }
}

function ratesFile(company: DemoCompany): DemoFile {
  return {
    name: 'exchange-rates.csv',
    kind: 'rates',
    header: ['From Currency', 'To Currency', 'Rate Date', 'Exchange Rate'],
    rows: () => company.rates.map(({ currency, day, rate }) => [currency, 'CNY', day, rate]),
  }
}

function invoicesFile(company: DemoCompany, year: number): DemoFile {
  return {
    name: `invoices-${year}.csv`,
    kind: 'invoices',
    header: invoiceHeader,
    *rows() {
      for (const line of company.invoiceLines(`${year}-01-01`, `${year}-12-31`)) yield invoiceRow(line)
    },
  }
}

/** What accounting found wrong in October: new costs for some lines, and rows that nobody can book as they are. */
function correctionsFile(company: DemoCompany): DemoFile {
  return {
    name: 'invoices-2026-10-corrections.csv',
    kind: 'invoices',
    header: invoiceHeader,
    *rows() {
      let position = 0
      let corrected = 0
      for (const line of company.invoiceLines('2026-10-12', '2026-10-16')) {
        position++
        if (line.kind !== 'sale' || position % 37 !== 0) continue
        corrected++
        const cost = Math.round(Number(line.cost.replace('.', '')) * 1.02)
        yield invoiceRow({ ...line, cost: `${Math.floor(cost / 100)}.${String(cost % 100).padStart(2, '0')}` })
        if (corrected % 5 === 0) yield damaged(invoiceRow(line), corrected)
      }
    },
  }
}

/** A row under a number of its own without a customer, with an impossible date or a remark in place of an amount. */
function damaged(row: string[], position: number): string[] {
  const broken = row.with(0, `IN2610-9${String(position).padStart(3, '0')}`)
  if (position % 15 === 0) return broken.with(2, '2026-10-32')
  if (position % 10 === 0) return broken.with(8, '待定 to be agreed')
  return broken.with(3, '')
}

function costsFile(company: DemoCompany): DemoFile {
  return {
    name: 'cost-to-serve.csv',
    kind: 'costs',
    header: ['Customer Code', 'Cost Date', 'Cost Type', 'Cost Amount', 'Currency', 'Note'],
    rows: () => company.costs.map(({ account, day, kind, amount, note }) => [account, day, kind, amount, 'CNY', note]),
  }
}

function contactsFile(company: DemoCompany): DemoFile {
  return {
    name: 'contacts.csv',
    kind: 'contacts',
    header: ['Customer Code', 'Contact Name', 'Job Title', 'Department', 'E-mail', 'Phone', 'WeChat'],
    rows: () =>
      company.contacts.map(({ account, name, role, department, email, phone, wechat }) => [
        account,
        name,
        role,
        department,
        email,
        phone,
        wechat,
      ]),
  }
}

const kindWords = { sale: 'Sale', return: 'Return', 'free of charge': 'Free of charge' } as const

function invoiceRow(line: DemoLine): string[] {
  return [
    line.document,
    String(line.line),
    line.day,
    line.account,
    line.product,
    line.quantity,
    line.unitPrice,
    percent(line.discountRate),
    line.net,
    line.cost,
    line.currency,
    kindWords[line.kind],
  ]
}

/** '0.325' as '32.5', '1' as '100.0'. */
function percent(rate: string): string {
  const thousandths = rate === '1' ? 1000 : Number(rate.slice(2))
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}`
}

/** The file as CSV text in chunks of some 64 kB. */
export function* csvChunks(file: DemoFile): Generator<string> {
  let text = csvRow(file.header)
  for (const row of file.rows()) {
    text += csvRow(row)
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  if (text) yield text
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}
