import type pg from 'pg'
import { accountCodes } from '../accounts/accounts.server.ts'
import { mergedAccounts } from '../accounts/merge/merged-accounts.server.ts'
import { sitesOf } from '../know/sites/sites.server.ts'
import type { Db } from '../platform/database.server.ts'
import { productCodes } from '../products/products.server.ts'
import { type CodeMeanings, crossReferences } from '../supply/stock/cross-reference.server.ts'
import { readGtin } from '../supply/stock/gtin.ts'
import { type Problem, problem } from './map-invoice-line.ts'
import type { RecordFields } from './map-record.ts'

/** What the codes of a file mean: codes of its source, then the account's own codes, GLN and GTIN. */
export type SupplyCodes = {
  account: (code: string) => number | null
  product: (accountId: number | null, fields: RecordFields) => number | Problem
  site: (accountId: number, fields: RecordFields) => number | null | Problem
}

export async function supplyCodes(client: pg.PoolClient, db: Db, source: string): Promise<SupplyCodes> {
  const accounts = await accountCodes(client, source)
  const products = await productCodes(client, source)
  const merged = await mergedAccounts(client)
  const meanings = await crossReferences(db, null)
  const sites = await siteBook(db)
  return {
    account: code => accounts.get(code) ?? meanings.party(null, code)?.accountId ?? null,
    product: (accountId, fields) => productOf(accountId, fields, products, meanings),
    site: (accountId, { site, account }) => {
      if (site === undefined) return (account && meanings.party(null, account)?.siteId) || null
      const key = site.toLowerCase()
      return (
        sites.get(`${merged.get(accountId) ?? accountId} ${key}`) ??
        meanings.site(accountId, site) ??
        problem('site_unknown', 'site')
      )
    },
  }
}

function productOf(
  accountId: number | null,
  { product, gtin }: RecordFields,
  products: ReadonlyMap<string, number>,
  meanings: CodeMeanings,
): number | Problem {
  if (product === undefined && gtin === undefined) return problem('product_missing', 'product')
  for (const code of [gtin, product]) {
    const found = code === undefined ? null : (meanings.product(accountId, code) ?? products.get(code))
    if (found != null) return found
  }
  if (gtin !== undefined && product === undefined && readGtin(gtin) === null) return problem('gtin_wrong', 'gtin')
  return problem('product_unknown', product === undefined ? 'gtin' : 'product')
}

async function siteBook(db: Db): Promise<Map<string, number>> {
  const book = new Map<string, number>()
  for (const site of await sitesOf(db, null)) {
    book.set(`${site.accountId} ${site.name.toLowerCase()}`, site.id)
    if (site.code !== null) book.set(`${site.accountId} ${site.code.toLowerCase()}`, site.id)
  }
  return book
}

/** Account, site and product of a row, or why it has none. */
export function readWhose(
  fields: RecordFields,
  codes: SupplyCodes,
  bookTo: { id: number } | null | undefined,
): { accountId: number; siteId: number | null; productId: number } | Problem {
  const accountId = bookTo?.id ?? codes.account(fields.account!)
  if (accountId === null) return problem('account_unknown', 'account')
  const siteId = codes.site(accountId, fields)
  if (siteId !== null && typeof siteId === 'object') return siteId
  const productId = codes.product(accountId, fields)
  if (typeof productId === 'object') return productId
  return { accountId, siteId, productId }
}
