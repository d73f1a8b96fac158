import type { Queryable } from './claims.store.ts'

/** What goes with a contact without a word: what was said of it here. */
const withTheContact = ['accounts.contact', 'accounts.contact_claim', 'accounts.former_contact', 'accounts.erased_mark']

/**
 * Those of the contacts that anything beyond this room names: profiles, visits, promises, and what later rooms keep
 * under a column `…contact_id` or `…contact_ids`; tables of `except` do not count.
 */
export async function usedContacts(
  db: Queryable,
  ids: readonly number[],
  except: readonly string[] = [],
): Promise<Set<number>> {
  const { rows: columns } = await db.query<{ table: string; column: string; list: boolean }>(
    `select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column,
       data_type = 'ARRAY' as list
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_type = 'BASE TABLE' and column_name ~ '(^|_)contact_ids?$'
       and table_schema || '.' || table_name <> all($1::text[])`,
    [[...withTheContact, ...except]],
  )
  if (columns.length === 0 || ids.length === 0) return new Set()
  const parts = columns.map(({ table, column, list }) =>
    list
      ? `select each as id from ${table}, unnest(${column}) each where ${column} && $1::bigint[] and each = any($1::bigint[])`
      : `select ${column} as id from ${table} where ${column} = any($1::bigint[])`,
  )
  const { rows } = await db.query<{ id: number }>(parts.join('\nunion\n'), [ids])
  return new Set(rows.map(row => row.id))
}
