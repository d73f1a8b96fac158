import { monthsAfter } from '../../identify/review-window.ts'
import type { Tier } from '../../identify/tier.ts'
import type { BuyingRole } from '../people/buying-role.ts'
import { rhythmOf } from './rhythm.ts'

/** What may be missing in what we know of an account's people, the gravest first. */
export const gapKinds = [
  'champion left',
  'no decision maker',
  'opponent unattended',
  'gone cold',
  'single thread',
  'nobody on the floor',
] as const
export type GapKind = (typeof gapKinds)[number]

export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

export type Gap = {
  kind: GapKind
  /** The person it is about; null where it is the account as a whole. */
  contactId: number | null
  severity: Severity
  /** What the sentence needs: names, days, counts. */
  values: Readonly<Record<string, string | number | null>>
}

export type PersonInPicture = {
  contactId: number
  name: string
  buyingRole: BuyingRole | null
  /** 1 to 5; null: nobody has said. */
  influence: number | null
  /** −2 against us … +2 for us; null: nobody has said. */
  stance: number | null
  /** The first day they no longer worked here, once it has come; null while they do. */
  leftOn: string | null
}

/** One of ours knows one of theirs. */
export type Tie = { contactId: number; personId: string; personName: string; strength: number }

/** What the rules look at, of one account. */
export type Picture = {
  tier: Tier
  people: readonly PersonInPicture[]
  ties: readonly Tie[]
  /** Days of contact with each person, ascending, each once. */
  days: ReadonlyMap<number, readonly string[]>
}

/**
 * The boundaries. They are our judgement, not measured: strength 2 of 5 is "has talked with them more than once"; an
 * account hears from us at least as often as its tier deserves where it has no rhythm of its own yet.
 */
export const gapLimits = {
  /** From here one of ours has a relationship, rather than a business card. */
  knownFrom: 2,
  championMonths: 12,
  /** Cold beyond this many of the person's or account's own usual intervals … */
  coldTimes: 2,
  /** … once there are so many days of contact to tell a rhythm by … */
  rhythmFrom: 5,
  /** … and never below so many days: a week's holiday is not a silence. */
  coldFromDays: 14,
  coldByTier: { platinum: 30, gold: 45, special: 60, silver: 90, regular: 180 } satisfies Record<Tier, number>,
  opponentInfluence: 4,
  /** Somebody works on an opponent when one of ours was in touch within so many days. */
  opponentDays: 90,
} as const

/** All gaps of one account on a day, the gravest first. Who has left counts for `champion left` alone. */
export function gapsOf(picture: Picture, today: string): Gap[] {
  const here = picture.people.filter(person => person.leftOn === null)
  const present = new Set(here.map(person => person.contactId))
  const now = { ...picture, people: here, ties: picture.ties.filter(tie => present.has(tie.contactId)) }
  const found = [
    ...championLeft(picture.people, today),
    ...noDecisionMaker(now),
    ...opponents(now, today),
    ...goneCold(now, today),
    ...singleThread(now),
    ...nobodyOnTheFloor(now),
  ]
  const place = (gap: Gap) => severities.indexOf(gap.severity) * 100 + gapKinds.indexOf(gap.kind)
  return found.sort((left, right) => place(left) - place(right) || (left.contactId ?? 0) - (right.contactId ?? 0))
}

function championLeft(people: readonly PersonInPicture[], today: string): Gap[] {
  const champions = people.filter(person => person.buyingRole === 'champion')
  if (champions.some(person => person.leftOn === null)) return []
  const since = monthsAfter(today, -gapLimits.championMonths)
  return champions
    .filter(person => person.leftOn! >= since)
    .map(({ contactId, name, leftOn }) => ({
      kind: 'champion left',
      contactId,
      severity: 'high',
      values: { name, leftOn, days: daysBetween(leftOn!, today) },
    }))
}

