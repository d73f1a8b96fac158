import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { type Forgotten, namesPerson } from '../platform/forgetting.ts'
import type { PersonData } from '../platform/person-data.server.ts'

/** Rows of contact files that were set aside hold the line as it came; lines of other files name no contacts. */
async function linesNaming(db: Db, person: Forgotten): Promise<{ import_id: number; row: number; raw: string }[]> {
  const { rows } = await sql<{ import_id: number; row: number; raw: string }>`
    select s.import_id, s.row, s.raw from imports.set_aside s join imports.import i on i.id = s.import_id
    where i.kind = 'contacts'`.execute(db)
  return rows.filter(row => namesPerson(row.raw, person))
}

export default {
  tables: {},
  beyond: {
    read: async (db, person) => (await linesNaming(db, person)).map(row => ({ table: 'imports.set_aside', row })),
    forget: async (db, person) => {
      const lines = JSON.stringify(await linesNaming(db, person))
      const { numAffectedRows } = await sql`
        update imports.set_aside s set raw = '' from jsonb_to_recordset(${lines}::jsonb) as l (import_id bigint, "row" bigint)
        where l.import_id = s.import_id and l."row" = s."row"`.execute(db)
      return Number(numAffectedRows ?? 0n)
    },
  },
} satisfies PersonData
