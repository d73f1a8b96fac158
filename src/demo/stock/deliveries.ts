import type { Cause, Mode } from '../../supply/deliveries/delivery.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import type { DemoLine } from '../invoice-lines.ts'
import { Random } from '../random.ts'

export type DemoDelivery = {
  account: string
  reference: string
  line: string
  orderReference: string
  product: string
  promisedOn: string
  promisedQuantity: number
  shippedOn: string
  arrivedOn: string | null
  quantity: number
  value: string
  currency: 'CNY' | 'USD'
  mode: Mode
  toPlace: string
  country: string
  carrier: string
  weightKg: string
  freight: string | null
  cause: Cause | null
  causeNote: string | null
}

export type DemoLane = {
  name: string
  country: string | null
  mode: Mode
  days: number
  daysP90: number
  costPerKg: string
  toPlace: string | null
  note: string | null
}

/** Usual days, days of nine in ten, and freight in yuan a kilogram. By road costs 2.1 times what the sea costs. */
const ways: Readonly<
  Record<'sea' | 'road' | 'rail' | 'air' | 'courier', { days: number; spread: number; perKg: number }>
> = {
  sea: { days: 9, spread: 1.3, perKg: 1.9 },
  road: { days: 3, spread: 0.7, perKg: 3.99 },
  rail: { days: 6, spread: 1, perKg: 2.6 },
  air: { days: 2, spread: 0.6, perKg: 21 },
  courier: { days: 2, spread: 0.5, perKg: 12 },
}

type Way = keyof typeof ways

/** Days on which the straits were closed: first, last, and how long ships waited after that. */
const typhoons: readonly (readonly [string, string, string])[] = [
  ['2025-07-18', '2025-07-27', 'Typhoon Wick 灯芯'],
  ['2025-09-20', '2025-10-01', 'Typhoon Anchor 船锚'],
  ['2026-07-06', '2026-07-13', 'Typhoon Cormorant 鸬鹚'],
  ['2026-08-06', '2026-08-16', 'Typhoon Lantern 灯笼'],
  ['2026-09-14', '2026-09-22', 'Typhoon Halyard 帆索'],
]

const seaPorts = [
  ['VN', 'Haiphong', '海防'],
  ['TH', 'Laem Chabang', '林查班'],
  ['MY', 'Port Klang', '巴生港'],
  ['SG', 'Singapore', '新加坡'],
  ['ID', 'Jakarta', '雅加达'],
  ['PH', 'Manila', '马尼拉'],
] as const

export const demoLanes: readonly DemoLane[] = [
  lane('South China by coaster 华南沿海', 'CN', 'sea', 'Guangzhou', 'Waits in port when a typhoon comes'),
  lane('Mainland by truck 内地汽运', 'CN', 'road', null, null),
  lane('Inland by rail 内陆铁路', 'CN', 'rail', 'Chengdu', null),
  ...seaPorts.map(([country, port, chinese]) => lane(`${port} by sea ${chinese}海运`, country, 'sea', port, null)),
  lane('Hanoi by truck 河内汽运', 'VN', 'road', 'Hanoi', 'Over Pingxiang; customs on the border'),
  lane('Bangkok by truck 曼谷汽运', 'TH', 'road', 'Bangkok', 'Through Laos'),
  lane('Kuala Lumpur by truck 吉隆坡汽运', 'MY', 'road', 'Kuala Lumpur', 'Through Laos and Thailand; in storm season'),
  lane('By air 空运', null, 'air', null, 'For what cannot wait'),
  lane('Samples by courier 样品快递', null, 'courier', null, null),
]

function lane(name: string, country: string | null, mode: Way, toPlace: string | null, note: string | null): DemoLane {
  const { days, spread, perKg } = ways[mode]
  return {
    name,
    country,
    mode,
    days,
    daysP90: Math.round(days + 1.6 * spread),
    costPerKg: perKg.toFixed(2),
    toPlace,
    note,
  }
}

const carriers: Readonly<Record<Way, readonly string[]>> = {
  sea: ['Meridian Lines 子午线航运', 'Tidewater Shipping 潮水船务'],
  road: ['Longway Trucking 长路物流', 'Redgate Freight 红门货运'],
  rail: ['Ironway Cargo 铁道货运'],
  air: ['Skybridge Cargo 云桥航空货运'],
  courier: ['Swiftbird Express 快鸟速运'],
}

