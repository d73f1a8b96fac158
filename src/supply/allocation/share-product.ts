import { apportion, type Claim } from './apportion.ts'

/** What one account wants of one product, in whole smallest units. */
export type ProductRequest = {
  account: string
  weight: number
  requested: number
  /** Of what is requested, what was promised before. */
  committed: number
}

/** What an account's quantity comes from; the last reason that raised it. */
export type Basis = 'request' | 'commitment' | 'floor' | 'weight'

export type Award = {
  account: string
  requested: number
  committed: number
  /** What it would get if all accounts were weighed alike. */
  fair: number
  floor: number
  /** What its weight gives it before others leave anything over. */
  own: number
  /** What it gets because others asked for less than their weight gives them. */
  passedOn: number
  allocated: number
  basis: Basis
}

/** How far the goods went: all requests, by weight, only to floors, or not even over the commitments. */
export type Reach = 'all' | 'weights' | 'floors' | 'commitments'

export type SharedProduct = { reach: Reach; awards: Award[]; left: number }

/**
 * Shares one scarce product: commitments first, then everybody's floor, then by weight; counts are whole smallest units,
 * `pack` is a multiple of them. Requests are one for each account. What commitments leave is handed out in whole packs as
 * far as requests reach, broken packs only when no whole one is wanted any more.
 *
 * More supply never gives anyone less: with one pack more in supply the fair parts grow by one pack for one account, so
 * its floor alone can rise, and by one pack at most; bounds that rise like that leave `apportion` house-monotone, and
 * each stage begins where the one before it is complete. docs/decisions/0026 has the proof.
 */
export function shareProduct(
  product: string,
  supply: number,
  pack: number,
  floorPercent: number,
  requests: readonly ProductRequest[],
): SharedProduct {
  const wants = [...requests].sort(byTurn(product))
  const committed = wants.map(want => Math.min(want.committed, want.requested))
  const broken = committed.map(count => count % pack)
  const packs = Math.floor(Math.max(0, supply - sum(broken)) / pack)
  const most = wants.map((want, at) => Math.floor((want.requested - broken[at]!) / pack))
  const fair = apportion(
    packs,
    wants.map((_, at) => ({ weight: 1, least: 0, most: most[at]! })),
  )
  const floor = fair.map(count => Math.ceil((count * floorPercent) / 100))
  const parts = { wants, committed, broken, most, packs, pack, floor }

  const { reach, given, own } = share(supply, parts)
  const awards = wants.map((want, at): Award => {
    const fairUnits = reach === 'all' ? want.requested : Math.min(want.requested, fair[at]! * pack + broken[at]!)
    const floorUnits = Math.min(want.requested, Math.ceil((fairUnits * floorPercent) / 100))
    return {
      account: want.account,
      requested: want.requested,
      committed: committed[at]!,
      fair: fairUnits,
      floor: reach === 'all' ? floorUnits : Math.min(want.requested, floor[at]! * pack),
      own: own[at]!,
      passedOn: reach === 'weights' ? Math.max(0, given[at]! - own[at]!) : 0,
      allocated: given[at]!,
      basis: basisOf(given[at]!, want.requested, committed[at]!, floor[at]! * pack, reach),
    }
  })
  return { reach, awards, left: supply - sum(given) }
}

type Parts = {
  wants: readonly ProductRequest[]
  committed: readonly number[]
  /** What of a commitment is no whole pack. */
  broken: readonly number[]
  /** Whole packs that a request has room for besides. */
  most: readonly number[]
  packs: number
  pack: number
  /** Packs. */
  floor: readonly number[]
}

function share(supply: number, parts: Parts): { reach: Reach; given: number[]; own: number[] } {
  const { wants, committed, broken, most, packs, pack, floor } = parts
  const claims = (least: readonly number[], upTo: readonly number[]): Claim[] =>
    wants.map(({ weight }, at) => ({ weight, least: least[at]!, most: upTo[at]! }))
  const nothing = wants.map(() => 0)
  const unbounded = wants.map(() => Number.POSITIVE_INFINITY)
  const toUnits = (counts: readonly number[]) => counts.map((count, at) => count * pack + broken[at]!)

  if (sum(committed) > supply) {
    const given = apportion(supply, claims(nothing, committed))
    return { reach: 'commitments', given, own: given }
  }
  const promised = committed.map((count, at) => (count - broken[at]!) / pack)
  const held = promised.map((count, at) => Math.max(count, floor[at]!))
  if (sum(held) > packs) {
    // What is short of floors is short of everybody's alike: tiers do not count here.
    const alike = wants.map((_, at) => ({ weight: 1, least: promised[at]!, most: held[at]! }))
    const given = toUnits(apportion(packs, alike))
    return { reach: 'floors', given, own: given }
  }
  const requested = wants.map(want => want.requested)
  if (sum(requested) <= supply) return { reach: 'all', given: requested, own: requested }
  const own = toUnits(apportion(packs, claims(held, unbounded)))
  const given = toUnits(apportion(packs, claims(held, most)))
  const left = supply - sum(given)
  const tails = requested.map((count, at) => count - given[at]!)
  if (sum(most) > packs) return { reach: 'weights', given, own }
  const broke = apportion(left, claims(nothing, tails))
  return { reach: 'weights', given: given.map((count, at) => count + broke[at]!), own }
}

function basisOf(given: number, requested: number, committed: number, floor: number, reach: Reach): Basis {
  if (given === requested) return 'request'
  if (reach === 'commitments' || (committed > 0 && given === committed && committed > floor)) return 'commitment'
  return reach === 'floors' || given <= floor ? 'floor' : 'weight'
}

/**
 * Whose turn it is among equals: the heavier first, then by a hash of product and account, so that the odd piece does
 * not always go to the same account, whatever the order of input.
 */
function byTurn(product: string) {
  const turns = new Map<string, number>()
  const turn = (account: string) => {
    const known = turns.get(account) ?? hash(`${product}\n${account}`)
    turns.set(account, known)
    return known
  }
  return (a: ProductRequest, b: ProductRequest) =>
    b.weight - a.weight || turn(a.account) - turn(b.account) || (a.account < b.account ? -1 : 1)
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

function sum(counts: readonly number[]): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
