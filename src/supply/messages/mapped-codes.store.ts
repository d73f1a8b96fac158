import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type MappedCode = {
  id: number
  kind: 'product' | 'site' | 'account'
  code: string
  productId: number | null
  siteId: number | null
  accountId: number | null
}

const columns = sql`id, kind, code, product_id as "productId", site_id as "siteId", account_id as "accountId"`

/** What the codes of a partner's account mean. */
export async function listMappedCodes(db: Db, partnerAccountId: number): Promise<MappedCode[]> {
  const { rows } = await sql<MappedCode>`
    select ${columns} from supply.cross_reference where partner_account_id = ${partnerAccountId}
    order by kind, code limit 2000`.execute(db)
  return rows
}

/** Forgets one; undefined where the account has none of this id. */
export async function deleteMappedCode(db: Db, partnerAccountId: number, id: number): Promise<MappedCode | undefined> {
  const { rows } = await sql<MappedCode>`
    delete from supply.cross_reference where id = ${id} and partner_account_id = ${partnerAccountId}
    returning ${columns}`.execute(db)
  return rows[0]
}
