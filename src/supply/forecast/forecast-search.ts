import { type Tier, tiers } from '../../identify/tier.ts'
import { type SeriesSort, seriesSorts } from './series-sort.ts'
import { type Level, levels } from './structure.ts'

export const views = ['series', 'adjustments', 'accuracy'] as const
export type ForecastView = (typeof views)[number]

/** What the URL of the forecasts holds; left out are the defaults: accounts, most ahead first. */
export type ForecastSearch = {
  view?: Exclude<ForecastView, 'series'>
  level?: Level
  tier?: Tier
  category?: string
  whose?: 'mine'
  sort?: SeriesSort
  /** The series that lies open: 'total', 'tier gold', 'account 12', 'product 5', 'item 12 5'. */
  series?: string
  when?: 'ahead' | 'over'
  adjustment?: string
}

const one = <Text extends string>(among: readonly Text[], value: unknown) => among.find(each => each === value)
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined)

/** Reads the search params forgivingly. */
export function forecastSearch(search: Record<string, unknown>): ForecastSearch {
  const found: ForecastSearch = {
    view: one(['adjustments', 'accuracy'], search.view),
    level: one(levels, search.level),
    tier: one(tiers, search.tier),
    category: text(search.category),
    whose: one(['mine'], search.whose),
    sort: one(seriesSorts, search.sort),
    series: seriesOf(text(search.series)) ? text(search.series) : undefined,
    when: one(['ahead', 'over'], search.when),
    adjustment: text(search.adjustment),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

export type WhichSeries = { accountId?: number; productId?: number; tier?: Tier }

type Named = { level: Level; account: { id: number } | null; product: { id: number } | null; tier: Tier | null }

/** How the URL names a series. */
export function seriesName({ level, account, product, tier }: Named): string {
  return [level, account?.id, product?.id, tier].filter(part => part !== null && part !== undefined).join(' ')
}

/** The series of a name; null where it names none. */
export function seriesOf(name: string | undefined): WhichSeries | null {
  const [level, first, second] = name?.split(' ') ?? []
  const id = (part: string | undefined) =>
    part !== undefined && /^[1-9]\d{0,14}$/.test(part) ? Number(part) : undefined
  if (level === 'total') return {}
  if (level === 'tier') return one(tiers, first) ? { tier: one(tiers, first) } : null
  if (level === 'account') return id(first) === undefined ? null : { accountId: id(first) }
  if (level === 'product') return id(first) === undefined ? null : { productId: id(first) }
  if (level !== 'item' || id(first) === undefined || id(second) === undefined) return null
  return { accountId: id(first), productId: id(second) }
}
