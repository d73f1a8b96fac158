import { type Brand, type CompanyName, companyName, newBrand, type Trade } from './account-names.ts'
import { type Behaviour, type Burden, drawBehaviour, type Life } from './behaviour.ts'
import { dayNumber, dayText, firstDay } from './calendar.ts'
import { managerOf, people } from './people.ts'
import { type Place, places } from './places.ts'
import { Random, running } from './random.ts'

export const accountCount = 600

export type DemoAccount = {
  code: string
  /** Both names in one where they differ: “Hanchuan Automation 瀚川自动化设备”. */
  name: string
  latin: string
  mailDomain: string
  trade: Trade
  level: 'group' | 'site' | null
  parentCode: string | null
  place: Place
  currency: 'CNY' | 'USD'
  cooperationSince: string
  legalStandingConfirmedOn: string | null
  /** Key of the manager who owns it; null where nobody does. */
  ownerKey: string | null
  salesperson: string
  /** 0 is the largest by plan. */
  rank: number
  behaviour: Behaviour
}

const burdens: readonly Burden[] = ['rush', 'engineers', 'credit', 'freight']

/** The 600 accounts in order of their codes, which follow the length of cooperation. */
export function demoAccounts(seed: string): DemoAccount[] {
  const taken = new Set<string>()
  const lives = assignLives(seed)
  const groups = assignGroups(seed)
  const heads = new Map<number, { brand: Brand; place: Place; trade: Trade; city: Set<string> }>()
  const drafts: (Omit<DemoAccount, 'code' | 'parentCode'> & { headRank: number | null })[] = []
  for (let rank = 0; rank < accountCount; rank++) {
    const random = new Random(seed, 'accounts', rank)
    const headRank = groups.members.get(rank) ?? null
    const head = headRank === null ? undefined : heads.get(headRank)
    const trade = head?.trade ?? drawTrade(random, rank)
    const place = head ? drawSisterPlace(random, head) : drawPlace(random)
    const brand = head?.brand ?? newBrand(random, place.country, taken)
    const isHead = groups.heads.has(rank)
    if (isHead) heads.set(rank, { brand, place, trade, city: new Set([place.city]) })
    const form = isHead ? 'group' : head ? 'branch' : 'company'
    const named = unusedName(taken, () => companyName(random, brand, place, trade, form))
    const life = lives.life[rank] ?? 'steady'
    const burden = lives.burden.get(rank) ?? null
    const behaviour = drawBehaviour(random, { rank, trade, country: place.country, life, burden })
    const cooperationSince = drawSince(random, life, behaviour)
    drafts.push({
      name: named.latin === named.name || place.country !== 'CN' ? named.name : `${named.latin} ${named.name}`,
      latin: named.latin,
      mailDomain: named.mailDomain,
      trade,
      level: isHead ? 'group' : head ? 'site' : null,
      headRank,
      place,
      currency: place.country !== 'CN' && random.chance(0.62) ? 'USD' : 'CNY',
      cooperationSince,
      legalStandingConfirmedOn: random.chance(rank < 150 ? 0.96 : 0.82)
        ? later(cooperationSince, random.integer(3, 60))
        : null,
      ownerKey: drawOwner(random, rank, place),
      salesperson: managerOf(place).name,
      rank,
      behaviour,
    })
  }
  drafts.sort((a, b) => dayNumber(a.cooperationSince) - dayNumber(b.cooperationSince) || a.rank - b.rank)
  const codes = new Map(drafts.map(({ rank }, index) => [rank, `C${10_001 + index}`]))
  return drafts.map(({ headRank, ...draft }) => ({
    ...draft,
    code: codes.get(draft.rank) ?? '',
    parentCode: headRank === null ? null : (codes.get(headRank) ?? null),
  }))
}

