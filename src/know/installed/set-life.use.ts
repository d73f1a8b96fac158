import { recordChange } from '../../platform/audit.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteLife, lockLife, writeLife } from './line-lives.store.ts'

/** Says how long a product line lives, or with null that the general default holds. Refused as `life_changed_meanwhile`. */
export async function setLife(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  { productLine, lifeMonths, version }: { productLine: string; lifeMonths: number | null; version: number | null },
): Promise<{ version: number | null }> {
  return db.transaction().execute(async transaction => {
    const known = await lockLife(transaction, productLine)
    if ((known?.version ?? null) !== version) throw new Refusal('life_changed_meanwhile', { line: productLine })
    if ((known?.lifeMonths ?? null) === lifeMonths) return { version }
    await recordChange(transaction, actor, {
      room: 'know',
      subject: 'product line',
      subjectId: productLine,
      operation: 'set life',
      before: { lifeMonths: known?.lifeMonths ?? null },
      after: { lifeMonths },
    })
    if (lifeMonths === null) {
      await deleteLife(transaction, productLine)
      return { version: null }
    }
    return { version: await writeLife(transaction, { productLine, lifeMonths, personId: actor.id }) }
  })
}
