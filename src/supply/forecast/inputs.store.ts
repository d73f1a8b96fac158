import { sql } from 'kysely'
import { ledgerVersion } from '../../ledger/ledger.server.ts'
import type { Db } from '../../platform/database.server.ts'

/** What forecasts are made of, as one comparable text: it differs whenever something was bought, sold or said. */
export async function forecastInputs(db: Db, today: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select concat_ws('.', (select max(id) from supply.claim where kind = 'sell-through'),
      (select count(*) from supply.claim where kind = 'sell-through'),
      (select concat_ws('.', count(*), sum(version)) from supply.adjustment)) as said`.execute(db)
  return `${today} ${await ledgerVersion(db)} ${rows[0]!.said}`
}