/** A group may run out of names in its only city: then its branches are numbered. */
function unusedName(taken: Set<string>, draw: () => CompanyName): CompanyName {
  let named = draw()
  for (let attempt = 2; taken.has(named.name); attempt++) {
    const next = draw()
    named =
      attempt < 20 ? next : { ...next, name: `${next.name} ${attempt - 18}`, latin: `${next.latin} ${attempt - 18}` }
  }
  taken.add(named.name)
  return named
}

/** A dozen large ones lose money; others rise, fade, fall silent, begin or are lost. */
function assignLives(seed: string): { life: Life[]; burden: Map<number, Burden> } {
  const random = new Random(seed, 'lives')
  const life: Life[] = Array.from({ length: accountCount }, () => 'steady')
  const burden = new Map<number, Burden>()
  const large = random.shuffle(Array.from({ length: 82 }, (_, index) => index + 3))
  for (const [index, rank] of large.slice(0, 12).entries()) burden.set(rank, burdens[index % 4] ?? 'rush')
  for (const [index, rank] of large.slice(12, 26).entries()) {
    life[rank] = index < 5 ? 'silent' : index < 9 ? 'fading' : 'rising'
  }
  const rest = random.shuffle(Array.from({ length: accountCount - 90 }, (_, index) => index + 90))
  const plan: [Life, number][] = [
    ['rising', 56],
    ['fading', 52],
    ['silent', 40],
    ['new', 62],
    ['lost', 26],
    ['prospect', 6],
  ]
  let position = 0
  for (const [kind, count] of plan) {
    for (const rank of rest.slice(position, position + count)) life[rank] = kind
    position += count
  }
  return { life, burden }
}

/** 26 groups with two to four subsidiaries each; a head is always larger than its subsidiaries. */
function assignGroups(seed: string): { heads: Set<number>; members: Map<number, number> } {
  const random = new Random(seed, 'groups')
  const heads = random.shuffle(Array.from({ length: 160 }, (_, index) => index + 2)).slice(0, 26)
  const free = random.shuffle(Array.from({ length: accountCount - 165 }, (_, index) => index + 165))
  const members = new Map<number, number>()
  for (const head of heads) {
    const count = random.integer(2, 4)
    for (let member = 0; member < count; member++) members.set(free.pop() ?? 0, head)
  }
  return { heads: new Set(heads), members }
}

function drawTrade(random: Random, rank: number): Trade {
  const draw = random.next()
  const distributors = rank < 120 ? 0.26 : 0.09
  return draw < distributors ? 'distributor' : draw < distributors + 0.3 ? 'contractor' : 'dealer'
}

const placeWeights = running(places.map(place => place.share))

function drawPlace(random: Random): Place {
  return places[random.weighted(placeWeights)] as Place
}

function drawSisterPlace(random: Random, head: { place: Place; city: Set<string> }): Place {
  const candidates = places.filter(place => place.country === head.place.country)
  const unused = candidates.filter(place => !head.city.has(place.city))
  const place = random.pick(unused.length > 0 ? unused : candidates)
  head.city.add(place.city)
  return place
}

function drawSince(random: Random, life: Life, behaviour: Behaviour): string {
  if (life === 'prospect') return later(firstDay, random.integer(980, 1090))
  if (life === 'new') {
    const start = behaviour.activity.findIndex(activity => activity > 0)
    return later(firstDay, Math.round(start * 30.4) - random.integer(0, 25))
  }
  const years = random.between(0.5, 4) + random.between(0, 9)
  return later(firstDay, -Math.round(years * 365))
}

/** The managers own most large accounts, a few only of the small ones; some large ones have been forgotten. */
function drawOwner(random: Random, rank: number, place: Place): string | null {
  const owned = random.chance(rank < 130 ? 0.93 : rank < 300 ? 0.35 : 0.06)
  if (!owned) return null
  if (random.chance(0.93)) return managerOf(place).key
  return random.pick(people.filter(person => person.role === 'manager')).key
}

function later(day: string, days: number): string {
  return dayText(dayNumber(day) + days)
}
