import { accountOwners, type OwnedAccount } from '../../accounts/account-owners.server.ts'
import { type Threat, threatsInForce } from '../../engage/risk/risk.server.ts'
import { citySpellings, sitesById } from '../../know/sites/sites.server.ts'
import { unitMargins } from '../../ledger/ledger.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { type Clock, dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import { stockNow, weeklySales } from '../stock/stock.server.ts'
import { lanesServing, usualAndFaster } from './serving-lanes.ts'
import { type RiskSource, type Seen, stops, stormRisk } from './storm-season.ts'
import {
  dueToArrive,
  lanesInUse,
  type ServingLane,
  type WaitingLine,
  waitingLines,
  weatherSeen,
} from './transport.store.ts'
import { type Choice, chooseWay, type Waiting, type Way } from './transport-choice.ts'

/** As far ahead as shipments are asked about, and as many weeks back as demand is read. */
const daysAhead = 42
const weeksBack = 13

export type OtherWay = {
  lane: ServingLane
  days: number
  cost: number
  choice: Choice
  risk: RiskSource
}

export type Shipment = {
  account: OwnedAccount
  consignment: string
  promisedOn: string
  leavesOn: string
  lines: readonly WaitingLine[]
  value: number | null
  usual: { lane: ServingLane; days: number; cost: number }
  /** What may hold it up on its usual way. */
  storm: { probability: number; delayDays: number; source: RiskSource; consignments: number; alert: Threat | null }
  /** Faster ways whose freight can be said, the one that gains most first. */
  others: OtherWay[]
}

