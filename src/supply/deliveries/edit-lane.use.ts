import { accountNames } from '../../accounts/account-names.server.ts'
import { directoryEntries } from '../../accounts/directory.server.ts'
import { addDays } from '../../engage/visits/wall-clock.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { observedLeadTimes } from './deliveries.server.ts'
import type { Lane, LaneFields } from './lane.ts'
import { deleteLane, findLane, insertLane, listLanes, updateLane } from './lanes.store.ts'
import { pooledDays } from './pooled-days.ts'

type Acting = { db: Db; clock: Clock; actor: Actor }

/** Lanes with the account they are for and the days seen on deliveries of their mode in the last twelve months. */
export async function readLanes(context: { db: Db; clock: Clock }, accountId?: number) {
  return described(context, await listLanes(context.db, accountId))
}

async function described({ db, clock }: { db: Db; clock: Clock }, lanes: readonly Lane[]) {
  const accounts = await accountNames(
    db,
    lanes.flatMap(lane => lane.accountId ?? []),
  )
  const since = addDays(await businessDay({ db, clock }), -365)
  const seen = await observedLeadTimes(db, { since })
  const entries = await directoryEntries(db, [...new Set(seen.map(each => each.accountId))])
  const countries = new Map(entries.map(entry => [entry.id, entry.country]))
  return lanes.map(({ accountId, ...lane }) => {
    const named = accountId === null ? undefined : accounts.get(accountId)
    const served = seen.filter(
      each =>
        each.mode === lane.mode &&
        (accountId !== null
          ? each.accountId === accountId
          : lane.country === null || countries.get(each.accountId) === lane.country),
    )
    return {
      ...lane,
      account: named === undefined ? null : { id: named.id, code: named.code, name: named.name },
      seen: pooledDays(served),
    }
  })
}

/** Refused as `lane_account_unknown`, `lane_slow_unlikely`. */
export async function addLane(context: Acting, fields: LaneFields) {
  return context.db.transaction().execute(async db => {
    await check(db, fields)
    const lane = await insertLane(db, fields)
    await record(db, context.actor, lane, 'add', undefined, fields)
    return (await described({ ...context, db }, [lane]))[0]!
  })
}

/** Refused as addLane, `lane_unknown`, `lane_changed_meanwhile`. */
export async function editLane(context: Acting, id: number, version: number, fields: LaneFields) {
  return context.db.transaction().execute(async db => {
    const before = await findLane(db, id)
    if (!before) throw new Refusal('lane_unknown', { id })
    if (before.version !== version) throw new Refusal('lane_changed_meanwhile', { name: before.name })
    await check(db, fields)
    const lane = await updateLane(db, id, fields)
    await record(db, context.actor, lane, 'edit', before, fields)
    return (await described({ ...context, db }, [lane]))[0]!
  })
}

/** Refused as `lane_unknown`. */
export async function removeLane(context: Acting, id: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const lane = await findLane(db, id)
    if (!lane) throw new Refusal('lane_unknown', { id })
    await deleteLane(db, id)
    await record(db, context.actor, lane, 'remove', lane)
  })
}

async function check(db: Db, { accountId, days, daysP90 }: LaneFields): Promise<void> {
  if (accountId !== null && !(await accountNames(db, [accountId])).has(accountId))
    throw new Refusal('lane_account_unknown', { account: accountId })
  if (daysP90 !== null && Number(daysP90) < Number(days)) throw new Refusal('lane_slow_unlikely')
}

async function record(db: Db, actor: Actor, lane: Lane, operation: string, before?: object, after?: object) {
  const { id: subjectId, accountId } = lane
  await recordChange(db, actor, {
    room: 'supply',
    subject: 'lane',
    subjectId,
    accountId: accountId ?? undefined,
    operation,
    before,
    after,
  })
}
