import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Decimal } from 'decimal.js'
import { decimalSignOf, quantityCell } from '../imports/cell-readers.ts'
import { findTable } from '../imports/find-table.server.ts'
import { matchColumns } from '../imports/match-columns.ts'
import { openFile } from '../imports/open-file.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { accountIdsOf, type PortalContext } from './may-portal.server.ts'
import { catalogueNames } from './own-goods.store.ts'
import { ownAccount } from './own-people.store.ts'

/** What an account's own list holds; more is a job for the department's import. */
const largestFile = 5 * 2 ** 20
const mostRows = 5000

export type StockFileRow = { product: string; name: string; onHand: string | null; sold: string | null }

export type StockFile = { rows: StockFileRow[]; unread: { line: number; text: string }[] }

/**
 * What a table of the account's own program says of stock and sales, to be looked at before it is entered: nothing is
 * kept. Read as the department's imports read files. A product twice is added up, as lists by shelf have it.
 * @throws Refusal portal_account_unknown, portal_file_unreadable, request_too_large
 */
export async function readStockFile(
  context: PortalContext,
  { account, name, bytes }: { account: string; name: string; bytes: Readable },
): Promise<StockFile> {
  if (!(await ownAccount(context.db, accountIdsOf(context.portal), account)))
    throw new Refusal('portal_account_unknown')
  const folder = await mkdtemp(join(tmpdir(), 'vitalfew-portal-'))
  const path = join(folder, 'table')
  try {
    await pipeline(bytes, limited(), createWriteStream(path, { mode: 0o600 }))
    return await readTableOfStock(context, path, name)
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('file_'))
      throw new Refusal('portal_file_unreadable', { reason: error.code.slice(5).replaceAll('_', ' ') })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function limited(): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      done(size > largestFile ? new Refusal('request_too_large', { limit: '5 MB' }) : null, chunk)
    },
  })
}

async function readTableOfStock({ db }: PortalContext, path: string, name: string): Promise<StockFile> {
  const file = await openFile(path, name)
  try {
    const { place, sample, read } = await findTable(file, {})
    const stock = matchColumns('stock', place.headers).columns
    const sales = matchColumns('sell-through', place.headers).columns
    const product = stock.product ?? sales.product
    const { on_hand: onHand } = stock
    const sold = sales.sold === onHand ? undefined : sales.sold
    if (product === undefined || (onHand === undefined && sold === undefined))
      throw new Refusal('portal_file_unreadable', { reason: place.headers.filter(Boolean).join(', ') || name })
    const quantity = quantityCell(
      decimalSignOf({ decimal: usesComma(sample.map(row => row.cells)) ? 'comma' : 'dot', decimalOf: {} }, 'on_hand'),
    )
    const found: { line: number; code: string; onHand: string | null; sold: string | null; text: string }[] = []
    for await (const { numbers, cells: all } of read())
      for (const [at, cells] of all.entries()) {
        const code = cells[product]?.trim() ?? ''
        if (numbers[at]! <= place.headerRow || code === '' || found.length >= mostRows) continue
        const cell = (column: number | undefined) =>
          column === undefined ? null : (quantity(cells[column] ?? '') ?? null)
        found.push({ line: numbers[at]!, code, onHand: cell(onHand), sold: cell(sold), text: code })
      }
    const known = await catalogueNames(
      db,
      found.map(row => row.code),
    )
    return summed(found, known)
  } finally {
    await file.close()
  }
}

/** A comma with anything but three digits behind it is a decimal sign. */
const usesComma = (rows: readonly string[][]) =>
  rows.some(cells => cells.some(cell => /^\d+,(\d{1,2}|\d{4,6})$/.test(cell.trim())))

type Found = { line: number; code: string; onHand: string | null; sold: string | null; text: string }

function summed(found: readonly Found[], known: ReadonlyMap<string, { code: string; name: string }>): StockFile {
  const rows = new Map<string, StockFileRow>()
  const unread: StockFile['unread'] = []
  for (const { line, code, onHand, sold, text } of found) {
    const product = known.get(code.toLowerCase())
    const said = [onHand, sold].filter(value => value !== null)
    if (!product || said.length === 0 || said.some(value => !/^\d{1,12}(\.\d{1,6})?$/.test(value))) {
      unread.push({ line, text })
      continue
    }
    const before = rows.get(product.code)
    rows.set(product.code, {
      product: product.code,
      name: product.name,
      onHand: added(before?.onHand ?? null, onHand),
      sold: added(before?.sold ?? null, sold),
    })
  }
  return { rows: [...rows.values()], unread }
}

const added = (one: string | null, other: string | null): string | null =>
  one === null ? other : other === null ? one : new Decimal(one).plus(other).toFixed()
