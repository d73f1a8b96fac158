import { type CompanyName, foldText, readCompanyName, soundOf } from './company-name.ts'
import { publicMailDomains } from './company-words.ts'

/** What is known of an account before anything is made of it. */
export type Known = {
  id: number
  name: string
  /** Its main code and those in other systems. */
  codes: readonly string[]
  taxNumber: string | null
  country: string | null
  city: string | null
  address: string | null
  parentId: number | null
  /** Mail addresses of its contacts. */
  mails: readonly string[]
}

/** What two accounts are compared by, each made comparable once. */
export type Traits = {
  id: number
  name: CompanyName
  codes: string[]
  tax: string | null
  country: string | null
  /** By its sound: `ningbo` for Ningbo and 宁波市; that of the name where no city is known. */
  place: string | null
  address: string | null
  domains: string[]
  parentId: number | null
}

const bare = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')

/** A tax number of fewer characters is a placeholder ("0", "n/a"). */
const shortestTaxNumber = 7

/** By its sound, one written in both scripts ("Fuzhou 福州") by its Latin part. */
function placeOf(city: string): string {
  const folded = foldText(city)
  const latin = folded.replace(/\p{Script=Han}+/gu, '')
  const written = /\p{L}{3}/u.test(latin) ? latin : folded
  return soundOf(written.trim().replace(/\s*(city|shi)$|市$/u, ''))
}

export function readTraits(known: Known): Traits {
  const name = readCompanyName(known.name)
  const tax = known.taxNumber === null ? '' : bare(known.taxNumber)
  const address = known.address === null ? '' : bare(known.address)
  const domains = known.mails.flatMap(mail => {
    const domain = mail.split('@')[1]?.trim().toLowerCase()
    return domain && !publicMailDomains.has(domain) ? [domain] : []
  })
  return {
    id: known.id,
    name,
    codes: [...new Set(known.codes.map(code => bare(code).replace(/^0+(?=.)/, '')).filter(Boolean))],
    tax: tax.length >= shortestTaxNumber && !/^(.)\1*$/.test(tax) ? tax : null,
    country: known.country === null ? null : bare(known.country),
    place: known.city === null ? (name.places[0] ?? null) : placeOf(known.city),
    address: address.length >= 6 ? address : null,
    domains: [...new Set(domains)],
    parentId: known.parentId,
  }
}

/** Letters that two long sounds must have in common at their beginning or their end to be compared at all. */
const end = 6

/** Sounds up to so many letters meet with any one of them left out, so that a slip anywhere is found. */
const short = 10

/**
 * Accounts with a key in common are compared with each other. Each key catches what another misses: a number, a shared
 * mail server, a name in the other script, a slip of the pen in the middle, at the end or at the beginning, words in
 * another order.
 */
export function blockingKeys({ name, codes, tax, place, address, domains }: Traits): string[] {
  const keys = [
    ...codes.filter(code => code.length >= 4).map(code => `code ${code}`),
    ...domains.map(domain => `mail ${domain}`),
    ...nameKeys(name, place ?? ''),
  ]
  if (tax) keys.push(`tax ${tax}`)
  if (address) keys.push(`address ${place ?? ''} ${address}`)
  return name.latin ? [...new Set([...keys, ...nameKeys(name.latin, place ?? '')])] : keys
}

function nameKeys({ sound, trades, core }: CompanyName, place: string): string[] {
  const keys: string[] = []
  const near = `${place} ${trades[0] ?? ''}`
  if (sound.length >= 3) keys.push(`name ${sound}`)
  if (sound.length > short) keys.push(`begins ${sound.slice(0, end)} ${near}`, `ends ${sound.slice(-end)} ${near}`)
  else if (sound.length >= 5) for (const slip of withoutOne(sound)) keys.push(`slip ${slip} ${place}`)
  const words = core.split(' ')
  if (words.length > 1) keys.push(`words ${words.sort().join(' ')}`)
  return keys
}

/** A letter replaced, added, lost or swapped with its neighbour leaves two words that become the same without one letter. */
function withoutOne(word: string): Set<string> {
  const shorter = new Set([word])
  for (let at = 0; at < word.length; at++) shorter.add(word.slice(0, at) + word.slice(at + 1))
  return shorter
}
