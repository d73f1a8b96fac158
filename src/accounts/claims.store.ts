import { CompiledQuery } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/** What claims need of a connection: a `pg` client or pool, or a Kysely transaction through `queryableOf`. */
export type Queryable = {
  // biome-ignore lint/suspicious/noExplicitAny: rows are typed by the caller, as in pg itself
  query: <Row extends object = any>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>
}

/** Lets a use case's Kysely transaction run the statements that imports run on a `pg` client. */
export function queryableOf(db: Db): Queryable {
  return {
    query: async <Row extends object>(text: string, values: unknown[] = []) => {
      const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}

/** A table whose rows are the fold of the claims about them. */
export type ClaimBook = {
  table: string
  claims: string
  /** The claims' column that names the row they speak of. */
  subject: string
  /** Claimed fields and their columns; claims are stored under the column's name. */
  columns: Readonly<Record<string, string>>
  /** Types of the columns that are not text. */
  types: Readonly<Record<string, string>>
  /** SQL for columns whose value is not simply the folded one, by column: `t` is the row, `f` the folded record. */
  read?: Readonly<Record<string, string>>
  /** SQL for the name of a row that nobody named: `t` is the row, `f` the folded record. */
  unnamed: string
}

/** Who says it. Import: `importId`; a person: `actorId`. Strength 0 is carried by invoice lines, 1 said on purpose. */
export type Claimant = { importId: number | null; actorId: string | null; source: string | null; strength: 0 | 1 }

export type ClaimedRow = { id: number; fields: Record<string, unknown> }

/** Rows a statement: bounds the size of one parameter. */
const chunk = 10_000

function* chunksOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += chunk) yield rows.slice(at, at + chunk)
}

/**
 * The fields of a row under their columns' names. An import's empty cell says nothing, so its nulls are left out;
 * a person's null (`keepNulls`) says that the value is none.
 */
export function spoken(book: ClaimBook, row: object, keepNulls = false): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(book.columns)) {
    const value = (row as Record<string, unknown>)[field]
    if (value === undefined || (value === null && !keepNulls)) continue
    fields[column] = value
  }
  return fields
}

/** Rows that name the same subject become one, the later value winning. */
function oneASubject(rows: readonly ClaimedRow[]): ClaimedRow[] {
  const merged = new Map<number, ClaimedRow>()
  for (const row of rows) {
    const earlier = merged.get(row.id)
    merged.set(row.id, earlier ? { id: row.id, fields: { ...earlier.fields, ...row.fields } } : row)
  }
  return [...merged.values()]
}

/** Locks the rows in the order of id, so that an import and a person's edit wait for each other, never deadlock. */
export async function lockRows(db: Queryable, book: ClaimBook, ids: readonly number[]): Promise<void> {
  await db.query(`select id from ${book.table} where id = any($1::bigint[]) order by id for update`, [ids])
}

/** Writes claims without folding them. An import's second word on the same row adds to its first. */
export async function addClaims(
  db: Queryable,
  book: ClaimBook,
  claimant: Claimant,
  rows: readonly ClaimedRow[],
): Promise<void> {
  const { claims, subject } = book
  for (const part of chunksOf(oneASubject(rows))) {
    await db.query(
      `insert into ${claims} as c (${subject}, fields, import_id, actor_id, source, strength)
       select (r ->> 'id')::bigint, r -> 'fields', $2, $3, $4, $5 from jsonb_array_elements($1::jsonb) r
       on conflict (import_id, ${subject}) where import_id is not null
       do update set fields = c.fields || excluded.fields, strength = greatest(c.strength, excluded.strength)`,
      [JSON.stringify(part), claimant.importId, claimant.actorId, claimant.source, claimant.strength],
    )
  }
}

