import type { Kysely } from 'kysely'
import type pg from 'pg'
import { decideValueType, invite, judge, override } from '../identify/identify.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { DB } from '../platform/database-types.ts'
import type { DemoCompany } from './demo-company.ts'
import { actorOf, type DemoActors } from './load-people.use.ts'

type Loading = { db: Kysely<DB>; pool: pg.Pool; clock: Clock }

type Entered = Pick<DemoCompany, 'judgements' | 'invitations' | 'overrides' | 'valueTypes'>

/** What people have judged and decided, each entered by its author. `ids` are the accounts' by code. */
export async function loadJudgements(
  loading: Loading,
  actors: DemoActors,
  entered: Entered,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const as = (key: string) => ({ ...loading, actor: actorOf(actors, key) })
  const idOf = (code: string) => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`There is no account ${code}`)
    return id
  }
  for (const { account, measure, grade, day, authorKey } of entered.judgements) {
    await judge(as(authorKey), idOf(account), { measure, value: Number(grade), note: null, judgedOn: day })
  }
  for (const { account, inviterKey, ...term } of entered.invitations) await invite(as(inviterKey), idOf(account), term)
  for (const { account, authorKey, ...term } of entered.overrides) await override(as(authorKey), idOf(account), term)
  for (const { account, authorKey, valueType, reason } of entered.valueTypes) {
    await decideValueType(as(authorKey), idOf(account), valueType, reason)
  }
}
