import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Signal } from '../platform/signal.ts'
import type { SignalContent } from './newly-arisen.ts'
import type { Scope } from './scopes.ts'

/** A signal that knows whose it is and where it stands. */
export type PlacedSignal = Signal & { whoseId: string | null; whoseRole: Signal['role']; score: number }

/** Kept apart until the transaction ends: what the sources say now. */
export async function stageSignals(db: Db, signals: readonly PlacedSignal[]): Promise<void> {
  await sql`
    create temporary table staged_signal on commit drop as
    select * from unnest(
      ${signals.map(each => each.kind)}::text[], ${signals.map(each => each.accountId)}::bigint[],
      ${signals.map(each => each.key)}::text[], ${signals.map(each => each.whoseId)}::text[],
      ${signals.map(each => each.whoseRole)}::text[], ${signals.map(each => each.due)}::date[],
      ${signals.map(each => each.value)}::numeric[], ${signals.map(each => each.confidence)}::float8[],
      ${signals.map(each => JSON.stringify(each.values))}::jsonb[], ${signals.map(each => each.score)}::float8[]
    ) s (kind, about, key, whose_id, whose_role, due, value, confidence, "values", score)`.execute(db)
  if (signals.length > 1_000) await sql`analyze staged_signal`.execute(db)
}

/** Written so that it can be hashed, which “is not distinct from” cannot: no account has the id 0. */
const sameSignal = sql`t.kind = s.kind and coalesce(t.about, 0) = coalesce(s.about, 0) and t.key = s.key`

/** Takes away what sources with these kinds do not say any more. */
export async function endSignals(db: Db, kinds: readonly string[], scope: Scope, day: string): Promise<void> {
  const about = scope === 'everything' ? sql`true` : sql`s.about = any(${[...scope]}::bigint[])`
  await sql`
    with ended as (
      delete from today.signal s where s.kind = any(${[...kinds]}::text[]) and ${about} and not exists (
        select from staged_signal t where ${sameSignal})
      returning s.kind, s.answer_id)
    insert into today.tally (day, kind, ended)
    select ${day}::date, kind, count(*) from ended where answer_id is null group by kind
    on conflict (day, kind) do update set ended = tally.ended + excluded.ended`.execute(db)
}

/** What was answered among the staged ones, as it was then. */
export async function answeredAmongStaged(
  db: Db,
): Promise<{ id: number; then: SignalContent; now: SignalContent; delegated: boolean }[]> {
  const { rows } = await sql<{ id: number; then: SignalContent; now: SignalContent; delegated: boolean }>`
    select s.id, a.content as "then", a.state = 'delegated' as delegated,
      jsonb_build_object('due', t.due, 'value', t.value::text, 'values', t."values") as "now"
    from today.signal s
    join today.answer a on a.id = s.answer_id
    join staged_signal t on ${sameSignal}`.execute(db)
  return rows
}

/** They stand in the queue again as if nobody had answered. */
export async function forgetAnswers(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update today.signal set answer_id = null, holder_id = null where id = any(${[...ids]}::bigint[])`.execute(db)
}

/** Adds and changes signals to what is staged; what stays the same is not touched. */
export async function keepStaged(db: Db, day: string): Promise<void> {
  await sql`
    with kept as (
      insert into today.signal as s
        (kind, about, key, whose_id, whose_role, due, value, confidence, "values", score, arisen_on)
      select kind, about, key, whose_id, whose_role, due, value, confidence, "values", score, ${day}::date
      from staged_signal
      on conflict (kind, about, key) do update set whose_id = excluded.whose_id, whose_role = excluded.whose_role,
        due = excluded.due, value = excluded.value, confidence = excluded.confidence, "values" = excluded."values",
        score = excluded.score
      where (s.whose_id, s.whose_role, s.due, s.value, s.confidence, s."values", s.score)
        is distinct from (excluded.whose_id, excluded.whose_role, excluded.due, excluded.value, excluded.confidence,
          excluded."values", excluded.score)
      returning s.kind, s.xmax = 0 as arisen)
    insert into today.tally (day, kind, arisen)
    select ${day}::date, kind, count(*) from kept where arisen group by kind
    on conflict (day, kind) do update set arisen = tally.arisen + excluded.arisen`.execute(db)
}
