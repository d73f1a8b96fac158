import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What stands behind the # of a portal's link: a selector by which its row is found, and a secret that is compared in
 * constant time. The database keeps the secret's hash alone.
 */
export type LinkSecret = { text: string; selector: string; hash: string }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export function makeLinkSecret(): LinkSecret {
  const selector = randomBytes(9).toString('base64url')
  const secret = randomBytes(24).toString('base64url')
  return { text: `${selector}.${secret}`, selector, hash: hashOf(secret) }
}

/** Null for a text that no link ever had. */
export function selectorOf(text: string): string | null {
  return /^([A-Za-z0-9_-]{12})\.[A-Za-z0-9_-]{32}$/.exec(text)?.[1] ?? null
}

/** Whether the text opens what was made with this hash. */
export function opens(text: string, hash: string): boolean {
  const said = Buffer.from(hashOf(text.slice(text.indexOf('.') + 1)), 'hex')
  const kept = Buffer.from(hash, 'hex')
  return said.length === kept.length && timingSafeEqual(said, kept)
}
