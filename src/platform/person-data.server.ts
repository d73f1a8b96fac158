import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import { discovered } from './discovered.server.ts'
import { type Forgotten, namesPerson, withoutPerson } from './forgetting.ts'
import type { Language } from './language.ts'
import { type Place, placesOf, textColumns } from './person-places.server.ts'

/**
 * What a room keeps of the people of accounts: the default export of its `….person-data.server.ts`, found by name.
 * Every table with a column that names a contact must be declared (person-data.test.ts walks the catalogue); texts in
 * tables that hang on an account are searched without being declared.
 */
export type PersonData = {
  tables: Record<string, PersonTable>
  /** What lies where neither a contact nor an account is named. */
  beyond?: {
    read: (db: Db, person: Forgotten) => Promise<{ table: string; row: unknown }[]>
    forget: (db: Db, person: Forgotten) => Promise<number>
  }
}

export type PersonTable = {
  name: Record<Language, string>
  /**
   * At erasure: `rows` go with the person; `words` keeps the business record and replaces what names the person; `kept`
   * stays as it is, since the law lets keep what a contract is proved by (GDPR 17 (3) e).
   */
  erase: 'rows' | 'words' | 'kept'
}

export async function declaredTables(): Promise<Map<string, PersonTable>> {
  const parts = await discovered<PersonData>('.person-data.server.ts', part => Object.keys(part.tables))
  return new Map(parts.flatMap(({ part }) => Object.entries(part.tables)))
}

export type KeptOfPerson = { table: string; name: Record<Language, string>; rows: unknown[] }

/** Everything that any room keeps of a person: the rows that name the contact, and texts at their accounts that do. */
export async function readPersonData(db: Db, person: Forgotten): Promise<KeptOfPerson[]> {
  const declared = await declaredTables()
  const kept = new Map<string, Map<string, unknown>>()
  const keep = (table: string, row: unknown) => {
    const rows = kept.get(table) ?? new Map<string, unknown>()
    kept.set(table, rows.set(JSON.stringify(row), row))
  }
  for (const { table, condition } of await placesOf(db, person))
    for (const { row, byContact } of await readRows(db, table, condition))
      if (byContact || namesPerson(row, person)) keep(table, row)
  for (const { part } of await parts())
    for (const { table, row } of (await part.beyond?.read(db, person)) ?? []) keep(table, row)
  return [...kept]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([table, rows]) => ({
      table,
      name: declared.get(table)?.name ?? { en: table, 'zh-Hans': table },
      rows: [...rows.values()],
    }))
}

/** Removes or blanks all of it; returns how many rows were touched. The contact's own row is its room's business. */
export async function forgetPersonData(db: Db, person: Forgotten): Promise<number> {
  const declared = await declaredTables()
  let touched = 0
  for (const { table, contacts, condition } of await placesOf(db, person)) {
    if (declared.get(table)?.erase === 'kept') continue
    if (contacts && declared.get(table)?.erase === 'rows') {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} t where ${contacts}`.execute(db)
      touched += Number(numAffectedRows ?? 0n)
    } else touched += await blankWords(db, table, condition, person)
  }
  for (const { part } of await parts()) touched += (await part.beyond?.forget(db, person)) ?? 0
  return touched
}

const parts = () => discovered<PersonData>('.person-data.server.ts', part => Object.keys(part.tables))

async function readRows(db: Db, table: string, { rows: condition, contacts }: Place['condition']) {
  const { rows } = await sql<{ row: Record<string, unknown>; byContact: boolean; at: string }>`
    select to_jsonb(t) as row, coalesce(${contacts}, false) as "byContact", t.ctid::text as at
    from ${sql.table(table)} t where ${condition}`.execute(db)
  return rows
}

/** In one statement: the rows whose words change, found again by where they lie, within the caller's transaction. */
async function blankWords(db: Db, table: string, condition: Place['condition'], person: Forgotten): Promise<number> {
  const columns = await textColumns(db, table)
  const changed = (await readRows(db, table, condition)).flatMap(({ row, at }) => {
    const blank = withoutPerson(Object.fromEntries(columns.map(column => [column, row[column]])), person)
    return columns.some(column => JSON.stringify(row[column]) !== JSON.stringify(blank[column])) ? [{ at, blank }] : []
  })
  if (changed.length === 0) return 0
  const settings = columns.map(column => sql`${sql.ref(column)} = (said.row).${sql.ref(column)}`)
  await sql`
    update ${sql.table(table)} t set ${sql.join(settings)}
    from (
      select (r ->> 'at')::tid as at, jsonb_populate_record(null::${sql.table(table)}, r -> 'blank') as row
      from jsonb_array_elements(${JSON.stringify(changed)}::jsonb) r
    ) said
    where t.ctid = said.at`.execute(db)
  return changed.length
}
