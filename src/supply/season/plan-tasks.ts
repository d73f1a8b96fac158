import { daysAfter, weekOf } from '../forecast/periods.ts'
import type { LoadType, Shipment } from './book-loads.ts'
import { bookLoads } from './book-loads.ts'
import { buildAhead, type ProductAhead } from './build-ahead.ts'
import { shelfNeeds } from './position-stock.ts'
import type { SeasonSettings, SeasonTask } from './season.ts'
import { sureCumulative, type WeeklyDemand } from './sure-demand.ts'

export type PlannedTask = Pick<
  SeasonTask,
  | 'kind'
  | 'title'
  | 'productId'
  | 'accountId'
  | 'laneId'
  | 'week'
  | 'dueOn'
  | 'quantity'
  | 'unit'
  | 'value'
  | 'why'
  | 'madeBy'
>

export type SeasonLane = {
  id: number
  name: string
  country: string | null
  accountId: number | null
  mode: string
  days: number
  daysP90: number | null
  costPerKg: string | null
}

type Handling = { pack: number; pallet: number | null; weightKg: number | null; volumeM3: number | null }

export type SeasonFacts = {
  /** The Monday of this week; weeks are counted from it. */
  first: string
  weeks: number
  /** The week with which the season begins. */
  start: number
  today: string
  forecasts: { accountId: number; productId: number; demand: WeeklyDemand }[]
  available: ReadonlyMap<number, { index: number; quantity: string }[]>
  stock: readonly {
    accountId: number
    productId: number
    onHand: string
    onOrder: string | null
    inTransit: string | null
  }[]
  packOf: (productId: number) => Handling
  loads: readonly LoadType[]
  lanes: readonly SeasonLane[]
  capacities: readonly {
    name: string
    kind: 'line' | 'load'
    aWeek: string
    uses: { productId: number; perUnit: string }[]
  }[]
  /** Margin of a unit in base currency; null where no cost is known. */
  marginOf: (accountId: number | null, productId: number) => number | null
  countryOf: ReadonlyMap<number, string | null>
  nameOf: (productId: number) => { code: string; name: string }
}

/** Everything that a season needs to be ready: goods built ahead, stock at the accounts, trucks and containers booked. */
export function planTasks(facts: SeasonFacts, settings: SeasonSettings): PlannedTask[] {
  const positions = positionTasks(facts, settings)
  return [
    ...buildTasks(facts, settings),
    ...positions.map(({ task }) => task),
    ...bookTasks(facts, settings, positions),
  ]
}

/** Only goods of which production says what it makes are built ahead: of others nothing is known. */
function buildTasks(facts: SeasonFacts, { surePercent, buildDays }: SeasonSettings): PlannedTask[] {
  const { first, weeks, today, available } = facts
  const byProduct = Map.groupBy(facts.forecasts, each => each.productId)
  const lines = facts.capacities.filter(capacity => capacity.kind === 'line')
  const products = [...available].flatMap(([productId, rows]): ProductAhead[] => {
    const series = byProduct.get(productId)
    if (!series) return []
    const made = Array<number>(weeks).fill(0)
    for (const { index, quantity } of rows) if (index >= 0 && index < weeks) made[index]! += Number(quantity)
    const line = lines.find(each => each.uses.some(use => use.productId === productId))
    const use = line?.uses.find(each => each.productId === productId)
    return [
      {
        product: productId,
        cumulativeDemand: sureCumulative(
          series.map(each => each.demand),
          weeks,
          surePercent / 100,
        ),
        available: made,
        pack: facts.packOf(productId).pack,
        line: line && use ? { name: line.name, perUnit: Number(use.perUnit) } : null,
      },
    ]
  })
  const free = new Map(
    lines.map(line => [
      line.name,
      Array.from({ length: weeks }, (_, week) =>
        products.reduce(
          (hours, product) =>
            product.line?.name === line.name ? hours - product.available[week]! * product.line.perUnit : hours,
          Number(line.aWeek),
        ),
      ),
    ]),
  )
  return buildAhead(products, free).map(({ product, builds, neededIn, quantity, impossible }) => {
    const { cumulativeDemand, available: made } = products.find(each => each.product === product)!
    const week = daysAfter(first, 7 * (builds[0]?.week ?? neededIn))
    const margin = facts.marginOf(null, product)
    return {
      kind: 'build',
      title: null,
      productId: product,
      accountId: null,
      laneId: null,
      week: daysAfter(first, 7 * neededIn),
      dueOn: laterOf(today, daysAfter(week, -buildDays)),
      quantity: String(quantity),
      unit: 'pieces',
      value: worth(margin, quantity),
      why: {
        kind: 'build',
        demand: Math.round(cumulativeDemand.at(-1) ?? 0),
        available: Math.round(made.reduce((sum, each) => sum + each, 0)),
        weeks: builds.map(build => ({ week: daysAfter(first, 7 * build.week), quantity: build.quantity })),
        impossible,
      },
      madeBy: 'plan',
    }
  })
}

type Position = { task: PlannedTask; shipment: Shipment | null }

