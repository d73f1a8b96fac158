import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'
import type { ValueType } from './value-type.ts'

export interface ValueTypeDecision {
  valueType: ValueType | null
  suggested: ValueType | null
  reason: string | null
  author: string
  decidedAt: Date
}

export async function decidedValueType(db: Db, accountId: number): Promise<ValueTypeDecision | undefined> {
  const { rows } = await sql<ValueTypeDecision>`
    select value_type as "valueType", suggested, reason, author_name as author, decided_at as "decidedAt"
    from identify.value_type where account_id = ${accountId} order by id desc limit 1`.execute(db)
  return rows[0]
}

/** What people have decided, by account; of all accounts where none are given. */
export async function decidedValueTypes(db: Db, accountIds: readonly number[] | null): Promise<Map<number, ValueType>> {
  const { rows } = await sql<{ accountId: number; valueType: ValueType | null }>`
    select distinct on (account_id) account_id as "accountId", value_type as "valueType" from identify.value_type
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])
    order by account_id, id desc`.execute(db)
  return new Map(rows.flatMap(row => (row.valueType ? [[row.accountId, row.valueType]] : [])))
}

/** Keeps what was suggested at the time, so that one can see later who overruled the figures and why. */
export async function addValueType(
  db: Db,
  author: Pick<Actor, 'id' | 'name'>,
  accountId: number,
  { valueType, suggested, reason }: { valueType: ValueType | null; suggested: ValueType | null; reason: string | null },
): Promise<void> {
  await sql`
    insert into identify.value_type (account_id, value_type, suggested, reason, author_id, author_name)
    values (${accountId}, ${valueType}, ${suggested}, ${reason}, ${author.id}, ${author.name})`.execute(db)
}
