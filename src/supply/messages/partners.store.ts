import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Standard } from './interchange/interchange-facts.ts'
import type { EnvelopeName } from './order-for-message.ts'
import type { MessageVersion, Partner, PartnerFields } from './partner.ts'

const columns = sql`id, account_id as "accountId", name, standard, their_qualifier as "theirQualifier", their_id as "theirId",
  our_qualifier as "ourQualifier", our_id as "ourId", message_version as "messageVersion", test,
  activity_overrides as "activityOverrides", sends_orders as "sendsOrders", version`

export async function lockPartner(db: Db, id: number): Promise<Partner | undefined> {
  const { rows } = await sql<Partner>`select ${columns} from supply.partner where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function listPartners(db: Db): Promise<Partner[]> {
  const { rows } = await sql<Partner>`select ${columns} from supply.partner order by lower(name), id`.execute(db)
  return rows
}

/** The partner of an account that orders go out to; the first one made where there are several. */
export async function orderPartner(db: Db, accountId: number): Promise<Partner | undefined> {
  const { rows } = await sql<Partner>`
    select ${columns} from supply.partner where account_id = ${accountId} and sends_orders order by id limit 1`.execute(
    db,
  )
  return rows[0]
}

/** Whether the account, standard and name are taken by another partner. */
export async function partnerNamed(db: Db, standard: Standard, name: EnvelopeName): Promise<Partner | undefined> {
  const { rows } = await sql<Partner>`
    select ${columns} from supply.partner
    where standard = ${standard} and their_qualifier = ${name.qualifier} and their_id = ${name.id}`.execute(db)
  return rows[0]
}

export async function insertPartner(
  db: Db,
  { standard, ...fields }: PartnerFields & { standard: Standard },
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into supply.partner (account_id, name, standard, their_qualifier, their_id, our_qualifier, our_id, message_version,
      test, sends_orders, activity_overrides, created_at, changed_at)
    values (${fields.accountId}, ${fields.name}, ${standard}, ${fields.theirQualifier}, ${fields.theirId},
      ${fields.ourQualifier}, ${fields.ourId}, ${fields.messageVersion}, ${fields.test}, ${fields.sendsOrders},
      ${JSON.stringify(fields.activityOverrides)}::jsonb, ${at}, ${at})
    on conflict (standard, their_qualifier, their_id) do nothing
    returning id`.execute(db)
  return rows[0]?.id ?? 0
}

export async function updatePartner(db: Db, id: number, fields: PartnerFields, at: Date): Promise<void> {
  await sql`
    update supply.partner set account_id = ${fields.accountId}, name = ${fields.name},
      their_qualifier = ${fields.theirQualifier}, their_id = ${fields.theirId}, our_qualifier = ${fields.ourQualifier},
      our_id = ${fields.ourId}, message_version = ${fields.messageVersion}, test = ${fields.test},
      sends_orders = ${fields.sendsOrders}, activity_overrides = ${JSON.stringify(fields.activityOverrides)}::jsonb,
      version = version + 1, changed_at = ${at}
    where id = ${id}`.execute(db)
}

/** The partner that sends under this name, made where there is none yet: its first interchange is how we learn of it. */
export async function ensurePartner(
  db: Db,
  seen: { standard: Standard; sender: EnvelopeName; receiver: EnvelopeName; version: MessageVersion; test: boolean },
  at: Date,
): Promise<Partner> {
  const known = await partnerNamed(db, seen.standard, seen.sender)
  if (known && (known.ourId !== '' || seen.receiver.id === '')) return known
  if (known) {
    const { qualifier: ourQualifier, id: ourId } = seen.receiver
    await sql`update supply.partner set our_qualifier = ${ourQualifier}, our_id = ${ourId} where id = ${known.id}`.execute(
      db,
    )
    return { ...known, ourQualifier, ourId }
  }
  await insertPartner(
    db,
    {
      accountId: null,
      name: seen.sender.id,
      standard: seen.standard,
      theirQualifier: seen.sender.qualifier,
      theirId: seen.sender.id,
      ourQualifier: seen.receiver.qualifier,
      ourId: seen.receiver.id,
      messageVersion: seen.version,
      test: seen.test,
      sendsOrders: false,
      activityOverrides: {},
    },
    at,
  )
  return (await partnerNamed(db, seen.standard, seen.sender))!
}

/**
 * The next control number for a partner. The row stays locked until the transaction ends: two writers get two numbers in
 * turn, and one that is rolled back gives its number back. X12 holds nine digits.
 */
export async function nextControlNumber(db: Db, partnerId: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update supply.partner set last_control_number = last_control_number % 999999999 + 1
    where id = ${partnerId} returning last_control_number as number`.execute(db)
  return rows[0]!.number
}
