import type { Queryable } from '../claims.store.ts'

/** A column of another room that names an account, with what it takes to move its rows one by one. */
export type NamingColumn = {
  table: string
  column: string
  /** The primary key without the column itself, with types; empty where there is none. */
  key: { name: string; type: string }[]
  /** Unique indexes that hold the column: the other expressions, and for which rows they count. */
  unique: { others: string[]; where: string | null; nullsMeet: boolean }[]
}

/**
 * Every column outside this room that names accounts: called account_id, or a foreign key to accounts.account. So a room
 * built later is found without anybody having to remember it.
 */
export async function namingColumns(db: Queryable): Promise<NamingColumn[]> {
  const { rows } = await db.query<NamingColumn>(
    `select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as "column",
       coalesce((
         select json_agg(json_build_object('name', quote_ident(k.attname), 'type', format_type(k.atttypid, k.atttypmod)) order by k.attnum)
         from pg_index p join pg_attribute k on k.attrelid = c.oid and k.attnum = any(p.indkey)
         where p.indrelid = c.oid and p.indisprimary and k.attnum <> a.attnum
       ), '[]') as key,
       coalesce((
         select json_agg(json_build_object(
           'others', (select coalesce(json_agg(pg_get_indexdef(u.indexrelid, place, true) order by place), '[]')
                      from generate_series(1, u.indnkeyatts) place where u.indkey[place - 1] <> a.attnum),
           'where', pg_get_expr(u.indpred, c.oid), 'nullsMeet', u.indnullsnotdistinct))
         from pg_index u
         where u.indrelid = c.oid and u.indisunique and a.attnum = any((u.indkey::int2[])[0:u.indnkeyatts - 1])
       ), '[]') as "unique"
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and c.relpersistence <> 't' and not c.relispartition
     join pg_namespace n on n.oid = c.relnamespace
     where not a.attisdropped and a.attnum > 0 and a.atttypid = 'bigint'::regtype
       and n.nspname not in ('accounts', 'pg_catalog', 'information_schema')
       and (a.attname = 'account_id' or exists (
         select from pg_constraint f
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'accounts.account'::regclass and f.conkey = array[a.attnum]))
     order by 1, 2`,
  )
  return rows
}

/** Rows of the survivor that leave no place: by their position on disk, which holds within the statement. */
function blocked({ table, column, unique }: NamingColumn): string {
  const among = unique.map(({ others, where, nullsMeet }) => {
    const named = others.map((expression, at) => `${expression} as e${at}`)
    const rows = (account: string, columns: string[]) =>
      `select ${columns.join(', ')} from ${table} where ${column} = ${account}${where ? ` and (${where})` : ''}`
    const same = others.map((_, at) => `m.e${at} ${nullsMeet ? 'is not distinct from' : '='} h.e${at}`)
    return `select m.place from (${rows('$1', ['ctid as place', ...named])}) m
      join (${rows('$2', ['1', ...named])}) h on ${same.join(' and ') || 'true'}`
  })
  return among.length > 0 ? among.join(' union ') : 'select null::tid as place where false'
}

/** Moves the rows that name `from` and find a place; returns their keys. The others stay where they are. */
export async function moveNamingRows(
  db: Queryable,
  naming: NamingColumn,
  from: number,
  to: number,
): Promise<{ moved: object[]; left: number }> {
  const { table, column, key } = naming
  const { rows } = await db.query<{ moved: object[]; left: number }>(
    `with blocked as materialized (${blocked(naming)}),
     moved as (
       update ${table} set ${column} = $2 where ${column} = $1 and ctid not in (select place from blocked)
       returning json_build_object(${key.map(({ name }) => `'${name}', ${name}`).join(', ')}) as key
     )
     select coalesce(json_agg(key), '[]') as moved, (select count(*) from blocked) as left from moved`,
    [from, to],
  )
  return rows[0]!
}

/** Gives back the rows of these keys, those that are still there and still the survivor's. */
export async function moveNamingRowsBack(
  db: Queryable,
  { table, column, key }: NamingColumn,
  from: number,
  to: number,
  keys: readonly object[],
): Promise<void> {
  await db.query(
    `update ${table} t set ${column} = $2
     from jsonb_to_recordset($3::jsonb) k (${key.map(({ name, type }) => `${name} ${type}`).join(', ')})
     where t.${column} = $1 and ${key.map(({ name }) => `t.${name} = k.${name}`).join(' and ')}`,
    [from, to, JSON.stringify(keys)],
  )
}

/** Those of the accounts that rows of other rooms name by a foreign key: removing one would fail or take them along. */
export async function namedElsewhere(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows: columns } = await db.query<{ table: string; column: string }>(
    `select f.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
     from pg_constraint f
     join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = f.conrelid and f.conkey = array[a.attnum]
     where f.contype = 'f' and f.confrelid = 'accounts.account'::regclass and n.nspname <> 'accounts'`,
  )
  if (columns.length === 0 || ids.length === 0) return new Set()
  const { rows } = await db.query<{ id: number }>(
    columns
      .map(({ table, column }) => `select ${column} as id from ${table} where ${column} = any($1::bigint[])`)
      .join(' union '),
    [ids],
  )
  return new Set(rows.map(row => row.id))
}
