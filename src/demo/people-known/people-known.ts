import type { BuyingRole } from '../../know/people/buying-role.ts'
import type { ConsentCovers, LegalBasis } from '../../know/people/consent.ts'
import { emptyProfile, type Profile } from '../../know/people/profile.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import type { DemoContact } from '../contacts.ts'
import type { Place } from '../places.ts'
import { Random, running } from '../random.ts'
import { gifts, preferences, purposes, saidBy, taboos } from './what-people-like.ts'

export type DemoKnownPerson = {
  account: string
  email: string
  profile: Profile
  confirmedOn: string
  since: string | null
  acquaintances: { key: string; strength: number; since: string; lastContactOn: string }[]
  consents: {
    covers: ConsentCovers
    purpose: string
    legalBasis: LegalBasis
    givenOn: string
    givenBy: string
    withdrawnOn: string | null
    withdrawnBy: string | null
  }[]
}

type Post = { roles: [BuyingRole, number][]; influence: [number, number]; known: number }

/** What part a post usually plays in buying, how much it weighs, and how often the owner knows who holds it. */
const posts: Readonly<Record<string, Post>> = {
  'General manager': {
    roles: [
      ['decision maker', 9],
      ['influencer', 1],
    ],
    influence: [4, 5],
    known: 0.85,
  },
  'Purchasing manager': {
    roles: [
      ['information collector', 4],
      ['gatekeeper', 4],
      ['decision maker', 2],
    ],
    influence: [3, 4],
    known: 0.92,
  },
  'Technical director': {
    roles: [
      ['influencer', 6],
      ['champion', 4],
    ],
    influence: [3, 5],
    known: 0.75,
  },
  'Project manager': {
    roles: [
      ['champion', 3],
      ['user', 5],
      ['influencer', 2],
    ],
    influence: [2, 4],
    known: 0.7,
  },
  'Warehouse keeper': { roles: [['floor staff', 1]], influence: [1, 2], known: 0.55 },
  'Sales clerk': { roles: [['floor staff', 1]], influence: [1, 2], known: 0.5 },
  Accountant: {
    roles: [
      ['gatekeeper', 5],
      ['information collector', 5],
    ],
    influence: [2, 3],
    known: 0.4,
  },
  'Service engineer': { roles: [['user', 1]], influence: [1, 3], known: 0.6 },
}

const tongues: Readonly<Record<Place['country'], [string, number][]>> = {
  CN: [
    ['zh', 1],
    ['en', 0.35],
  ],
  VN: [
    ['vi', 1],
    ['en', 0.6],
  ],
  TH: [
    ['th', 1],
    ['en', 0.6],
  ],
  ID: [
    ['id', 1],
    ['en', 0.7],
  ],
  MY: [
    ['ms', 0.6],
    ['en', 0.95],
    ['zh', 0.5],
  ],
  SG: [
    ['en', 1],
    ['zh', 0.6],
  ],
  PH: [
    ['en', 1],
    ['tl', 0.8],
  ],
}

const messengers: Readonly<Record<Place['country'], string>> = {
  CN: 'wechat',
  VN: 'zalo',
  TH: 'line',
  ID: 'whatsapp',
  MY: 'whatsapp',
  SG: 'whatsapp',
  PH: 'whatsapp',
}

const ago = (days: number): string => dayText(dayNumber(demoDay) - days)
const later = (one: string, other: string): string => (one < other ? other : one)

/**
 * What the managers know of their accounts' people: nearly all at the largest accounts, half at the middle ones, hardly
 * anybody beyond. Some were last heard of years ago.
 */
export function demoPeopleKnown(
  seed: string,
  accounts: readonly DemoAccount[],
  contacts: readonly DemoContact[],
): DemoKnownPerson[] {
  const byAccount = Map.groupBy(contacts, contact => contact.account)
  return accounts.flatMap(account => {
    const random = new Random(seed, 'people known', account.rank)
    const { rank } = account
    const share = rank < 60 ? 0.95 : rank < 130 ? 0.8 : rank < 250 ? 0.45 : 0.06
    return (byAccount.get(account.code) ?? []).flatMap(contact => {
      const isKnown = random.chance(share)
      const person = knownPerson(random, account, contact)
      return isKnown ? person : []
    })
  })
}

function knownPerson(random: Random, account: DemoAccount, contact: DemoContact): DemoKnownPerson {
  const { rank, place } = account
  const post = posts[contact.role.replace(/ [^ -~].*$/, '')] ?? posts['Service engineer']!
  const isChinese = place.country === 'CN'
  const isForgotten = rank >= 250 && random.chance(0.3)
  const silence = isForgotten
    ? random.integer(1100, 1400)
    : random.chance(0.08)
      ? random.integer(200, 480)
      : random.integer(3, rank < 60 ? 45 : rank < 130 ? 90 : 200)
  const lastContactOn = ago(silence)
  const owner = account.ownerKey ?? 'lin.zhiyuan'
  const since = later(account.cooperationSince, ago(random.integer(silence + 30, 2600)))
  const known = random.chance(post.known)
  const strength = Math.min(5, Math.max(1, Math.round((rank < 60 ? 3.6 : 2.8) + random.normal())))
  const acquaintances =
    known || isForgotten ? [{ key: owner, strength, since: earlier(since, lastContactOn), lastContactOn }] : []
  const isHead = post.influence[0] >= 4
  if (isHead && rank < 28)
    acquaintances.push({
      key: isChinese ? 'zheng.guodong' : 'anna.lindqvist',
      strength: random.integer(2, 4),
      since: ago(random.integer(400, 1500)),
      lastContactOn: ago(random.integer(20, 280)),
    })
  if (!isForgotten && contact.role.startsWith('Purchasing') && random.chance(0.4))
    acquaintances.push({
      key: isChinese ? 'tang.li' : 'maria.santos',
      strength: random.integer(2, 3),
      since: ago(random.integer(300, 1200)),
      lastContactOn: ago(random.integer(2, 60)),
    })
  const confirmedOn = isForgotten
    ? lastContactOn
    : ago(random.chance(0.2) ? random.integer(370, 700) : random.integer(1, 240))
  return {
    account: account.code,
    email: contact.email,
    profile: profileOf(random, account, post),
    confirmedOn,
    since: random.chance(0.5) ? earlier(since, lastContactOn) : null,
    acquaintances,
    consents: consentsOf(random, isChinese, isForgotten ? silence : random.integer(60, 700)),
  }
}

