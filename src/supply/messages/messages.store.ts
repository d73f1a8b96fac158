import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Standard } from './interchange/interchange-facts.ts'
import type { Fault } from './interchange/interchange-fault.ts'
import type { Verdict } from './interchange/read-acknowledgements.ts'
import type { MessageState } from './partner.ts'

export type NewMessage = {
  partnerId: number | null
  direction: 'in' | 'out'
  standard: Standard
  type: string
  controlNumber: string
  groupControlNumber: string | null
  test: boolean
  state: MessageState
  messages: number
  segments: number
  fault: Fault | null
  fileName: string
  fileId: string | null
  ackFileId: string | null
  importId: number | null
  subject: string | null
}

export type Message = Omit<NewMessage, 'groupControlNumber'> & { id: number; at: Date }

export async function insertMessage(db: Db, message: NewMessage, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into supply.message (partner_id, direction, standard, type, control_number, group_control_number, test, state,
      messages, segments, fault, file_name, file_id, ack_file_id, import_id, subject, at)
    values (${message.partnerId}, ${message.direction}, ${message.standard}, ${message.type}, ${message.controlNumber},
      ${message.groupControlNumber}, ${message.test}, ${message.state}, ${message.messages}, ${message.segments},
      ${message.fault === null ? null : JSON.stringify(message.fault)}::jsonb, ${message.fileName}, ${message.fileId},
      ${message.ackFileId}, ${message.importId}, ${message.subject}, ${at})
    returning id`.execute(db)
  return rows[0]!.id
}

/** Newest first; `before` is the id to go on from. */
export async function listMessages(
  db: Db,
  filter: { partnerId?: number; direction?: 'in' | 'out'; state?: MessageState; before?: number; limit: number },
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select id, partner_id as "partnerId", direction, standard, type, control_number as "controlNumber", test, state, messages,
      segments, fault, file_name as "fileName", file_id as "fileId", ack_file_id as "ackFileId", import_id as "importId",
      subject, at
    from supply.message
    where (${filter.partnerId ?? null}::bigint is null or partner_id = ${filter.partnerId ?? null})
      and (${filter.direction ?? null}::text is null or direction = ${filter.direction ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.before ?? null}::bigint is null or id < ${filter.before ?? null})
    order by id desc limit ${filter.limit}`.execute(db)
  return rows
}

export async function messagesOfImport(
  db: Db,
  importId: number,
): Promise<Pick<Message, 'id' | 'type' | 'controlNumber' | 'state' | 'ackFileId'>[]> {
  const { rows } = await sql<Pick<Message, 'id' | 'type' | 'controlNumber' | 'state' | 'ackFileId'>>`
    select id, type, control_number as "controlNumber", state, ack_file_id as "ackFileId" from supply.message
    where import_id = ${importId} order by id`.execute(db)
  return rows
}

/** Whether an interchange of this number was taken before, and by which import. */
export async function takenBefore(
  db: Db,
  partnerId: number,
  controlNumber: string,
): Promise<{ importId: number | null; at: Date } | undefined> {
  const { rows } = await sql<{ importId: number | null; at: Date }>`
    select import_id as "importId", at from supply.message
    where partner_id = ${partnerId} and control_number = ${controlNumber} and direction = 'in'
      and state in ('taken', 'partly')`.execute(db)
  return rows[0]
}

/** After an undo the same interchange may come again. */
export async function markUndone(db: Db, importId: number): Promise<void> {
  await sql`
    update supply.message set state = 'undone'
    where import_id = ${importId} and direction = 'in' and state in ('taken', 'partly')`.execute(db)
}

/** What a partner says of what we sent: by group (X12) or interchange (EDIFACT) control number, leading zeros apart. */
export async function answerMessages(db: Db, partnerId: number, verdicts: readonly Verdict[]): Promise<number> {
  if (verdicts.length === 0) return 0
  const { numAffectedRows } = await sql`
    update supply.message m set state = case when v.accepted then 'accepted' else 'rejected' end
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as v (control text, accepted boolean)
    where m.partner_id = ${partnerId} and m.direction = 'out'
      and ltrim(coalesce(m.group_control_number, m.control_number), '0') = ltrim(v.control, '0')`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export type PartnerCounts = {
  partnerId: number
  taken: number
  refused: number
  written: number
  lastAt: Date
  unmapped: number
}

export async function countMessages(db: Db): Promise<PartnerCounts[]> {
  const { rows } = await sql<PartnerCounts>`
    select p.id as "partnerId", count(m.id) filter (where m.state in ('taken', 'partly'))::integer as taken,
      count(m.id) filter (where m.state = 'refused')::integer as refused,
      count(m.id) filter (where m.direction = 'out')::integer as written, max(m.at) as "lastAt",
      (select count(distinct (u.kind, u.code))::integer from supply.unmapped_code u
        where u.partner_id = p.id and not u.mapped) as unmapped
    from supply.partner p left join supply.message m on m.partner_id = p.id
    group by p.id`.execute(db)
  return rows
}
