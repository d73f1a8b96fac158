import { recordChange } from '../platform/audit.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { currentDirectory } from './figures.server.ts'
import { invitationTold, overlaps, overrideTold, type Term } from './fixed-tier.ts'
import {
  addInvitation,
  addOverride,
  endInvitation,
  endOverride,
  invitationsOf,
  overridesOf,
} from './fixed-tiers.store.ts'
import { lockReviews } from './reviews.store.ts'
import type { Acting } from './reviews.use.ts'
import { type EarnedTier, tierCode } from './tier.ts'

export interface NewTerm {
  reason: string
  /** Today without it. */
  from?: string
  until: string
}

/** Invites to Special. Refused as `account_unknown`, `term_over`, `term_overlaps`. */
export async function invite(context: Acting, id: number, given: NewTerm) {
  return withTerm(context, id, given, invitationsOf, async (transaction, term) => {
    const invitation = invitationTold(await addInvitation(transaction, context.actor, id, term))
    await trail(transaction, context, id, 'invitation', invitation.id, 'invite', null, invitation)
    return invitation
  })
}

/** Sets the tier by hand. Refused as `account_unknown`, `term_over`, `term_overlaps`. */
export async function override(context: Acting, id: number, { tier, ...given }: NewTerm & { tier: EarnedTier }) {
  return withTerm(context, id, given, overridesOf, async (transaction, term) => {
    const made = overrideTold(await addOverride(transaction, context.actor, id, { ...term, tier: tierCode(tier) }))
    await trail(transaction, context, id, 'override', made.id, 'override tier', null, made)
    return made
  })
}

/** Ends the invitation that runs today. Refused as `account_unknown`, `term_not_running`. */
export async function stopInvitation(context: Acting, id: number) {
  return ending(context, id, async (transaction, day) => {
    const ended = await endInvitation(transaction, id, day)
    if (!ended) throw new Refusal('term_not_running')
    const told = invitationTold(ended)
    await trail(transaction, context, id, 'invitation', told.id, 'end invitation', { ...told, endedOn: null }, told)
    return told
  })
}

export async function stopOverride(context: Acting, id: number) {
  return ending(context, id, async (transaction, day) => {
    const ended = await endOverride(transaction, id, day)
    if (!ended) throw new Refusal('term_not_running')
    const told = overrideTold(ended)
    await trail(transaction, context, id, 'override', told.id, 'end override', { ...told, endedOn: null }, told)
    return told
  })
}

async function withTerm<Made>(
  context: Acting,
  id: number,
  { reason, from, until }: NewTerm,
  existing: (db: Db, id: number) => Promise<Term[]>,
  make: (transaction: Db, term: { reason: string; from: string; until: string }) => Promise<Made>,
): Promise<Made> {
  await known(context, id)
  const begin = from ?? (await businessDay(context))
  if (until < begin) throw new Refusal('term_over', { from: begin, until })
  return context.db.transaction().execute(async transaction => {
    // Two at once would not see each other's term.
    await lockReviews(transaction)
    const other = (await existing(transaction, id)).find(term => overlaps(term, begin, until))
    if (other) throw new Refusal('term_overlaps', { until: other.until })
    return make(transaction, { reason, from: begin, until })
  })
}

async function ending<Ended>(
  context: Acting,
  id: number,
  end: (transaction: Db, day: string) => Promise<Ended>,
): Promise<Ended> {
  await known(context, id)
  const day = await businessDay(context)
  return context.db.transaction().execute(transaction => end(transaction, day))
}

async function known(context: Acting, id: number): Promise<void> {
  if (!(await currentDirectory(context)).byId.has(id)) throw new Refusal('account_unknown', { id })
}

const trail = (
  db: Db,
  { actor }: Acting,
  accountId: number,
  subject: string,
  subjectId: number,
  operation: string,
  before: unknown,
  after: unknown,
) => recordChange(db, actor, { room: 'identify', subject, subjectId, accountId, operation, before, after })