const earlier = (one: string, other: string): string => (one < other ? one : other)

const stanceWeights = running([4, 13, 32, 33, 18])

function profileOf(random: Random, { place, rank }: DemoAccount, post: Post): Profile {
  const isChinese = place.country === 'CN'
  const messenger = messengers[place.country]
  const some = (texts: readonly [string, string][], chance: number): string | null => {
    const [english, chinese] = random.pick(texts)
    return random.chance(chance) ? (isChinese ? `${english} ${chinese}` : english) : null
  }
  const role = post.roles[random.weighted(running(post.roles.map(([, weight]) => weight)))]![0]
  const detail = rank < 60 ? 0.6 : rank < 130 ? 0.35 : 0.15
  return {
    ...emptyProfile,
    buyingRole: role,
    influence: random.integer(...post.influence),
    stance: random.chance(0.9) ? random.weighted(stanceWeights) - 2 : null,
    languages: tongues[place.country].filter(([, chance]) => random.chance(chance)).map(([language]) => language),
    channelsPreferred: [messenger, 'visit', 'phone', 'email'].filter((_, at) =>
      random.chance([0.8, 0.5, 0.4, 0.25][at]!),
    ),
    channelsRead: [isChinese ? 'wechat' : 'email', 'trade press', 'trade fair', 'social media'].filter((_, at) =>
      random.chance([0.5, 0.3, 0.25, 0.2][at]!),
    ),
    preferences: some(preferences, detail),
    gifts: some(gifts, detail * 0.6),
    taboos: some(taboos, detail * 0.5),
    birthday: rank < 60 && random.chance(0.25) ? dayText(dayNumber('1965-01-01') + random.integer(0, 9000)) : null,
  }
}

function consentsOf(random: Random, isChinese: boolean, daysAgo: number): DemoKnownPerson['consents'] {
  const covers: [ConsentCovers, number][] = [
    ['personal data', 0.7],
    ['marketing', 0.35],
    ['photos', 0.12],
  ]
  return covers.flatMap(([each, chance]) => {
    const given = random.chance(chance)
    const [english, chinese] = purposes[each]
    const [by, byChinese] = random.pick(saidBy)
    const withdrawn = each === 'marketing' && random.chance(0.15)
    if (!given) return []
    const legalBasis: LegalBasis = each === 'personal data' && !isChinese ? 'legitimate interest' : 'consent'
    return {
      covers: each,
      purpose: isChinese ? `${english} ${chinese}` : english,
      legalBasis,
      givenOn: ago(daysAgo),
      givenBy: isChinese ? `${by} ${byChinese}` : by,
      withdrawnOn: withdrawn ? ago(Math.floor(daysAgo / 3)) : null,
      withdrawnBy: withdrawn ? (isChinese ? 'WeChat message 微信消息' : 'E-mail') : null,
    }
  })
}

export type DemoMove = {
  account: string
  email: string
  to: string | null
  day: string
  role: string | null
  ownerKey: string
}

/** People who changed between two accounts of one manager, and one of whom nobody knows where to. */
export function demoMoves(accounts: readonly DemoAccount[], contacts: readonly DemoContact[]): DemoMove[] {
  const byAccount = Map.groupBy(contacts, contact => contact.account)
  const days = ['2026-09-14', '2026-07-01', '2026-10-08', '2026-05-11', '2026-08-03', '2026-04-01', '2026-10-19']
  const owned = Map.groupBy(
    accounts.filter(
      account => account.rank >= 8 && account.rank < 130 && account.ownerKey !== null && account.parentCode === null,
    ),
    account => account.ownerKey!,
  )
  return [...owned]
    .filter(([, own]) => own.length >= 2)
    .slice(0, days.length)
    .flatMap(([ownerKey, own], at): DemoMove[] => {
      const [from, to] = own.toSorted((one, other) => one.rank - other.rank)
      const mover = byAccount.get(from!.code)?.[1 + (at % 2)]
      if (!mover) return []
      const day = days[at]!
      const leaves = at === days.length - 1
      return [
        {
          account: from!.code,
          email: mover.email,
          to: leaves ? null : to!.code,
          day,
          role: leaves ? null : mover.role,
          ownerKey,
        },
      ]
    })
}

/** Somebody at a middling account has asked to be erased. */
export function demoErased(
  accounts: readonly DemoAccount[],
  contacts: readonly DemoContact[],
): { account: string; email: string } {
  const account = accounts.find(each => each.rank === 170)!
  const contact = contacts.find(each => each.account === account.code)!
  return { account: account.code, email: contact.email }
}
