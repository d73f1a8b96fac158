import { accountOwners } from '../../accounts/account-owners.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Credit, readCredits, writeCredit } from './credit.store.ts'
import { nextReview } from './review-rhythm.ts'
import { type ReviewRhythm, readRhythms, writeRhythm } from './rhythms.store.ts'
import { readStockPolicy } from './stock-policy.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** The back office keeps them too: orders are its work. */
export const maySupply = mayEditContacts

/** When an order is proposed to an account, what it may owe and what it will spend. Refused as account_unknown. */
export async function readTerms(context: Acting, accountId: number) {
  const { db, actor } = context
  const [account, rhythms, credits, { limits }, today] = await Promise.all([
    accountOwners(db, [accountId]),
    readRhythms(db, [accountId]),
    readCredits(db, [accountId]),
    readStockPolicy(db),
    businessDay(context),
  ])
  const owned = account.get(accountId)
  if (!owned) throw new Refusal('account_unknown', { id: accountId })
  const own = rhythms.get(accountId)
  const { weekday, hour, intervalWeeks, isPaused, version, startsOn } = own ?? {
    weekday: limits.weekday,
    hour: limits.hour,
    intervalWeeks: 1,
    isPaused: false,
    version: 0,
    startsOn: today,
  }
  return {
    rhythm: {
      weekday,
      hour,
      intervalWeeks,
      isPaused,
      version,
      isOwn: own !== undefined,
      nextOn: isPaused ? null : nextReview({ weekday, intervalWeeks, startsOn }, today),
    },
    credit: credits.get(accountId) ?? null,
    mayEdit: maySupply(actor, owned),
  }
}

type RhythmSaid = Omit<ReviewRhythm, 'accountId' | 'startsOn'>

/** Refused as account_unknown, account_not_yours, supply_terms_changed_meanwhile. */
export async function changeRhythm(context: Acting, accountId: number, said: RhythmSaid): Promise<void> {
  const startsOn = await businessDay(context)
  await context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, maySupply)
    const before = (await readRhythms(db, [accountId])).get(accountId)
    const after = {
      accountId,
      startsOn: before?.intervalWeeks === said.intervalWeeks ? before.startsOn : startsOn,
      ...said,
    }
    if ((before?.version ?? 0) !== said.version || !(await writeRhythm(db, after)))
      throw new Refusal('supply_terms_changed_meanwhile')
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'review rhythm',
      subjectId: accountId,
      accountId,
      operation: 'change',
      before: before && rhythmFacts(before),
      after: rhythmFacts(said),
    })
  })
}

const rhythmFacts = ({ weekday, hour, intervalWeeks, isPaused }: RhythmSaid) => ({
  weekday,
  hour,
  intervalWeeks,
  isPaused,
})

/** Refused as account_unknown, account_not_yours, supply_terms_changed_meanwhile. */
export async function changeCredit(
  context: Acting,
  accountId: number,
  { version, ...said }: Pick<Credit, 'creditLimit' | 'open' | 'budget' | 'version'>,
): Promise<void> {
  const asOf = await businessDay(context)
  await context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, maySupply)
    const before = (await readCredits(db, [accountId])).get(accountId)
    if ((before?.version ?? 0) !== version || !(await writeCredit(db, { accountId, asOf, version, ...said })))
      throw new Refusal('supply_terms_changed_meanwhile')
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'credit',
      subjectId: accountId,
      accountId,
      operation: 'change',
      before: before && { creditLimit: before.creditLimit, open: before.open, budget: before.budget },
      after: said,
    })
  })
}
