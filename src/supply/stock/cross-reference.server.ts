import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { readGln, readGtin } from './gtin.ts'

/** What a code of a partner means with us. Without a partner it holds for everybody. */
export type CrossReference = { partnerAccountId: number | null; code: string } & (
  | { kind: 'product'; productId: number }
  | { kind: 'site'; siteId: number }
  | { kind: 'account'; accountId: number }
)

export type Party = { accountId: number; siteId: number | null }

/** What codes mean, for one partner or where it is not known who speaks. Codes are compared without regard to case. */
export type CodeMeanings = {
  /** Our product, by the partner's own code or by GTIN. */
  product: (partnerAccountId: number | null, code: string) => number | null
  site: (partnerAccountId: number | null, code: string) => number | null
  /** The account or one of its sites, by the partner's own code or by GLN. */
  party: (partnerAccountId: number | null, code: string) => Party | null
}

const keyOf = (partner: number | null, kind: string, code: string): string =>
  `${partner ?? ''} ${kind} ${code.trim().toLowerCase()}`

/** All cross-references of these partners (null: of every one) and those for everybody, with GTINs and GLNs. */
export async function crossReferences(db: Db, partnerAccountIds: readonly number[] | null): Promise<CodeMeanings> {
  const { rows } = await sql<{ partner: number | null; kind: string; code: string; meaning: number }>`
    select partner_account_id as partner, kind, code, coalesce(product_id, site_id, account_id) as meaning
    from supply.cross_reference
    where partner_account_id is null or ${partnerAccountIds}::bigint[] is null
      or partner_account_id = any(${partnerAccountIds}::bigint[])`.execute(db)
  const { rows: gtins } = await sql<{ gtin: string; productId: number }>`
    select gtin, product_id as "productId" from supply.product_identifier`.execute(db)
  const { rows: glns } = await sql<{ gln: string; accountId: number; siteId: number | null }>`
    select gln, account_id as "accountId", site_id as "siteId" from supply.party_identifier`.execute(db)
  const meanings = new Map(rows.map(row => [keyOf(row.partner, row.kind, row.code), row.meaning]))
  const byGtin = new Map(gtins.map(({ gtin, productId }) => [gtin, productId]))
  const byGln = new Map(glns.map(({ gln, ...party }) => [gln, party]))
  const meaning = (partner: number | null, kind: string, code: string) =>
    (partner === null ? undefined : meanings.get(keyOf(partner, kind, code))) ??
    meanings.get(keyOf(null, kind, code)) ??
    null
  return {
    product: (partner, code) => meaning(partner, 'product', code) ?? byGtin.get(readGtin(code) ?? '') ?? null,
    site: (partner, code) => meaning(partner, 'site', code) ?? byGln.get(readGln(code) ?? '')?.siteId ?? null,
    party: (partner, code) => {
      const account = meaning(partner, 'account', code)
      return account === null ? (byGln.get(readGln(code) ?? '') ?? null) : { accountId: account, siteId: null }
    },
  }
}

/** Keeps what a code means; the latest word wins. Returns its id. */
export async function addCrossReference(db: Db, reference: CrossReference, personId: string | null): Promise<number> {
  const { partnerAccountId, kind, code } = reference
  const meanings = [
    kind === 'product' ? reference.productId : null,
    kind === 'site' ? reference.siteId : null,
    kind === 'account' ? reference.accountId : null,
  ]
  const { rows } = await sql<{ id: number }>`
    insert into supply.cross_reference (partner_account_id, kind, code, product_id, site_id, account_id, person_id)
    values (${partnerAccountId}, ${kind}, ${code.trim()}, ${sql.join(meanings)}, ${personId})
    on conflict (partner_account_id, kind, code) do update
      set product_id = excluded.product_id, site_id = excluded.site_id, account_id = excluded.account_id,
        person_id = excluded.person_id
    returning id`.execute(db)
  return rows[0]!.id
}

/** Keeps the GTINs of products, 14 digits each (`readGtin`); one that is known moves to the product named now. */
export async function setGtins(db: Db, gtins: readonly { gtin: string; productId: number }[]): Promise<void> {
  await sql`
    insert into supply.product_identifier (gtin, product_id)
    select gtin, "productId" from jsonb_to_recordset(${JSON.stringify(gtins)}::jsonb) as g (gtin text, "productId" bigint)
    on conflict (gtin) do update set product_id = excluded.product_id`.execute(db)
}

/** Keeps the GLNs of accounts and sites, 13 digits each (`readGln`). */
export async function setGlns(db: Db, glns: readonly ({ gln: string } & Party)[]): Promise<void> {
  await sql`
    insert into supply.party_identifier (gln, account_id, site_id)
    select gln, "accountId", "siteId"
    from jsonb_to_recordset(${JSON.stringify(glns)}::jsonb) as g (gln text, "accountId" bigint, "siteId" bigint)
    on conflict (gln) do update set account_id = excluded.account_id, site_id = excluded.site_id`.execute(db)
}

/** GTINs of products, by product; one with several has the smallest. */
export async function gtinsOf(db: Db, productIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ productId: number; gtin: string }>`
    select product_id as "productId", min(gtin) as gtin from supply.product_identifier
    where product_id = any(${[...productIds]}::bigint[]) group by product_id`.execute(db)
  return new Map(rows.map(row => [row.productId, row.gtin]))
}
