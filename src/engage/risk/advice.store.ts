import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Channel, Following } from './following.ts'
import type { Measure } from './measures.ts'

export type Outcome = {
  followed: Following | null
  /** Exact decimals in base currency. */
  lossAvoided: string | null
  loss: string | null
  outcomeWords: string | null
}

export type Advice = Outcome & {
  id: number
  alertId: number
  accountId: number
  /** Null: the site was deleted since; its name stays. */
  siteId: number | null
  siteName: string
  measures: Measure[]
  words: string | null
  givenBy: string
  givenAt: Date
  contactId: number | null
  channel: Channel
  goodsValue: string | null
  outcomeAt: Date | null
  version: number
}

const adviceColumns = sql`
  id, alert_id as "alertId", account_id as "accountId", site_id as "siteId", site_name as "siteName", measures, words,
  given_by as "givenBy", given_at as "givenAt", contact_id as "contactId", channel,
  trim_scale(goods_value)::text as "goodsValue", followed, trim_scale(loss_avoided)::text as "lossAvoided",
  trim_scale(loss)::text as loss, outcome_words as "outcomeWords", outcome_at as "outcomeAt", version`

export type NewAdvice = Omit<Advice, 'id' | 'version' | 'outcomeAt' | keyof Outcome>

export async function insertAdvice(db: Db, advice: readonly NewAdvice[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.risk_advice (alert_id, account_id, site_id, site_name, measures, words, given_by, given_at,
      contact_id, channel, goods_value)
    select d."alertId", d."accountId", d."siteId", d."siteName", d.measures, d.words, d."givenBy", d."givenAt",
      d."contactId", d.channel, d."goodsValue"
    from jsonb_to_recordset(${JSON.stringify(advice)}::jsonb) as d ("alertId" bigint, "accountId" bigint,
      "siteId" bigint, "siteName" text, measures text[], words text, "givenBy" text, "givenAt" timestamptz,
      "contactId" bigint, channel text, "goodsValue" numeric)
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export async function writeOutcome(db: Db, id: number, outcome: Outcome, at: Date | null): Promise<void> {
  await sql`
    update engage.risk_advice set followed = ${outcome.followed}, loss_avoided = ${outcome.lossAvoided},
      loss = ${outcome.loss}, outcome_words = ${outcome.outcomeWords}, outcome_at = ${at}, version = version + 1
    where id = ${id}`.execute(db)
}

export async function findAdvice(db: Db, id: number): Promise<Advice | undefined> {
  const { rows } =
    await sql<Advice>`select ${adviceColumns} from engage.risk_advice where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function deleteAdvice(db: Db, id: number): Promise<void> {
  await sql`delete from engage.risk_advice where id = ${id}`.execute(db)
}

export async function adviceOf(db: Db, alertIds: readonly number[]): Promise<Advice[]> {
  const { rows } = await sql<Advice>`
    select ${adviceColumns} from engage.risk_advice where alert_id = any(${alertIds}::bigint[])
    order by given_at desc, id desc`.execute(db)
  return rows
}

export type AdviceTold = {
  id: number
  alertId: number
  accountId: number
  at: string
  givenBy: string
  site: string
  words: string | null
  followed: string | null
  /** Loss avoided, base currency. */
  saved: string | null
}

/** Advice given, latest first, below the bound (instant first, then id of 12 digits), for the timeline. */
export async function adviceBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<AdviceTold[]> {
  const { rows } = await sql<AdviceTold>`
    select id, alert_id as "alertId", account_id as "accountId",
      to_char(given_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, given_by as "givenBy", site_name as site,
      words, followed, trim_scale(loss_avoided)::text as saved
    from engage.risk_advice
    where account_id = any(${accountIds}::bigint[])
      and (given_at, lpad(id::text, 12, '0') collate "C") < (${bound.at}::timestamptz, ${bound.key})
    order by given_at desc, id desc limit ${limit}`.execute(db)
  return rows
}