/** Brings the rows to what their claims say; returns the ids of those whose values changed. */
export async function foldRows(db: Queryable, book: ClaimBook, ids: readonly number[]): Promise<number[]> {
  const columns = Object.values(book.columns)
  const folded = columns.map(column =>
    column === 'name' ? `coalesce(f.name, ${book.unnamed})` : (book.read?.[column] ?? `f.${column}`),
  )
  const changed: number[] = []
  // The planner cannot know how few fields a claim has, and would compile each statement for two thirds of its time.
  await db.query(`select set_config('jit', 'off', true)`)
  for (const part of chunksOf([...new Set(ids)])) {
    const { rows } = await db.query<{ id: number }>(
      `with given as materialized (
         select id from unnest($1::bigint[]) id
       ), folded as materialized (
         select c.${book.subject} as id, jsonb_object_agg(e.key, e.value order by c.strength, c.id) as fields
         from given join ${book.claims} c on c.${book.subject} = given.id cross join lateral jsonb_each(c.fields) e
         group by c.${book.subject}
       )
       update ${book.table} t
       set ${columns.map((column, at) => `${column} = ${folded[at]}`).join(', ')}, version = t.version + 1
       from given left join folded on folded.id = given.id
       cross join lateral jsonb_populate_record(null::${book.table}, coalesce(folded.fields, '{}')) f
       where t.id = given.id
         and (${columns.map(column => `t.${column}`).join(', ')}) is distinct from (${folded.join(', ')})
       returning t.id`,
      [part],
    )
    for (const row of rows) changed.push(row.id)
  }
  return changed
}

/**
 * New rows under ids and codes given, with what is said of them as their first claim; a row of which nothing is said
 * gets none.
 */
export async function createRows(
  db: Queryable,
  book: ClaimBook,
  claimant: Claimant,
  rows: readonly (ClaimedRow & { code: string })[],
): Promise<void> {
  // Neighbouring codes land on neighbouring pages of the indexes.
  const inOrder = [...rows].sort((one, other) => (one.code < other.code ? -1 : 1))
  for (const part of chunksOf(inOrder)) {
    const columns = Object.values(book.columns).filter(
      column => column !== 'name' && part.some(row => row.fields[column] !== undefined),
    )
    await db.query(
      `insert into ${book.table} (${['created_by_import', 'id', 'code', 'name', ...columns].join(', ')})
       select $1, * from unnest($2::bigint[], $3::text[], $4::text[]${columns.map((column, at) => `, $${at + 5}::${book.types[column] ?? 'text'}[]`).join('')})`,
      [
        claimant.importId,
        part.map(row => row.id),
        part.map(row => row.code),
        part.map(row => row.fields.name ?? row.code),
        ...columns.map(column => part.map(row => row.fields[column] ?? null)),
      ],
    )
    const said = part.filter(row => Object.keys(row.fields).length > 0)
    if (said.length > 0)
      await db.query(
        `insert into ${book.claims} (${book.subject}, fields, import_id, actor_id, source, strength)
         select said.id, said.fields::jsonb, $3, $4, $5, $6 from unnest($1::bigint[], $2::text[]) said (id, fields)`,
        [
          said.map(row => row.id),
          said.map(row => JSON.stringify(row.fields)),
          claimant.importId,
          claimant.actorId,
          claimant.source,
          claimant.strength,
        ],
      )
  }
}

/** Rows that one of the imports named first. */
export async function rowsNamedBy(db: Queryable, book: ClaimBook, importIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from ${book.table} where created_by_import = any($1::bigint[])`,
    [importIds],
  )
  return rows.map(row => row.id)
}

/** Takes back all that an import said and folds again; returns the rows it had spoken of. */
export async function withdrawClaims(db: Queryable, book: ClaimBook, importId: number): Promise<number[]> {
  const { rows: spokenOf } = await db.query<{ id: number }>(
    `select ${book.subject} as id from ${book.claims} where import_id = $1`,
    [importId],
  )
  const ids = spokenOf.map(row => row.id)
  await lockRows(db, book, ids)
  await db.query(`delete from ${book.claims} where import_id = $1`, [importId])
  await foldRows(db, book, ids)
  return ids
}
