import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Scored } from './score-pair.ts'
import type { Known, Traits } from './traits.ts'

/** Accounts read at once. */
const page = 20_000

/** More accounts than this with one key in common are not compared with each other: n² pairs, and the key tells little. */
export const largestBlock = 30

/** Every living account with its codes and the mail addresses of its contacts, in pages by id. */
export async function* eachPageOfAccounts(client: pg.ClientBase): AsyncGenerator<Known[]> {
  let after = 0
  for (;;) {
    const { rows } = await client.query<Known>(
      `select a.id, a.name, a.tax_number as "taxNumber", a.country, a.city, a.address, a.parent_id as "parentId",
         array_prepend(a.code, array(select c.code from accounts.code c where c.account_id = a.id)) as codes,
         array(select c.email from accounts.contact c where c.account_id = a.id and c.email is not null) as mails
       from accounts.account a where a.id > $1 and a.merged_into is null order by a.id limit ${page}`,
      [after],
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield rows
  }
}

export async function clearTraits(client: pg.ClientBase): Promise<void> {
  await client.query('drop index if exists accounts.duplicate_key_key, accounts.duplicate_trait_account')
  await client.query('truncate accounts.duplicate_trait, accounts.duplicate_key')
}

/** Traits as they are, keys as numbers. */
export async function copyTraits(
  client: pg.ClientBase,
  traits: readonly Traits[],
  keys: readonly [id: number, key: number][],
) {
  await copyText(
    client,
    'accounts.duplicate_trait (account_id, traits)',
    traits,
    each => `${each.id}\t${JSON.stringify(each)}`,
  )
  await copyText(client, 'accounts.duplicate_key (account_id, key)', keys, ([id, key]) => `${id}\t${key}`)
}

async function copyText<Row>(
  client: pg.ClientBase,
  target: string,
  rows: readonly Row[],
  textOf: (row: Row) => string,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`))
  const done = finished(stream)
  done.catch(() => undefined)
  for (let at = 0; at < rows.length; at += 1000) {
    const text = rows.slice(at, at + 1000).map(row => `${textOf(row).replaceAll('\\', '\\\\')}\n`)
    stream.write(text.join(''))
  }
  stream.end()
  await done
}

/** Indexes that serve the search itself and, after it, the look-up of a single account. */
export async function indexTraits(client: pg.ClientBase): Promise<void> {
  await client.query('create index duplicate_trait_account on accounts.duplicate_trait (account_id)')
  await client.query('create index duplicate_key_key on accounts.duplicate_key (key)')
  await client.query('analyze accounts.duplicate_trait')
  await client.query('analyze accounts.duplicate_key')
}

export type SkippedBlock = { key: number; accounts: number; example: Traits }

/**
 * Gathers the pairs that have a key in common, in the transaction's own tables, each once. Returns how many, and the
 * largest of the blocks that were left out.
 */
export async function gatherPairs(
  client: pg.ClientBase,
): Promise<{ pairs: number; skipped: SkippedBlock[]; skippedBlocks: number }> {
  await client.query(`select set_config('jit', 'off', true), set_config('work_mem', '128MB', true)`)
  await client.query(
    `create temp table block on commit drop as
     select key, count(*)::int as accounts, min(account_id) as example from accounts.duplicate_key group by key having count(*) > 1`,
  )
  const { rows: skipped } = await client.query<SkippedBlock & { blocks: number }>(
    `select b.key, b.accounts, t.traits as example, count(*) over () as blocks
     from block b join accounts.duplicate_trait t on t.account_id = b.example
     where b.accounts > ${largestBlock} order by b.accounts desc, b.key limit 20`,
  )
  const { rowCount } = await client.query(
    `create temp table pair on commit drop as
     select distinct one.account_id as one_id, other.account_id as other_id
     from block b join accounts.duplicate_key one using (key) join accounts.duplicate_key other using (key)
     where b.accounts <= ${largestBlock} and one.account_id < other.account_id`,
  )
  await client.query('analyze pair')
  await client.query(
    `create temp table found (one_id bigint, other_id bigint, score numeric, evidence jsonb) on commit drop`,
  )
  return {
    pairs: rowCount ?? 0,
    skipped: skipped.map(({ key, accounts, example }) => ({ key, accounts, example })),
    skippedBlocks: skipped[0]?.blocks ?? 0,
  }
}

/** The gathered pairs with what is known of both sides, in portions. */
export async function* eachPortionOfPairs(client: pg.ClientBase): AsyncGenerator<{ one: Traits; other: Traits }[]> {
  await client.query(
    `declare pairs no scroll cursor for
     select one.traits as one, other.traits as other from pair p
     join accounts.duplicate_trait one on one.account_id = p.one_id
     join accounts.duplicate_trait other on other.account_id = p.other_id`,
  )
  for (;;) {
    const { rows } = await client.query<{ one: Traits; other: Traits }>('fetch 2000 from pairs')
    if (rows.length === 0) return
    yield rows
  }
}

export type FoundPair = Scored & { oneId: number; otherId: number }

export async function keepFound(client: pg.ClientBase, found: readonly FoundPair[]): Promise<void> {
  await copyText(
    client,
    'found (one_id, other_id, score, evidence)',
    found,
    each => `${each.oneId}\t${each.otherId}\t${each.score}\t${JSON.stringify(each.evidence)}`,
  )
}

/**
 * Brings the list to what was found: new pairs come, open ones that are not found any more go, what people decided stays
 * as they decided it. Returns the pairs recorded.
 */
export async function saveFound(client: pg.ClientBase, at: Date): Promise<number> {
  await client.query(
    `delete from accounts.duplicate_pair p using accounts.account a, accounts.account b
     where a.id = p.one_id and b.id = p.other_id and a.merged_into is null and b.merged_into is null
       and p.state = 'open' and not exists (select from found f where f.one_id = p.one_id and f.other_id = p.other_id)`,
  )
  const { rowCount } = await client.query(
    `insert into accounts.duplicate_pair as held (one_id, other_id, score, evidence, found_at)
     select f.one_id, f.other_id, f.score, f.evidence, $1 from found f
     join accounts.account a on a.id = f.one_id join accounts.account b on b.id = f.other_id
     where a.merged_into is null and b.merged_into is null
     on conflict (one_id, other_id) do update set score = excluded.score, evidence = excluded.evidence
     where held.state <> 'not duplicates'`,
    [at],
  )
  return rowCount ?? 0
}

/** Traits of accounts that share a key with somebody new, as of the last search. */
export async function traitsByKeys(client: Pick<pg.Pool, 'query'>, keys: readonly number[]): Promise<Traits[]> {
  const { rows } = await client.query<{ traits: Traits }>(
    `select distinct on (t.account_id) t.traits from accounts.duplicate_key k
     join accounts.duplicate_trait t on t.account_id = k.account_id
     where k.key = any($1::bigint[]) order by t.account_id limit 200`,
    [keys],
  )
  return rows.map(row => row.traits)
}
