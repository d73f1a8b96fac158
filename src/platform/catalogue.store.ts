import type pg from 'pg'
import { readMigrations } from './migrations.server.ts'

export type Table = { schema: string; name: string; columns: string[] }

/** The schemas that our migrations make: a database may hold other people's as well. */
export async function ownSchemas(): Promise<string[]> {
  const statements = (await readMigrations()).flatMap(migration => migration.statements)
  const made = statements.map(statement => /create schema if not exists (\w+)/.exec(statement)?.[1])
  return [...new Set(['platform', ...made.filter(name => name !== undefined)])]
}

/** Tables that hold data of their own, with the columns that can be written; without the migrations' own and staging tables. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any($1)
       and (n.nspname, c.relname) <> ('platform', 'migration')
     group by 1, 2
     order by 1, 2`,
    [await ownSchemas()],
  )
  return rows
}

export async function readSequences(client: pg.ClientBase): Promise<{ schema: string; name: string; value: number }[]> {
  const { rows } = await client.query<{ schema: string; name: string; value: number }>(
    `select schemaname as schema, sequencename as name, last_value as value
     from pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`,
    [await ownSchemas()],
  )
  return rows
}

export type ForeignKey = { table: string; name: string; definition: string }

/** Quoted and ready for `alter table`. */
export async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(f.conname) as name,
       pg_get_constraintdef(f.oid) as definition
     from pg_constraint f
     join pg_class c on c.oid = f.conrelid
     join pg_namespace n on n.oid = c.relnamespace
     where f.contype = 'f' and f.conparentid = 0 and n.nspname = any($1)`,
    [await ownSchemas()],
  )
  return rows
}

/** Triggers that fire whatever a session says of itself, as statements that make them so again. */
export async function readAlwaysTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter table %I.%I enable always trigger %I', n.nspname, c.relname, t.tgname) as statement
     from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     join pg_namespace n on n.oid = c.relnamespace
     where t.tgenabled = 'A' and not t.tgisinternal and n.nspname = any($1)`,
    [await ownSchemas()],
  )
  return rows.map(row => row.statement)
}

export async function readMaterializedViews(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, matviewname) as name from pg_matviews where schemaname = any($1)`,
    [await ownSchemas()],
  )
  return rows.map(row => row.name)
}

/** Whether anything of ours is in the database. */
export async function holdsOwnSchemas(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select exists (select 1 from pg_namespace where nspname = any($1)) as found',
    [await ownSchemas()],
  )
  return rows[0]!.found
}

/** Takes everything of ours out of the database, the queue included. */
export async function dropOwnSchemas(client: pg.ClientBase | pg.Pool): Promise<void> {
  for (const schema of [...(await ownSchemas()), 'graphile_worker'])
    await client.query(`drop schema if exists ${schema} cascade`)
}