function noDecisionMaker({ people, ties }: Picture): Gap[] {
  const deciders = people.filter(person => person.buyingRole === 'decision maker')
  const gap = (values: Gap['values']): Gap[] => [
    { kind: 'no decision maker', contactId: null, severity: 'high', values: { people: people.length, ...values } },
  ]
  const [first] = deciders
  if (!first) return gap({ known: 0 })
  const best = Math.max(0, ...deciders.map(({ contactId }) => bestTie(ties, contactId)))
  if (best >= gapLimits.knownFrom) return []
  return gap({ known: deciders.length, name: first.name, nameId: first.contactId, strength: best })
}

const bestTie = (ties: readonly Tie[], contactId: number): number =>
  Math.max(0, ...ties.filter(tie => tie.contactId === contactId).map(tie => tie.strength))

function singleThread({ people, ties }: Picture): Gap[] {
  const real = ties.filter(tie => tie.strength >= gapLimits.knownFrom)
  const [first] = real
  if (!first) return []
  const oneOfOurs = real.every(tie => tie.personId === first.personId)
  const oneOfTheirs = real.every(tie => tie.contactId === first.contactId)
  if (!oneOfOurs && !oneOfTheirs) return []
  const name = people.find(person => person.contactId === first.contactId)?.name ?? null
  return [
    {
      kind: 'single thread',
      contactId: null,
      // Their leaving is beyond our power; where it is one of ours alone, a colleague can be brought along.
      severity: oneOfTheirs ? 'high' : 'medium',
      values: {
        side: oneOfOurs && oneOfTheirs ? 'both' : oneOfOurs ? 'ours' : 'theirs',
        relationships: real.length,
        person: first.personName,
        name,
        nameId: first.contactId,
      },
    },
  ]
}

function nobodyOnTheFloor({ people }: Picture): Gap[] {
  if (people.some(person => person.buyingRole === 'floor staff')) return []
  return [{ kind: 'nobody on the floor', contactId: null, severity: 'low', values: { people: people.length } }]
}

function opponents({ people, days }: Picture, today: string): Gap[] {
  return people.flatMap(({ contactId, name, influence, stance }): Gap[] => {
    if (stance === null || stance >= 0 || (influence ?? 0) < gapLimits.opponentInfluence) return []
    const last = days.get(contactId)?.at(-1)
    const silent = last === undefined ? null : daysBetween(last, today)
    if (silent !== null && silent <= gapLimits.opponentDays) return []
    const severity = stance === -2 || influence === 5 ? 'high' : 'medium'
    const values = { name, stance, influence, days: silent, limit: gapLimits.opponentDays }
    return [{ kind: 'opponent unattended', contactId, severity, values }]
  })
}

/** The account as a whole; only while that is warm, those of its people who matter most and have a rhythm of their own. */
function goneCold({ tier, people, days }: Picture, today: string): Gap[] {
  const all = [...new Set([...days.values()].flat())].sort()
  const whole = cold(all, today, gapLimits.coldByTier[tier])
  if (whole) return [{ ...whole, contactId: null, values: { ...whole.values, name: null, tier } }]
  return people.filter(matters).flatMap(({ contactId, name }): Gap[] => {
    const own = cold(days.get(contactId) ?? [], today, null)
    return own ? [{ ...own, contactId, values: { ...own.values, name, tier } }] : []
  })
}

const matters = ({ buyingRole, influence }: PersonInPicture): boolean =>
  buyingRole === 'decision maker' || buyingRole === 'champion' || (influence ?? 0) >= 4

/** `otherwise`: the limit in days where there is no rhythm yet; null: then nothing is said. */
function cold(days: readonly string[], today: string, otherwise: number | null): Omit<Gap, 'contactId'> | null {
  const last = days.at(-1)
  if (last === undefined) return null
  const usual = days.length >= gapLimits.rhythmFrom ? rhythmOf(days) : null
  const limit = usual === null ? otherwise : Math.max(gapLimits.coldFromDays, usual * gapLimits.coldTimes)
  const silent = daysBetween(last, today)
  if (limit === null || silent <= limit) return null
  return {
    kind: 'gone cold',
    severity: silent > 2 * limit ? 'high' : 'medium',
    values: { days: silent, lastOn: last, usual, limit, contacts: days.length },
  }
}

/** Whole days from one plain day to a later one. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
