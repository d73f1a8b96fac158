import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'
import type { JudgedMeasureKey } from './measures.ts'

export interface Judgement {
  id: number
  measure: JudgedMeasureKey
  value: number
  note: string | null
  judgedOn: string
  author: string
}

const columns = sql`id, measure, value::double precision as value, note, judged_on as "judgedOn", author_name as author`

export async function addJudgement(
  db: Db,
  author: Pick<Actor, 'id' | 'name'>,
  accountId: number,
  {
    measure,
    value,
    note,
    judgedOn,
  }: { measure: JudgedMeasureKey; value: number; note: string | null; judgedOn: string },
): Promise<Judgement> {
  const { rows } = await sql<Judgement>`
    insert into identify.judgement (account_id, measure, value, note, judged_on, author_id, author_name)
    values (${accountId}, ${measure}, ${value}, ${note}, ${judgedOn}, ${author.id}, ${author.name})
    returning ${columns}`.execute(db)
  return rows[0]!
}

/** All judgements of an account, the newest of each measure first. */
export async function judgementsOf(db: Db, accountId: number): Promise<Judgement[]> {
  const { rows } = await sql<Judgement>`
    select ${columns} from identify.judgement where account_id = ${accountId}
    order by measure, judged_on desc, id desc`.execute(db)
  return rows
}

/** The grades that count on a day, by account. */
export async function judgedValues(
  db: Db,
  asOf: string,
): Promise<Map<number, Partial<Record<JudgedMeasureKey, number>>>> {
  const { rows } = await sql<{ accountId: number; measure: JudgedMeasureKey; value: number }>`
    select distinct on (account_id, measure) account_id as "accountId", measure, value::double precision as value
    from identify.judgement where judged_on <= ${asOf}
    order by account_id, measure, judged_on desc, id desc`.execute(db)
  const byAccount = new Map<number, Partial<Record<JudgedMeasureKey, number>>>()
  for (const { accountId, measure, value } of rows)
    byAccount.set(accountId, { ...byAccount.get(accountId), [measure]: value })
  return byAccount
}

/** Grows with every judgement. */
export async function newestJudgement(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(id) as id from identify.judgement`.execute(db)
  return rows[0]!.id ?? 0
}
