import { mayEditContacts } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { type Acting, lockEditable } from '../../accounts/edit-account.use.ts'
import { ofOneGroup } from '../../accounts/group.server.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { type Line, ringClosedBy } from './line.ts'
import { deleteLine, findLine, insertLine, insertLines, lockLines, reportingAbove, updateLine } from './lines.store.ts'

export type NewLine = Pick<Line, 'fromContactId' | 'toContactId' | 'kind'> & {
  strength?: number | null
  note?: string | null
}

/**
 * Draws a line between two people of one account or group; a line belongs to the account of its lower end. An influence
 * is clear (2) unless said otherwise. Refused as `contact_unknown`, `line_to_itself`, `line_apart`, `line_closes_ring`,
 * `line_there`.
 */
export async function addLine(context: Acting, line: NewLine): Promise<Line> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    const { from, to } = await lockEnds(db, actor, line)
    if (from.id === to.id) throw new Refusal('line_to_itself', { name: from.name })
    if (!(await ofOneGroup(db, [from.accountId, to.accountId])))
      throw new Refusal('line_apart', { from: from.name, to: to.name })
    if (line.kind === 'reports to') await refuseRing(db, line)
    const strength = line.kind === 'influences' ? (line.strength ?? 2) : null
    const added = await insertLine(db, { ...line, strength, note: line.note ?? null })
    if (!added) throw new Refusal('line_there', { from: from.name, to: to.name })
    await record(db, actor, added, { accountId: from.accountId, from: from.name, to: to.name }, 'add')
    return added
  })
}

/**
 * Many lines at once for a first load, by whoever may edit the accounts; the caller answers for their making no ring.
 * Those that are there already stay as they are.
 */
export async function drawLines(
  { db, actor }: Acting,
  lines: readonly (Omit<Line, 'id' | 'version'> & { accountId: number })[],
): Promise<void> {
  await db.transaction().execute(async transaction => {
    await insertLines(transaction, lines)
    await recordChanges(
      transaction,
      actor,
      [...Map.groupBy(lines, line => line.accountId)].map(([accountId, drawn]) => ({
        room: 'know',
        subject: 'relationship map',
        subjectId: accountId,
        accountId,
        operation: 'draw lines',
        after: { lines: drawn.length },
      })),
    )
  })
}

/** Refused as `line_unknown`, `line_changed_meanwhile`. */
export async function editLine(
  context: Acting,
  id: number,
  version: number,
  edit: Partial<Pick<Line, 'strength' | 'note'>>,
): Promise<Line> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    const { line, ends } = await lockLine(db, actor, id)
    if (line.version !== version) throw new Refusal('line_changed_meanwhile')
    const said: Partial<Pick<Line, 'strength' | 'note'>> =
      line.kind === 'influences' ? { ...edit, strength: edit.strength ?? line.strength } : { note: edit.note }
    const { before, after } = changedFields(line, said)
    if (Object.keys(after).length === 0) return line
    const edited = await updateLine(db, { ...line, ...after })
    if (!edited) throw new Refusal('line_changed_meanwhile')
    await record(db, actor, edited, ends, 'edit', before, after)
    return edited
  })
}

/** Returns what it was, so that it can be drawn again. Refused as `line_unknown`. */
export async function removeLine(context: Acting, id: number): Promise<Line> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    const { line, ends } = await lockLine(db, actor, id)
    await deleteLine(db, id)
    await record(db, actor, line, ends, 'remove')
    return line
  })
}

type Ends = { accountId: number; from: string; to: string }

async function lockEnds(db: Db, actor: Actor, { fromContactId, toContactId }: NewLine) {
  const names = await contactNames(db, [fromContactId, toContactId])
  const [from, to] = [names.get(fromContactId), names.get(toContactId)]
  if (!from) throw new Refusal('contact_unknown', { id: fromContactId })
  if (!to) throw new Refusal('contact_unknown', { id: toContactId })
  await lockEditable(db, actor, from.accountId, mayEditContacts)
  return { from, to }
}

async function lockLine(db: Db, actor: Actor, id: number): Promise<{ line: Line; ends: Ends }> {
  const found = await findLine(db, id)
  if (!found) throw new Refusal('line_unknown', { id })
  const { from, to } = await lockEnds(db, actor, found)
  // Read again under the account's lock: somebody may have changed or removed it while we waited.
  const line = await findLine(db, id)
  if (!line) throw new Refusal('line_unknown', { id })
  return { line, ends: { accountId: from.accountId, from: from.name, to: to.name } }
}

async function refuseRing(db: Db, line: NewLine): Promise<void> {
  await lockLines(db)
  const ring = ringClosedBy(line, await reportingAbove(db, line.toContactId))
  if (!ring) return
  const names = await contactNames(db, ring)
  throw new Refusal('line_closes_ring', { people: ring.map(id => names.get(id)?.name ?? String(id)).join(' → ') })
}

async function record(
  db: Db,
  actor: Actor,
  line: Line,
  { accountId, from, to }: Ends,
  operation: 'add' | 'edit' | 'remove',
  before?: object,
  after?: object,
): Promise<void> {
  const whole = { who: from, whom: to, kind: line.kind, strength: line.strength, note: line.note }
  await recordChange(db, actor, {
    room: 'know',
    subject: 'relationship line',
    subjectId: line.id,
    accountId,
    operation,
    before: operation === 'add' ? undefined : (before ?? whole),
    after: operation === 'remove' ? undefined : (after ?? whole),
  })
}