function wayOf(random: Random, { place }: DemoAccount): Way {
  if (place.country !== 'CN')
    return random.chance(0.86)
      ? 'sea'
      : random.chance(0.6)
        ? 'air'
        : place.country === 'ID' || place.country === 'PH'
          ? 'air'
          : 'road'
  if (place.region === 'South China') return random.chance(0.55) ? 'sea' : 'road'
  if (place.region === 'East China') return random.chance(0.94) ? 'road' : 'courier'
  return random.chance(0.4) ? 'rail' : random.chance(0.95) ? 'road' : 'air'
}

/** Of the invoices we deliver a fifth; the others are collected. */
export const isDelivered = (document: string): boolean => Number(document.replace(/\D/g, '')) % 5 === 0

/** One consignment for each invoice: its lines travel together; some arrive late, a few short. */
export function demoDeliveries(
  seed: string,
  accounts: readonly DemoAccount[],
  lines: Iterable<DemoLine>,
): DemoDelivery[] {
  const byCode = new Map(accounts.map(account => [account.code, account]))
  const deliveries: DemoDelivery[] = []
  let consignment: Consignment | null = null
  for (const line of lines) {
    if (line.kind !== 'sale') continue
    if (consignment?.document !== line.document) consignment = consign(seed, byCode.get(line.account)!, line)
    deliveries.push(deliveryOf(consignment, line))
  }
  return deliveries
}

type Consignment = Pick<DemoDelivery, 'promisedOn' | 'shippedOn' | 'arrivedOn' | 'cause' | 'causeNote' | 'carrier'> & {
  random: Random
  document: string
  account: DemoAccount
  way: Way
}

function consign(seed: string, account: DemoAccount, { document, day }: DemoLine): Consignment {
  const random = new Random(seed, 'delivery', document)
  const way = wayOf(random, account)
  const { days, spread } = ways[way]
  const invoiced = dayNumber(day)
  const held = random.chance(0.055) ? random.integer(3, 9) : 0
  const packed = held === 0 && random.chance(0.03) ? random.integer(1, 3) : 0
  const shipped = invoiced + random.integer(0, 1) + held + packed
  const promised = invoiced + days + (way === 'sea' ? 3 : 2)
  const storm =
    way === 'sea'
      ? typhoons.find(([from, to]) => shipped + 6 >= dayNumber(from) && shipped <= dayNumber(to))
      : undefined
  const waits = storm ? random.integer(3, 8) : 0
  const cleared = account.place.country !== 'CN' && random.chance(0.05) ? random.integer(2, 6) : 0
  const slow = random.chance(0.045) ? random.integer(1, 5) : 0
  const arrived = shipped + Math.max(1, Math.round(days + spread * random.normal() * 0.8)) + waits + cleared + slow
  const causes: [number, Cause, string | null][] = [
    [waits, 'weather', storm?.[2] ?? null],
    [cleared, 'customs', null],
    [held, 'our production', null],
    [slow, 'carrier', null],
    [packed, 'our warehouse', null],
  ]
  const worst = causes.sort((one, other) => other[0] - one[0])[0]!
  const isLate = arrived > promised
  const isKnown = isLate && worst[0] > 0 && random.chance(0.85)
  return {
    random,
    document,
    account,
    way,
    promisedOn: dayText(promised),
    shippedOn: dayText(shipped),
    arrivedOn: arrived < dayNumber(demoDay) ? dayText(arrived) : null,
    cause: isKnown ? worst[1] : null,
    causeNote: isKnown ? worst[2] : null,
    carrier: random.pick(carriers[way]),
  }
}

function deliveryOf({ random, document, account, way, ...times }: Consignment, line: DemoLine): DemoDelivery {
  const wanted = Number(line.quantity)
  const isShort = wanted > 4 && random.chance(0.025)
  const quantity = isShort ? Math.ceil(wanted * random.between(0.5, 0.9)) : wanted
  const weight = quantity * random.between(0.35, 1.6)
  return {
    ...times,
    account: account.code,
    reference: `DN${document.replace(/\D/g, '')}`,
    line: String(line.line),
    orderReference: `SO${document.replace(/\D/g, '')}`,
    product: line.product,
    promisedQuantity: wanted,
    quantity,
    value: line.net,
    currency: line.currency,
    mode: way,
    toPlace: account.place.city,
    country: account.place.country,
    weightKg: weight.toFixed(1),
    // One invoice in thirty of the forwarder has not come yet.
    freight: random.chance(0.967) ? (weight * ways[way].perKg * (line.currency === 'USD' ? 0.14 : 1)).toFixed(2) : null,
    cause: isShort && times.cause === null ? 'our production' : times.cause,
  }
}
