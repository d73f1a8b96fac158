import { type SharingPolicy, usualPolicy } from './allocation-policy.ts'
import type { GoodsRequest, GoodsSupply } from './share-goods.ts'

/** What a file of requests and supply says. */
export type GoodsFile = { requests: GoodsRequest[]; supply: GoodsSupply[]; policy: SharingPolicy | null }

/** What is wrong with a file, as a sentence that names the row. */
export class GoodsFileFault extends Error {}

/** Names that a column or field may have. */
const names = {
  account: ['account', 'customer', 'dealer', '客户', '客户编码'],
  tier: ['tier', 'level', '等级'],
  product: ['product', 'item', 'sku', '产品', '产品编码'],
  quantity: ['quantity', 'qty', '数量'],
  committed: ['committed', 'commitment', '承诺', '已承诺'],
  pack: ['pack', '包装'],
} as const
type Field = keyof typeof names

/** JSON where the text begins like it, else CSV. */
export function readGoodsFile(text: string): GoodsFile {
  const plain = text.replace(/^\uFEFF/, '')
  return /^\s*[{[]/.test(plain) ? readJson(plain) : readCsv(plain)
}

function readJson(text: string): GoodsFile {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch (error) {
    throw new GoodsFileFault(`This is not JSON: ${(error as Error).message}.`)
  }
  // A bare list is told by its rows, as a CSV is.
  const parts: Record<string, unknown> = Array.isArray(said) ? { rows: said } : (said as Record<string, unknown>)
  const file: GoodsFile = { requests: [], supply: [], policy: parts.policy == null ? null : policyOf(parts.policy) }
  for (const [part, kind] of [
    ['rows', null],
    ['requests', 'request'],
    ['supply', 'supply'],
  ] as const) {
    const rows = parts[part] ?? []
    if (!Array.isArray(rows)) throw new GoodsFileFault(`“${part}” is a list of rows.`)
    for (const [at, row] of rows.entries()) addRow(file, fieldsOf(Object.entries(row ?? {})), `${part}[${at}]`, kind)
  }
  return file
}

/**
 * One table of requests, one of supply, or both in one: a row with an account is a request, one without is supply, and a
 * second line of names begins a second table.
 */
function readCsv(text: string): GoodsFile {
  const file: GoodsFile = { requests: [], supply: [], policy: null }
  const lines = text.split(/\r?\n/)
  const delimiter = [',', ';', '\t'].find(each => fieldIn(lines[0] ?? '', each)) ?? ','
  let header: string[] | null = null
  lines.forEach((line, at) => {
    if (line.trim() === '') return
    const cells = cellsOf(line, delimiter)
    if (isHeader(cells)) header = cells
    else if (!header) {
      throw new GoodsFileFault('Row 1 names the columns: account,tier,product,quantity,committed and product,quantity.')
    } else {
      const columns = header
      addRow(file, fieldsOf(cells.map((cell, column) => [columns[column] ?? '', cell])), `Row ${at + 1}`, null)
    }
  })
  return file
}

const fieldNamed = (name: string): Field | undefined =>
  (Object.keys(names) as Field[]).find(field => (names[field] as readonly string[]).includes(name.trim().toLowerCase()))

const fieldIn = (line: string, delimiter: string) => line.includes(delimiter) && isHeader(cellsOf(line, delimiter))

const isHeader = (cells: readonly string[]) => {
  const fields = cells.map(fieldNamed)
  return fields.includes('product') && fields.includes('quantity')
}

/** Cells of one line; one in quotation marks may hold the delimiter, and quotation marks written twice. */
function cellsOf(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter).map(cell => cell.trim())
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at))
    if (quoted && (line[at + quoted[0].length] ?? delimiter) === delimiter) {
      cells.push(quoted[1]!.replaceAll('""', '"'))
      at += quoted[0].length + 1
    } else {
      const end = line.indexOf(delimiter, at)
      cells.push(line.slice(at, end < 0 ? undefined : end).trim())
      at = end < 0 ? line.length + 1 : end + 1
    }
  }
  return cells
}

function fieldsOf(entries: readonly (readonly [string, unknown])[]): Partial<Record<Field, string>> {
  const fields: Partial<Record<Field, string>> = {}
  for (const [name, value] of entries) {
    const field = fieldNamed(name)
    const text = value === null || value === undefined ? '' : String(value).trim()
    if (field && text !== '') fields[field] = text
  }
  return fields
}

function addRow(
  file: GoodsFile,
  row: Partial<Record<Field, string>>,
  where: string,
  kind: 'request' | 'supply' | null,
): void {
  const { account, tier = 'regular', product, quantity, committed = '0', pack = '1' } = row
  if (product === undefined) throw new GoodsFileFault(`${where}: the product is missing.`)
  if (quantity === undefined) throw new GoodsFileFault(`${where}: the quantity is missing.`)
  if (kind === 'request' && account === undefined) throw new GoodsFileFault(`${where}: the account is missing.`)
  const count = (name: string, text: string) => {
    if (/^\d{1,11}(\.\d{1,6})?$/.test(text)) return text
    throw new GoodsFileFault(
      `${where}: ${name} is a number from 0 with 11 digits before the point at most, not “${text}”.`,
    )
  }
  if (account === undefined || kind === 'supply') {
    if (Number(pack) === 0) throw new GoodsFileFault(`${where}: a pack holds more than nothing.`)
    addSupply(file, { product, quantity: count('quantity', quantity), pack: count('pack', pack) })
  } else {
    file.requests.push({
      account,
      tier: tier.toLowerCase(),
      product,
      quantity: count('quantity', quantity),
      committed: count('committed', committed),
    })
  }
}

/** Two rows of one product are two lots of it. */
function addSupply(file: GoodsFile, row: GoodsSupply): void {
  const known = file.supply.find(each => each.product === row.product)
  if (!known) file.supply.push(row)
  else known.quantity = addDecimals(known.quantity, row.quantity)
}

function addDecimals(one: string, other: string): string {
  const scaled = (text: string) => {
    const [whole = '0', part = ''] = text.split('.')
    return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
  }
  const sum = scaled(one) + scaled(other)
  return `${sum / 1_000_000n}.${String(sum % 1_000_000n).padStart(6, '0')}`
}

function policyOf(said: unknown): SharingPolicy {
  const { weights = usualPolicy.weights, floor, floorPercent } = said as Record<string, unknown>
  const percent = floorPercent ?? (floor === undefined ? usualPolicy.floorPercent : Number(floor) * 100)
  const isPercent = typeof percent === 'number' && percent >= 0 && percent <= 100
  if (!isPercent) throw new GoodsFileFault('The floor is a share from 0 to 1 (“floor”), or percent (“floorPercent”).')
  const entries = Object.entries(weights as Record<string, unknown>).map(([tier, weight]) => [
    tier.toLowerCase(),
    weight,
  ])
  for (const [tier, weight] of entries) {
    if (!Number.isInteger(weight) || (weight as number) < 1 || (weight as number) > 1000) {
      throw new GoodsFileFault(`The weight of “${tier}” is a whole number from 1 to 1000, not “${weight}”.`)
    }
  }
  return { weights: Object.fromEntries(entries), floorPercent: Math.round(percent * 1e6) / 1e6 }
}
