import { CompiledQuery } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Book, BookColumn } from './book.ts'

export type Claimed = { added: number; replaced: number; unchanged: number }

type Row = Readonly<Record<string, unknown>>

/** Rows a statement: bounds the size of one parameter. */
const chunk = 50_000

const names = (columns: readonly BookColumn[], prefix = ''): string =>
  columns.map(({ name }) => `${prefix}${name}`).join(', ')

const same = (columns: readonly BookColumn[], one: string, other: string): string =>
  columns
    .map(({ name }) =>
      name === 'site_id'
        ? `coalesce(${one}.${name}, 0) = coalesce(${other}.${name}, 0)`
        : `${one}.${name} = ${other}.${name}`,
    )
    .join(' and ')

/** An array as PostgreSQL writes it. An element of text is quoted; the others are numbers, days and booleans of ours. */
function arrayOf(rows: readonly Row[], { field, type }: BookColumn): string {
  const elements = rows.map(row => {
    const value = row[field]
    if (value === undefined || value === null) return 'NULL'
    return type === 'text' ? `"${String(value).replace(/["\\]/g, '\\$&')}"` : String(value)
  })
  return `{${elements.join(',')}}`
}

/**
 * Writes what a claim says. Fields that are null or left out say nothing. Of each key at most one row; `added`,
 * `replaced` and `unchanged` count the rows in force.
 */
export async function claimRows(db: Db, book: Book, claimId: number, rows: readonly Row[]): Promise<Claimed> {
  const { table, claims, key, attributes, values } = book
  const all = [...key, ...attributes, ...values]
  const said = [...key, ...values]
  const changes = values.map(({ name }) => `${name} = coalesce(g.${name}, t.${name})`)
  const statement = `
    with given as materialized (
      select * from unnest(${all.map(({ type }, at) => `$${at + 2}::${type}[]`).join(', ')}) as g (${names(all)})
    ), known as materialized (
      select t.claim_id, ${names(said, 't.')},
        (${values.map(({ name }) => `coalesce(g.${name} <> t.${name}, g.${name} is not null and t.${name} is null)`).join(' or ')}) as differs,
        exists (select from ${claims} c where ${same(key, 'c', 't')}) as has_claims
      from given g join ${table} t on ${same([...attributes, ...key], 't', 'g')}
    ), kept as (
      insert into ${claims} (claim_id, ${names(said)})
      select claim_id, ${names(said)} from known where not has_claims
    ), spoken as (
      insert into ${claims} (claim_id, ${names(said)})
      select $1, ${names(said, 'g.')} from given g join known k on ${same(key, 'k', 'g')}
    ), changed as (
      update ${table} t set claim_id = $1, ${changes.join(', ')}${book.versioned ? ', version = t.version + 1' : ''}
      from given g where ${same([...attributes, ...key], 't', 'g')}
    ), added as (
      insert into ${table} (claim_id, ${names(all)})
      select $1, ${names(all, 'g.')} from given g where not exists (select from known k where ${same(key, 'k', 'g')})
    )
    select count(*)::integer as known, (count(*) filter (where differs))::integer as replaced from known`
  const claimed = { added: 0, replaced: 0, unchanged: 0 }
  for (let at = 0; at < rows.length; at += chunk) {
    const some = rows.slice(at, at + chunk)
    const result = await db.executeQuery<{ known: number; replaced: number }>(
      CompiledQuery.raw(statement, [claimId, ...all.map(each => arrayOf(some, each))]),
    )
    const { known, replaced } = result.rows[0]!
    claimed.added += some.length - known
    claimed.replaced += replaced
    claimed.unchanged += known - replaced
  }
  return claimed
}

/** Takes back what these claims said, as if it had never been; what others said of the same keys is in force again. */
export async function withdrawRows(db: Db, book: Book, claimIds: readonly number[]): Promise<void> {
  const { table, claims, key, values } = book
  const folds = values.map(
    ({ name }) => `(array_agg(c.${name} order by c.claim_id desc) filter (where c.${name} is not null))[1] as ${name}`,
  )
  await db.executeQuery(
    CompiledQuery.raw(
      `with gone as materialized (
        select distinct ${names(key)} from ${claims} where claim_id = any($1::bigint[])
      ), remaining as materialized (
        select ${names(key, 'g.')}, max(c.claim_id) as claim_id, ${folds.join(', ')}
        from gone g join ${claims} c on ${same(key, 'c', 'g')} and c.claim_id <> all($1::bigint[])
        group by ${names(key, 'g.')}
      ), refolded as (
        update ${table} t set claim_id = r.claim_id, ${values.map(({ name }) => `${name} = r.${name}`).join(', ')}
          ${book.versioned ? ', version = t.version + 1' : ''}
        from remaining r where ${same(key, 't', 'r')}
      ), removed as (
        delete from ${table} t using gone g
        where ${same(key, 't', 'g')} and not exists (select from remaining r where ${same(key, 'r', 'g')})
      ), alone as (
        delete from ${table} t where t.claim_id = any($1::bigint[])
          and not exists (select from ${claims} c where ${same(key, 'c', 't')})
      )
      delete from ${claims} where claim_id = any($1::bigint[])`,
      [claimIds],
    ),
  )
}
