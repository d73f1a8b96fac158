import { CompiledQuery } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/** What the ledger's own statements need of a connection: a `pg` client, or a Kysely transaction through `queryableOf`. */
export type Queryable = {
  // biome-ignore lint/suspicious/noExplicitAny: rows are typed by the caller, as in pg itself
  query: <Row extends object = any>(
    text: string,
    values?: unknown[],
  ) => Promise<{ rows: Row[]; rowCount: number | null }>
}

/** Lets a use case's Kysely transaction run the statements that postings run on a `pg` client. */
export function queryableOf(db: Db): Queryable {
  return {
    query: async <Row extends object>(text: string, values: unknown[] = []) => {
      const { rows, numAffectedRows } = await db.executeQuery<Row>(CompiledQuery.raw(text, values))
      return { rows, rowCount: numAffectedRows === undefined ? rows.length : Number(numAffectedRows) }
    },
  }
}
