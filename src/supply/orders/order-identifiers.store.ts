import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** What other systems call the goods and parties of an order; null: nothing of the kind is known. */
export type OrderIdentifiers = {
  /** By line number. */
  lines: Map<number, { productId: number; gtin: string | null; buyerCode: string | null }>
  buyerGln: string | null
  shipToGln: string | null
  accountId: number | null
  orderId: number | null
}

export async function identifiersOf(db: Db, publicId: string): Promise<OrderIdentifiers> {
  const { rows: heads } = await sql<{
    id: number
    accountId: number
    buyerGln: string | null
    shipToGln: string | null
  }>`
    select o.id, o.account_id as "accountId",
      (select min(gln) from supply.party_identifier p where p.account_id = o.account_id and p.site_id is null) as "buyerGln",
      (select min(gln) from supply.party_identifier p where p.site_id = o.site_id) as "shipToGln"
    from supply.purchase_order o where o.public_id = ${publicId}`.execute(db)
  const { rows } = await sql<{ line: number; productId: number; gtin: string | null; buyerCode: string | null }>`
    select l.line, l.product_id as "productId",
      (select min(gtin) from supply.product_identifier i where i.product_id = l.product_id) as gtin,
      (select min(code) from supply.cross_reference c where c.kind = 'product' and c.product_id = l.product_id
        and c.partner_account_id = o.account_id) as "buyerCode"
    from supply.purchase_order o join supply.order_line l on l.order_id = o.id
    where o.public_id = ${publicId}`.execute(db)
  const head = heads[0]
  return {
    lines: new Map(rows.map(({ line, ...names }) => [line, names])),
    buyerGln: head?.buyerGln ?? null,
    shipToGln: head?.shipToGln ?? null,
    accountId: head?.accountId ?? null,
    orderId: head?.id ?? null,
  }
}