/** At every account that tells its stock: what its shelf needs when the season begins, and by when it must leave. */
function positionTasks(facts: SeasonFacts, { surePercent, coverWeeks }: SeasonSettings): Position[] {
  const { first, start, today } = facts
  const stocks = new Map<string, number>()
  for (const { accountId, productId, onHand, onOrder, inTransit } of facts.stock) {
    const key = `${accountId} ${productId}`
    stocks.set(key, (stocks.get(key) ?? 0) + Number(onHand) + Number(onOrder ?? 0) + Number(inTransit ?? 0))
  }
  const begins = daysAfter(first, 7 * start)
  const byAccount = Map.groupBy(
    facts.forecasts.filter(each => stocks.has(`${each.accountId} ${each.productId}`)),
    each => each.accountId,
  )
  return [...byAccount].flatMap(([accountId, series]): Position[] => {
    const needs = shelfNeeds(
      series.map(({ productId, demand }) => ({
        product: productId,
        demand,
        stock: stocks.get(`${accountId} ${productId}`)!,
        pack: facts.packOf(productId).pack,
      })),
      { start, coverWeeks, sure: surePercent / 100 },
    )
    if (needs.length === 0) return []
    const handled = needs.map(need => ({ ...need, ...facts.packOf(need.product) }))
    const sum = (of: (line: (typeof handled)[number]) => number) => handled.reduce((total, line) => total + of(line), 0)
    const weightKg = sum(line => line.quantity * (line.weightKg ?? 0))
    const pallets = handled.some(line => line.pallet === null)
      ? null
      : Math.ceil(sum(line => line.quantity / line.pallet!))
    const lane = laneFor(facts, accountId, begins)
    const shipOn = lane ? daysAfter(begins, -Math.ceil(lane.daysP90 ?? lane.days)) : begins
    const margins = needs.map(need => ({ need, margin: facts.marginOf(accountId, need.product) }))
    const value = margins.reduce((total, { need, margin }) => total + Math.max(0, margin ?? 0) * need.quantity, 0)
    const task: PlannedTask = {
      kind: 'position',
      title: null,
      productId: null,
      accountId,
      laneId: lane?.id ?? null,
      week: begins,
      dueOn: laterOf(today, shipOn),
      quantity: String(sum(line => line.quantity)),
      unit: 'pieces',
      value: margins.every(({ margin }) => margin === null) ? null : value.toFixed(2),
      why: {
        kind: 'position',
        lines: needs
          .map(need => ({
            product: facts.nameOf(need.product).code,
            name: facts.nameOf(need.product).name,
            quantity: need.quantity,
            demand: Math.round(need.demand),
            stock: Math.round(need.stock),
          }))
          .sort((a, b) => b.quantity - a.quantity || (a.product < b.product ? -1 : 1)),
        pallets,
        weightKg: weightKg > 0 ? Math.round(weightKg) : null,
        lane: lane?.name ?? null,
        mode: lane?.mode ?? null,
        days: lane ? Math.ceil(lane.daysP90 ?? lane.days) : null,
      },
      madeBy: 'plan',
    }
    const volumeM3 = sum(line => line.quantity * (line.volumeM3 ?? 0))
    const shipment = lane && { lane: lane.id, week: weekOf(task.dueOn), shipOn: task.dueOn, weightKg, volumeM3 }
    return [{ task, shipment }]
  })
}

/** The cheapest way that still arrives before the season begins, else the quickest; couriers carry samples. */
function laneFor({ lanes, countryOf, today }: SeasonFacts, accountId: number, begins: string): SeasonLane | null {
  const country = countryOf.get(accountId) ?? null
  const serving = lanes.filter(
    lane =>
      lane.mode !== 'courier' &&
      (lane.accountId === null || lane.accountId === accountId) &&
      (lane.country === null || lane.country === country),
  )
  const cost = (lane: SeasonLane) => (lane.costPerKg === null ? Number.POSITIVE_INFINITY : Number(lane.costPerKg))
  const byCost = [...serving].sort((a, b) => cost(a) - cost(b) || a.id - b.id)
  const inTime = byCost.find(lane => daysAfter(begins, -Math.ceil(lane.daysP90 ?? lane.days)) >= today)
  return inTime ?? [...serving].sort((a, b) => a.days - b.days || a.id - b.id)[0] ?? null
}

function bookTasks(facts: SeasonFacts, { bookDays }: SeasonSettings, positions: readonly Position[]): PlannedTask[] {
  const lanes = new Map(facts.lanes.map(lane => [lane.id, lane]))
  const shipments = positions.flatMap(({ shipment }) => shipment ?? [])
  const country = (id: number) => lanes.get(id)?.country ?? null
  return bookLoads(shipments, country, facts.loads).map(booking => {
    const lane = lanes.get(booking.lane)!
    const { shipOn, accounts, weightKg, volumeM3, week } = booking
    return {
      kind: 'book',
      title: lane.name,
      productId: null,
      accountId: null,
      laneId: lane.id,
      week,
      dueOn: laterOf(facts.today, daysAfter(shipOn, -bookDays)),
      quantity: String(booking.count),
      unit: booking.load,
      value: null,
      why: {
        kind: 'book',
        accounts,
        weightKg: Math.round(weightKg),
        volumeM3: Math.round(volumeM3 * 10) / 10,
        mode: lane.mode,
        days: Math.ceil(lane.daysP90 ?? lane.days),
        shipOn,
      },
      madeBy: 'plan',
    }
  })
}

const laterOf = (one: string, other: string) => (one > other ? one : other)
const worth = (margin: number | null, quantity: number) =>
  margin === null ? null : Math.max(0, margin * quantity).toFixed(2)
