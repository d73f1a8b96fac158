import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { likeLiteral } from '../search.store.ts'
import type { Evidence, Scored } from './score-pair.ts'
import type { Known } from './traits.ts'

export type PairSide = {
  id: number
  code: string
  name: string
  city: string | null
  country: string | null
  ownerId: string | null
}

export type DuplicatePair = {
  id: number
  one: PairSide
  other: PairSide
  score: number
  evidence: Evidence[]
  state: 'open' | 'proposed' | 'not duplicates'
  reason: string | null
  decidedBy: string | null
  decidedAt: string | null
}

const side = (table: string) =>
  sql.raw(`json_build_object('id', ${table}.id, 'code', ${table}.code, 'name', ${table}.name, 'city', ${table}.city,
    'country', ${table}.country, 'ownerId', ${table}.owner_id)`)

const columns = sql`p.id, ${side('a')} as one, ${side('b')} as other, p.score::float8 as score, p.evidence, p.state, p.reason,
  p.decided_by_name as "decidedBy", p.decided_at as "decidedAt"`

/** Pairs of which neither account has been merged. */
const living = sql`accounts.duplicate_pair p
  join accounts.account a on a.id = p.one_id and a.merged_into is null
  join accounts.account b on b.id = p.other_id and b.merged_into is null`

type Asked = { state: 'open' | 'not duplicates'; text?: string }

/** `open` has the proposed ones with it. */
function fitting({ state, text }: Asked) {
  const wanted = state === 'open' ? sql`p.state in ('open', 'proposed')` : sql`p.state = 'not duplicates'`
  if (!text) return wanted
  const pattern = `%${likeLiteral(text.toLowerCase())}%`
  return sql`${wanted} and (a.search_text like ${pattern} or b.search_text like ${pattern})`
}

/** Proposed ones first, then the likeliest; after the last row of the page before. */
export async function listPairs(
  db: Db,
  asked: Asked & { after: { rank: number; id: number } | null; limit: number },
): Promise<(DuplicatePair & { rank: number })[]> {
  // What a person proposed comes before every percentage.
  const rank = sql`p.score + case p.state when 'proposed' then 100 else 0 end`
  const { after, limit } = asked
  const { rows } = await sql<DuplicatePair & { rank: number }>`
    select ${columns}, (${rank})::float8 as rank from ${living}
    where ${fitting(asked)}
      and (${after?.rank ?? null}::numeric is null or (-(${rank}), p.id) > (-${after?.rank ?? null}::numeric, ${after?.id ?? null}::bigint))
    order by -(${rank}), p.id limit ${limit}`.execute(db)
  return rows
}

export async function countPairs(db: Db, asked: Asked): Promise<number> {
  const { rows } = await sql<{
    pairs: number
  }>`select count(*) as pairs from ${living} where ${fitting(asked)}`.execute(db)
  return rows[0]!.pairs
}

export async function findPair(db: Db, id: number): Promise<DuplicatePair | undefined> {
  const { rows } = await sql<DuplicatePair>`select ${columns} from ${living} where p.id = ${id}`.execute(db)
  return rows[0]
}

export async function findPairOf(db: Db, one: number, other: number): Promise<DuplicatePair | undefined> {
  const { rows } = await sql<DuplicatePair>`
    select ${columns} from ${living}
    where p.one_id = ${Math.min(one, other)} and p.other_id = ${Math.max(one, other)}`.execute(db)
  return rows[0]
}

/** A pair that a person names, known or not. */
export async function proposePair(
  db: Db,
  actor: Actor,
  pair: Scored & { one: number; other: number; reason: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.duplicate_pair (one_id, other_id, score, evidence, state, found_at, reason, decided_by_id, decided_by_name, decided_at)
    values (${Math.min(pair.one, pair.other)}, ${Math.max(pair.one, pair.other)}, ${pair.score},
      ${JSON.stringify(pair.evidence)}::jsonb, 'proposed', ${pair.at}, ${pair.reason}, ${actor.id}, ${actor.name}, ${pair.at})
    on conflict (one_id, other_id) do update set state = 'proposed', reason = excluded.reason, score = excluded.score,
      evidence = excluded.evidence, decided_by_id = excluded.decided_by_id, decided_by_name = excluded.decided_by_name,
      decided_at = excluded.decided_at
    returning id`.execute(db)
  return rows[0]!.id
}

export async function decidePair(
  db: Db,
  actor: Actor,
  decision: { id: number; state: 'open' | 'not duplicates'; reason: string | null; at: Date },
): Promise<void> {
  await sql`
    update accounts.duplicate_pair set state = ${decision.state}, reason = ${decision.reason}, decided_by_id = ${actor.id},
      decided_by_name = ${actor.name}, decided_at = ${decision.at} where id = ${decision.id}`.execute(db)
}

/** What the scoring needs of these accounts. */
export async function knownOf(db: Db, ids: readonly number[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select a.id, a.name, a.tax_number as "taxNumber", a.country, a.city, a.address, a.parent_id as "parentId",
      array_prepend(a.code, array(select c.code from accounts.code c where c.account_id = a.id)) as codes,
      array(select c.email from accounts.contact c where c.account_id = a.id and c.email is not null) as mails
    from accounts.account a where a.id = any(${ids}::bigint[]) and a.merged_into is null order by a.id`.execute(db)
  return rows
}

export async function sidesOf(db: Db, ids: readonly number[]): Promise<Map<number, PairSide>> {
  const { rows } = await sql<PairSide>`
    select id, code, name, city, country, owner_id as "ownerId" from accounts.account
    where id = any(${ids}::bigint[]) and merged_into is null`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}
