import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { accountOwners } from '../../accounts/account-owners.server.ts'
import { alertTitles } from '../../engage/risk/risk.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { shipmentsToDecide } from './read-transport.use.ts'
import { type Acting, maySwitch } from './switch-lane.use.ts'
import { listSwitches, type ModeSwitch } from './switches.store.ts'
import { lanesByIds, type ServingLane } from './transport.store.ts'

/** The storm-season question for every shipment that has not left and has a faster way, most to gain first. */
export async function readQuestions(context: Acting, asked: { accountId?: number; ownerId?: string }) {
  const { db, actor } = context
  const owned = asked.ownerId === undefined ? null : await ownedAccounts(db, asked.ownerId)
  const accountIds = asked.accountId === undefined ? owned : [asked.accountId]
  const shipments = await shipmentsToDecide(context, { accountIds })
  return {
    today: await businessDay(context),
    shipments: shipments.flatMap(({ account, lines, value, usual, storm, others, ...shipment }) => {
      const other = others[0]
      if (!other) return []
      const { choice } = other
      return [
        {
          ...shipment,
          account: { id: account.id, code: account.code, name: account.name },
          mayDecide: maySwitch(actor, account),
          lines: lines.length,
          value: value === null ? null : money(value),
          usual: { lane: shownLane(usual.lane), cost: money(usual.cost), loss: money(choice.usualLoss) },
          storm: { ...storm, alert: storm.alert && { id: storm.alert.alertId, title: storm.alert.title } },
          other: {
            lane: shownLane(other.lane),
            cost: money(other.cost),
            loss: money(choice.otherLoss),
            saved: money(choice.saved),
            extraCost: money(choice.extraCost),
            gain: money(choice.gain),
            pays: choice.pays,
            breakEven: choice.breakEven,
          },
        },
      ]
    }),
  }
}

export async function readSwitches(context: Acting, asked: { accountId?: number; limit: number }) {
  return describeSwitches(context, await listSwitches(context.db, asked))
}

export async function describeSwitches({ db, actor }: Acting, switches: readonly ModeSwitch[]) {
  const ids = switches.flatMap(each => each.accountId ?? [])
  const [names, owners] = [await accountNames(db, ids), await accountOwners(db, ids)]
  const titles = await alertTitles(
    db,
    switches.flatMap(each => each.alertId ?? []),
  )
  const lanes = await laneBook(db, switches)
  const { timeZone } = await readSettings(db)
  return switches.map(
    ({ fromLaneId, toLaneId, accountId, alertId, decidedAt, deliveries: _lines, decidedBy: _id, ...each }) => {
      const account = accountId === null ? null : names.get(accountId)!
      return {
        ...each,
        from: shownLane(lanes.get(fromLaneId)!),
        to: shownLane(lanes.get(toLaneId)!),
        account: account && { id: account.id, code: account.code, name: account.name },
        alert: alertId === null ? null : { id: alertId, title: titles.get(alertId) ?? '' },
        decidedOn: dayIn(timeZone, decidedAt),
        mayEnd: each.state === 'in force' && maySwitch(actor, accountId === null ? null : owners.get(accountId)!),
      }
    },
  )
}

async function laneBook(db: Db, switches: readonly ModeSwitch[]): Promise<Map<number, ServingLane>> {
  const lanes = await lanesByIds(
    db,
    switches.flatMap(each => [each.fromLaneId, each.toLaneId]),
  )
  return new Map(lanes.map(lane => [lane.id, lane]))
}

const shownLane = ({ id, name, mode, days }: ServingLane) => ({ id, name, mode, days })

const money = (value: number): string => value.toFixed(2)
