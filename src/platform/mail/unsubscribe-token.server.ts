import { createHmac, timingSafeEqual } from 'node:crypto'
import { type ChosenKind, chosenKinds } from './mail.ts'

type Choice = { personId: string; kind: ChosenKind }

/** Says who wants no more of what; anyone who has the mail has it. It is good for nothing else, so it does not age. */
export function unsubscribeToken(secret: string, choice: Choice): string {
  return `${Buffer.from(`${choice.kind} ${choice.personId}`).toString('base64url')}.${sign(secret, choice)}`
}

/** Null where we did not sign it. */
export function readUnsubscribeToken(secret: string, token: string): Choice | null {
  const [encoded, signature] = token.split('.')
  if (!encoded || !signature) return null
  const [named, personId] = Buffer.from(encoded, 'base64url').toString().split(' ')
  const kind = chosenKinds.find(known => known === named)
  if (!kind || !personId) return null
  const wanted = Buffer.from(sign(secret, { kind, personId }))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? { kind, personId } : null
}

function sign(secret: string, { kind, personId }: Choice): string {
  return createHmac('sha256', secret).update(`unsubscribe\n${kind}\n${personId}`).digest('base64url')
}
