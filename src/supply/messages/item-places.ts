import { readGtin } from '../stock/gtin.ts'
import type { CodeKind } from './partner.ts'
import type { ReportedItem } from './reports/reported-item.ts'

/** What codes of messages may mean. */
export type KnownCodes = {
  /** Cross-references, GTIN and GLN; a partner's own code means something for its account alone. */
  meanings: {
    product: (partnerAccountId: number | null, code: string) => number | null
    site: (partnerAccountId: number | null, code: string) => number | null
    party: (partnerAccountId: number | null, code: string) => Place | null
  }
  /** Our own account codes. */
  accounts: ReadonlyMap<string, number>
  /** Our own product codes. */
  products: ReadonlyMap<string, number>
  /** A site of the account by its code or name. */
  siteNamed: (accountId: number, text: string) => number | null
}

export type PlaceProblem =
  | { reason: 'gtin_wrong' | 'product_missing'; field: string }
  | { reason: 'party_unmapped' | 'site_unmapped' | 'product_unmapped'; field: string; kind: CodeKind; code: string }

export type Place = { accountId: number; siteId: number | null }

/**
 * The account and site that an item speaks of: the place where it has one, else the reporting party, else the account of
 * the partner. A place that is the reporting party itself is the account as a whole.
 */
export function placeOf(
  item: Pick<ReportedItem, 'party' | 'site'>,
  partnerAccountId: number | null,
  sender: string,
  { meanings, accounts, siteNamed }: KnownCodes,
): Place | PlaceProblem {
  const { party, site } = item
  const reporting = party === '' ? null : meanings.party(partnerAccountId, party)
  const accountId = reporting?.accountId ?? partnerAccountId ?? accounts.get(party) ?? null
  if (site !== '' && site !== party) {
    const place = meanings.party(partnerAccountId, site)
    if (place) return place
    if (accountId !== null) {
      const siteId = siteNamed(accountId, site) ?? meanings.site(accountId, site)
      if (siteId !== null) return { accountId, siteId }
      return { reason: 'site_unmapped', field: 'site', kind: 'site', code: site }
    }
  }
  if (accountId !== null) return { accountId, siteId: reporting?.siteId ?? null }
  return { reason: 'party_unmapped', field: 'party', kind: 'party', code: party || sender }
}

/** Our product, by GTIN with its check digit verified, the account's own code, or ours. */
export function productOf(
  item: Pick<ReportedItem, 'gtin' | 'buyerCode' | 'supplierCode'>,
  accountId: number | null,
  { meanings, products }: KnownCodes,
): number | PlaceProblem {
  const { gtin, buyerCode, supplierCode } = item
  // A mapped code is a person's word, also for a code of 13 digits that is no GTIN.
  for (const code of [gtin, buyerCode, supplierCode]) {
    const found = code === '' ? null : meanings.product(accountId, code)
    if (found !== null) return found
  }
  if (gtin !== '' && readGtin(gtin) === null) return { reason: 'gtin_wrong', field: 'gtin' }
  const own = products.get(supplierCode) ?? products.get(buyerCode)
  if (own !== undefined) return own
  const code = gtin || buyerCode || supplierCode
  if (code === '') return { reason: 'product_missing', field: 'gtin' }
  const field = gtin ? 'gtin' : buyerCode ? 'buyer_code' : 'supplier_code'
  return { reason: 'product_unmapped', field, kind: 'product', code }
}
