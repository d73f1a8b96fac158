import { sql } from 'kysely'
import type { MergingRoom } from '../../accounts/merge/merging-room.server.ts'

const tables = ['supply.stock', 'supply.sell_through', 'supply.delivery'] as const

/** Rows keep the account under whose codes they came (origin_id), so they move as a whole and find their way back. */
export const stockMerging: MergingRoom = {
  tables: { 'supply.stock': 'own way', 'supply.sell_through': 'own way', 'supply.delivery': 'own way' },
  move: async (db, from, to) => {
    const moved: Record<string, number> = {}
    for (const table of tables) {
      const { numAffectedRows } = await sql`
        update ${sql.table(table)} set account_id = ${to} where account_id = ${from}`.execute(db)
      moved[table] = Number(numAffectedRows ?? 0)
    }
    return moved
  },
  moveBack: async (db, from, to, origins) => {
    for (const table of tables)
      await sql`
        update ${sql.table(table)} set account_id = ${to}
        where account_id = ${from} and origin_id = any(${[...origins]}::bigint[])`.execute(db)
  },
}
