import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type CapacitySaid, capacityNamed, deleteCapacity, listCapacities, writeCapacity } from './capacities.store.ts'
import type { Acting } from './run-inputs.server.ts'

type Known = { id: number; version: number }

/** Adds what products share, or changes it. @throws Refusal capacity_named_already, capacity_changed_meanwhile */
export async function saveCapacity(acting: Acting, said: CapacitySaid, known: Known | null): Promise<void> {
  await acting.db.transaction().execute(async db => {
    const before = await named(db, known)
    if (await capacityNamed(db, said.name, known?.id ?? null))
      throw new Refusal('capacity_named_already', { name: said.name })
    const id = await writeCapacity(db, said, known)
    if (id === null) throw new Refusal('capacity_changed_meanwhile')
    await record(db, acting, id, known ? 'change' : 'add', before, said)
  })
}

/** Runs that were shared within it keep it. @throws Refusal capacity_changed_meanwhile */
export async function removeCapacity(acting: Acting, known: Known): Promise<void> {
  await acting.db.transaction().execute(async db => {
    const before = await named(db, known)
    if (!(await deleteCapacity(db, known.id, known.version))) throw new Refusal('capacity_changed_meanwhile')
    await record(db, acting, known.id, 'remove', before, undefined)
  })
}

async function named(db: Db, known: Known | null) {
  return known ? (await listCapacities(db)).find(capacity => capacity.id === known.id) : undefined
}

async function record(
  db: Db,
  { actor }: Acting,
  subjectId: number,
  operation: string,
  before: unknown,
  after: unknown,
) {
  await recordChange(db, actor, { room: 'supply', subject: 'capacity', subjectId, operation, before, after })
}
