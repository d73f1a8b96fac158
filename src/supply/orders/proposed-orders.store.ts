import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type ProposedOrder = {
  publicId: string
  number: string
  accountId: number
  proposedBy: string | null
  proposedByName: string
  /** Instants, UTC. */
  proposedAt: Date
  expiresAt: Date | null
  lines: number
}

/** Orders that wait for the account's answer and were proposed since then. */
export async function proposedSince(db: Db, since: Date): Promise<ProposedOrder[]> {
  const { rows } = await sql<ProposedOrder>`
    select o.public_id as "publicId", o.number, o.account_id as "accountId", o.proposed_by as "proposedBy",
      o.proposed_by_name as "proposedByName", o.proposed_at as "proposedAt", o.expires_at as "expiresAt",
      (select count(*)::integer from supply.order_line l where l.order_id = o.id and l.quantity > 0) as lines
    from supply.purchase_order o
    where o.state = 'proposed' and o.proposed_at >= ${since} order by o.id`.execute(db)
  return rows
}
