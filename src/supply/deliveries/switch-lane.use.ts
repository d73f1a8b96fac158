import { mayEditAccount } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { claimDeliveries } from './deliveries.server.ts'
import { shipmentsToDecide } from './read-transport.use.ts'
import { endSwitch, insertSwitch, lockSwitch, type ModeSwitch } from './switches.store.ts'
import { claimedPlaces, lanesInUse, type ServingLane } from './transport.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

type Said = {
  fromLaneId: number
  toLaneId: number
  accountId: number | null
  fromDay: string
  toDay: string
  reason: string
}

/** Who may send goods another way: those whose work it is everywhere, a manager for an account they own. */
export function maySwitch(actor: Pick<Actor, 'id' | 'role'>, account: { ownerId: string | null } | null): boolean {
  return actor.role === 'back office' || (account === null ? isHead(actor) : mayEditAccount(actor, account))
}

const isHead = ({ role }: Pick<Actor, 'role'>): boolean => role === 'head' || role === 'administrator'

/**
 * Sends what has not left by a lane in these days another way. What it is expected to save and to cost is kept with it.
 * Refused as account_unknown, account_not_yours, lane_switch_not_allowed, lane_switch_days_invalid, lane_switch_empty.
 */
export async function switchLane(context: Acting, said: Said): Promise<ModeSwitch> {
  const { actor, clock } = context
  if (said.toDay < said.fromDay) throw new Refusal('lane_switch_days_invalid')
  return context.db.transaction().execute(async db => {
    if (said.accountId !== null) await lockEditable(db, actor, said.accountId, maySwitch)
    else if (!maySwitch(actor, null)) throw new Refusal('lane_switch_not_allowed')
    const shipments = await shipmentsToDecide(
      { db, clock },
      { accountIds: said.accountId === null ? null : [said.accountId] },
    )
    const moved = shipments.flatMap(shipment => {
      const other = shipment.others.find(({ lane }) => lane.id === said.toLaneId)
      const leaves = shipment.leavesOn >= said.fromDay && shipment.leavesOn <= said.toDay
      return other && leaves && shipment.usual.lane.id === said.fromLaneId ? [{ shipment, other }] : []
    })
    const first = moved[0]
    if (!first) throw new Refusal('lane_switch_empty')
    const deliveries = moved.flatMap(({ shipment }) => shipment.lines.map(line => line.publicId))
    await send(context, db, deliveries, first.shipment.usual.lane, first.other.lane)
    const made = await insertSwitch(db, {
      ...said,
      alertId: moved.find(({ shipment }) => shipment.storm.source === 'alert')?.shipment.storm.alert?.alertId ?? null,
      expectedSaved: sum(moved.map(({ other }) => other.choice.saved)),
      extraCost: sum(moved.map(({ other }) => other.choice.extraCost)),
      shipments: moved.length,
      deliveries,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: clock.now(),
    })
    await recordSwitch(db, actor, made, 'switch', [...new Set(moved.map(({ shipment }) => shipment.account.id))])
    return made
  })
}

type Ending = { id: number; version: number; saved: string | null; spent: string | null; outcome: string | null }

/**
 * Ends a switch: what has not left goes its usual way again. Refused as lane_switch_not_found, lane_switch_not_allowed,
 * lane_switch_ended_already, lane_switch_changed_meanwhile.
 */
export async function endLaneSwitch(context: Acting, { id, version, ...result }: Ending): Promise<ModeSwitch> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    const known = await lockSwitch(db, id)
    if (!known) throw new Refusal('lane_switch_not_found', { id })
    if (known.accountId !== null) await lockEditable(db, actor, known.accountId, maySwitch)
    else if (!maySwitch(actor, null)) throw new Refusal('lane_switch_not_allowed')
    if (known.state === 'ended') throw new Refusal('lane_switch_ended_already')
    if (known.version !== version) throw new Refusal('lane_switch_changed_meanwhile', { id })
    const lanes = new Map((await lanesInUse(db)).map(lane => [lane.id, lane]))
    const [usual, other] = [lanes.get(known.fromLaneId), lanes.get(known.toLaneId)]
    // A lane that was closed meanwhile takes nothing back.
    if (usual && other) await send(context, db, known.deliveries, other, usual)
    const ended = await endSwitch(db, id, result)
    await recordSwitch(db, actor, ended, 'end switch', [known.accountId])
    return ended
  })
}

/** Says of these lines, where they stand, that they go by another lane. */
async function send(context: Acting, db: Db, deliveries: readonly string[], from: ServingLane, to: ServingLane) {
  const places = await claimedPlaces(db, deliveries, from)
  for (const source of new Set(places.map(place => place.source)))
    await claimDeliveries(
      db,
      { via: 'hand', source, personId: context.actor.id, at: context.clock.now() },
      places
        .filter(place => place.source === source)
        .map(({ originId, key }) => ({ accountId: originId, key, laneId: to.id, mode: to.mode })),
    )
}

async function recordSwitch(
  db: Db,
  actor: Actor,
  { id, ...made }: ModeSwitch,
  operation: string,
  accountIds: readonly (number | null)[],
): Promise<void> {
  const { fromDay, toDay, reason, expectedSaved, extraCost, shipments, state, saved, spent, outcome } = made
  const after = { fromDay, toDay, reason, expectedSaved, extraCost, shipments, state, saved, spent, outcome }
  await recordChanges(
    db,
    actor,
    accountIds.map(accountId => ({
      room: 'supply',
      subject: 'transport',
      subjectId: id,
      accountId,
      operation,
      after,
    })),
  )
}

const sum = (amounts: readonly number[]): string => amounts.reduce((total, each) => total + each, 0).toFixed(2)
