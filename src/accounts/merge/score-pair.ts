import { editSimilarity, sharedShare } from './similarity.ts'
import type { Traits } from './traits.ts'

/** One piece of evidence: a field, what was found of it, and its weight in bits (negative speaks against). */
export type Evidence = {
  field: 'taxNumber' | 'name' | 'mail' | 'address' | 'place' | 'country' | 'code' | 'group' | 'branch'
  finding: 'same' | 'alike' | 'different'
  weight: number
  /** Of names and addresses that are alike, 0 to 1 with two decimals. */
  similarity?: number
  /** What is the same: the mail domain, the code. */
  value?: string
}

export type Scored = { score: number; evidence: Evidence[] }

/** Percent from which a pair is worth a look. */
export const worthALook = 50

/**
 * Bits by which each finding makes it likelier that two accounts are one company: log2 of how often it is seen in pairs
 * that are one, over how often in pairs that merely share a blocking key (Fellegi & Sunter 1969, "A theory for record
 * linkage"). Judged by hand on company lists, not fitted; the threshold is tested on both sides.
 */
const weights = {
  before: -7,
  taxNumber: { same: 18, different: -8 },
  mail: { same: 6, different: -1 },
  address: { same: 5, alike: 3, different: -1 },
  place: { same: 1.5, different: -3 },
  country: { different: -4 },
  code: { same: 3 },
  group: { same: -6 },
  branch: { different: -4 },
} as const

/** Names by how alike they are, best first; below the last they speak against. */
const nameSteps = [
  { from: 0.97, weight: 8.5 },
  { from: 0.9, weight: 6 },
  { from: 0.8, weight: 3.5 },
  { from: 0.65, weight: 0 },
] as const
const namesDiffer = -5

/**
 * How likely it is, in percent, that two accounts are one company, with the evidence by weight. A field that one of them
 * lacks says nothing.
 */
export function scorePair(one: Traits, other: Traits): Scored {
  const evidence = [
    taxNumber(one, other),
    name(one, other),
    mail(one, other),
    address(one, other),
    place(one, other),
    country(one, other),
    code(one, other),
    group(one, other),
    branch(one, other),
  ].filter(each => each !== null)
  const bits = evidence.reduce<number>((sum, { weight }) => sum + weight, weights.before)
  const percent = 100 / (1 + 2 ** -bits)
  return {
    score: Math.min(99.99, Math.round(percent * 100) / 100),
    evidence: evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  }
}

function taxNumber(one: Traits, other: Traits): Evidence | null {
  if (one.tax === null || other.tax === null) return null
  const finding = one.tax === other.tax ? 'same' : 'different'
  return { field: 'taxNumber', finding, weight: weights.taxNumber[finding] }
}

type Name = Traits['name']

/** 0 to 1; of names written in both scripts the parts that are most alike count. */
export function nameSimilarity(one: Name, other: Name): number {
  const readings = (name: Name) => (name.latin ? [name, name.latin] : [name])
  return Math.max(...readings(one).flatMap(a => readings(other).map(b => readingSimilarity(a, b))))
}

/** Mostly the core, a fifth the trades where both name some. A name heard is never quite the same as one read. */
function readingSimilarity(one: Name, other: Name): number {
  const read = one.script === other.script ? editSimilarity(one.core, other.core) : 0
  const words = one.script === 'latin' && other.script === 'latin' ? inOrder(one.core, other.core) : 0
  const heard = 0.93 * editSimilarity(one.sound, other.sound)
  const core = Math.max(read, words, heard)
  if (one.trades.length === 0 || other.trades.length === 0) return core
  return 0.8 * core + 0.2 * sharedShare(one.trades, other.trades)
}

const inOrder = (one: string, other: string): number => editSimilarity(sorted(one), sorted(other))
const sorted = (core: string): string => core.split(' ').sort().join(' ')

function name(one: Traits, other: Traits): Evidence {
  const similarity = Math.round(nameSimilarity(one.name, other.name) * 100) / 100
  const step = nameSteps.find(({ from }) => similarity >= from)
  const finding = similarity === 1 ? 'same' : step ? 'alike' : 'different'
  return { field: 'name', finding, similarity, weight: step?.weight ?? namesDiffer }
}

function mail(one: Traits, other: Traits): Evidence | null {
  if (one.domains.length === 0 || other.domains.length === 0) return null
  const value = one.domains.find(domain => other.domains.includes(domain))
  if (value) return { field: 'mail', finding: 'same', weight: weights.mail.same, value }
  return { field: 'mail', finding: 'different', weight: weights.mail.different }
}

function address(one: Traits, other: Traits): Evidence | null {
  if (one.address === null || other.address === null) return null
  const similarity = Math.round(editSimilarity(one.address, other.address) * 100) / 100
  const numbers = (text: string) => (text.match(/\d+/g) ?? ([] as string[])).join()
  const finding =
    similarity === 1
      ? 'same'
      : similarity >= 0.85 && numbers(one.address) === numbers(other.address)
        ? 'alike'
        : 'different'
  return { field: 'address', finding, similarity, weight: weights.address[finding] }
}

function place(one: Traits, other: Traits): Evidence | null {
  if (one.place === null || other.place === null) return null
  const finding = one.place === other.place ? 'same' : 'different'
  return { field: 'place', finding, weight: weights.place[finding] }
}

function country(one: Traits, other: Traits): Evidence | null {
  if (one.country === null || other.country === null || one.country === other.country) return null
  return { field: 'country', finding: 'different', weight: weights.country.different }
}

function code(one: Traits, other: Traits): Evidence | null {
  const value = one.codes.find(each => other.codes.includes(each))
  return value ? { field: 'code', finding: 'same', weight: weights.code.same, value } : null
}

/** Whoever keeps two companies of a group apart on purpose does not want to hear that they are alike. */
function group(one: Traits, other: Traits): Evidence | null {
  const related =
    one.parentId === other.id || other.parentId === one.id || (one.parentId !== null && one.parentId === other.parentId)
  return related ? { field: 'group', finding: 'same', weight: weights.group.same } : null
}

/** A branch and its head office, or two branches, are different accounts of one company. */
function branch(one: Traits, other: Traits): Evidence | null {
  if (!one.name.branch && !other.name.branch) return null
  if (one.name.branch && other.name.branch && one.name.places.join() === other.name.places.join()) return null
  return { field: 'branch', finding: 'different', weight: weights.branch.different }
}