/** Every shipment that has not left and could go a faster way, those that gain most by it first. */
export async function shipmentsToDecide(
  { db, clock }: { db: Db; clock: Clock },
  asked: { accountIds: readonly number[] | null },
): Promise<Shipment[]> {
  const today = await businessDay({ db, clock })
  const lines = await waitingLines(db, { ...asked, from: today, to: daysAfter(today, daysAhead) })
  if (lines.length === 0) return []
  const accountIds = [...new Set(lines.map(line => line.accountId))]
  const { timeZone } = await readSettings(db)
  const lanes = await lanesInUse(db)
  const facts: Facts = {
    today,
    timeZone,
    accounts: await accountOwners(db, accountIds),
    lanes,
    weather: await weatherSeen(db),
    threats: await threatsFrom(db, lanes),
    items: await itemsOf(db, accountIds, today),
  }
  const groups = new Map<string, WaitingLine[]>()
  for (const line of lines) {
    const key = `${line.accountId} ${line.promisedOn} ${line.laneId ?? line.mode} ${line.consignment}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()]
    .flatMap(group => shipmentOf(group, facts) ?? [])
    .sort((one, other) => bestGain(other) - bestGain(one))
}

const bestGain = (shipment: Shipment): number => shipment.others[0]?.choice.gain ?? Number.NEGATIVE_INFINITY

type Item = Pick<Waiting, 'onHand' | 'dailyDemand' | 'demandDeviation' | 'unitMargin'> & {
  price: number | null
  due: { day: string; quantity: number }[]
}

type Facts = {
  today: string
  timeZone: string
  accounts: ReadonlyMap<number, OwnedAccount>
  lanes: readonly ServingLane[]
  weather: readonly Seen[]
  threats: readonly (Threat & { origin: string | null })[]
  /** By "account product". */
  items: ReadonlyMap<string, Item>
}

/** Stock, demand of the last quarter, what is due and what a unit earns, for every product of these accounts. */
async function itemsOf(db: Db, accountIds: readonly number[], today: string): Promise<Map<string, Item>> {
  const items = new Map<string, Item>()
  const item = (accountId: number, productId: number): Item => {
    const key = `${accountId} ${productId}`
    const known = items.get(key)
    if (known) return known
    const made: Item = { onHand: 0, dailyDemand: 0, demandDeviation: 0, unitMargin: 0, price: null, due: [] }
    items.set(key, made)
    return made
  }
  for (const row of await stockNow(db, { accountIds })) item(row.accountId, row.productId).onHand += Number(row.onHand)
  const first = daysAfter(weekOf(today), -7 * weeksBack)
  const sold = new Map<Item, number[]>()
  for (const row of await weeklySales(db, { accountIds, from: first, until: daysAfter(weekOf(today), -1) })) {
    const own = item(row.accountId, row.productId)
    sold.set(own, [...(sold.get(own) ?? []), Number(row.sold) + Number(row.lostSales)])
  }
  for (const [own, weeks] of sold) {
    const mean = weeks.reduce((sum, each) => sum + each, 0) / weeks.length
    const variance = weeks.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, weeks.length - 1)
    own.dailyDemand = Math.max(0, mean / 7)
    own.demandDeviation = Math.sqrt(variance / 7)
  }
  for (const row of await dueToArrive(db, accountIds, daysAfter(today, daysAhead)))
    item(row.accountId, row.productId).due.push({ day: row.day, quantity: Number(row.quantity) })
  for (const row of await unitMargins(db, { accountIds, from: daysAfter(today, -365), to: today })) {
    const own = item(row.accountId, row.productId)
    own.unitMargin = Number(row.margin)
    own.price = Number(row.price)
  }
  return items
}

function shipmentOf(lines: readonly WaitingLine[], facts: Facts): Shipment | null {
  const { accountId, promisedOn, consignment } = lines[0]!
  const account = facts.accounts.get(accountId)!
  const ways = usualAndFaster(lanesServing(facts.lanes, account), lines[0]!)
  if (!ways) return null
  const { usual, faster } = ways
  const leavesOn = laterOf(facts.today, daysAfter(promisedOn, -Math.round(usual.days)))
  const wait = daysFrom(facts.today, leavesOn)
  const value = goodsValue(lines, facts)
  const weight = sumOf(lines.map(line => line.weightKg))
  const usualCost = freightOf(usual, weight, value)
  if (usualCost === null) return null
  const month = Number(leavesOn.slice(5, 7))
  const alertOn = (lane: ServingLane) => reaching(facts, accountId, lane, leavesOn)
  const risk = (lane: ServingLane) => stormRisk(lane.mode, month, facts.weather, alertOn(lane))
  const waiting = lines.flatMap(line => waitingOf(line, facts) ?? [])
  const wayOf = (lane: ServingLane, cost: number): Way => ({
    days: wait + lane.days,
    daysDeviation: lane.daysP90 === null ? 0 : (lane.daysP90 - lane.days) / 1.2816,
    cost,
  })
  const others = faster
    .flatMap((lane): OtherWay[] => {
      const cost = freightOf(lane, weight, value)
      if (cost === null) return []
      const usualRisk = risk(usual)
      const otherRisk = risk(lane)
      const choice = chooseWay(wayOf(usual, usualCost), wayOf(lane, cost), usualRisk, otherRisk, waiting)
      return [{ lane, days: lane.days, cost, choice, risk: otherRisk.source }]
    })
    .sort((one, other) => other.choice.gain - one.choice.gain)
  const storm = { ...risk(usual), alert: alertOn(usual) }
  return {
    account,
    consignment,
    promisedOn,
    leavesOn,
    lines,
    value,
    usual: { lane: usual, days: usual.days, cost: usualCost },
    storm,
    others,
  }
}

/** Every threat in force, with the place from which lanes begin where it threatens one. */
async function threatsFrom(db: Db, lanes: readonly ServingLane[]): Promise<Facts['threats']> {
  const threats = await threatsInForce(db)
  if (threats.length === 0) return []
  const sites = await sitesById(
    db,
    threats.map(threat => threat.siteId),
  )
  const places = new Map<string, string>()
  for (const place of new Set(lanes.map(lane => lane.fromPlace)))
    for (const spelling of await citySpellings(place, null)) places.set(spelling.toLowerCase(), place)
  const originOf = (siteId: number) => places.get(sites.get(siteId)?.city?.toLowerCase() ?? '') ?? null
  return threats.map(threat => ({ ...threat, origin: originOf(threat.siteId) }))
}

/**
 * The likeliest alert that stops this mode where the shipment leaves or arrives, if it comes while the shipment is under
 * way (a day of grace on both sides).
 */
function reaching(
  { threats, timeZone, today }: Facts,
  accountId: number,
  lane: ServingLane,
  leavesOn: string,
): Threat | null {
  const arrives = daysAfter(leavesOn, Math.ceil(lane.days))
  const found = threats.find(threat => {
    if (!stops(threat.hazard, lane.mode)) return false
    if (threat.accountId !== accountId && threat.origin !== lane.fromPlace) return false
    const comes = threat.arrivesAt ? dayIn(timeZone, threat.arrivesAt) : today
    const stays = threat.endsAt ? dayIn(timeZone, threat.endsAt) : daysAfter(comes, 3)
    return stays >= daysAfter(leavesOn, -1) && comes <= daysAfter(arrives, 1)
  })
  return found ?? null
}

function waitingOf(line: WaitingLine, { items }: Facts): Waiting | null {
  const item = line.productId === null ? undefined : items.get(`${line.accountId} ${line.productId}`)
  if (!item || line.quantity === null) return null
  const arriving = item.due.filter(due => due.day < line.promisedOn).reduce((sum, due) => sum + due.quantity, 0)
  return { ...item, arriving, shipped: Number(line.quantity) }
}

/** As the line says, else quantity times what the account paid; null where nobody knows. */
function goodsValue(lines: readonly WaitingLine[], { items }: Facts): number | null {
  let sum = 0
  for (const line of lines) {
    const price = line.productId === null ? null : (items.get(`${line.accountId} ${line.productId}`)?.price ?? null)
    if (line.value !== null) sum += Number(line.value)
    else if (line.quantity !== null && price !== null) sum += Number(line.quantity) * price
    else return null
  }
  return sum
}

/** Null where any is not known. */
function sumOf(values: readonly (string | null)[]): number | null {
  return values.some(value => value === null) ? null : values.reduce((sum, value) => sum + Number(value), 0)
}

/** By weight where both are known, else as a share of the value. */
function freightOf(lane: ServingLane, weight: number | null, value: number | null): number | null {
  if (lane.costPerKg !== null && weight !== null) return Number(lane.costPerKg) * weight
  return lane.costShare !== null && value !== null ? Number(lane.costShare) * value : null
}

const laterOf = (one: string, other: string): string => (one > other ? one : other)

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
