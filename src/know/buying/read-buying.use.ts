import { contactNames } from '../../accounts/contact-names.server.ts'
import { decidedValueTypes } from '../../identify/identify.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { factsOf } from './buying.store.ts'
import type { BuyingFact } from './buying-facts.contract.ts'
import { filledShare, nextQuestion, profileScore } from './profile-score.ts'

/** All that is known of how one account buys, with its score and the question to ask next. */
export async function readBuying({ db, clock }: { db: Db; clock: Clock }, accountId: number) {
  const today = await businessDay({ db, clock })
  const [rows, decided] = await Promise.all([factsOf(db, accountId), decidedValueTypes(db, [accountId])])
  const names = await contactNames(
    db,
    rows.flatMap(row => row.contactId ?? []),
  )
  const facts = rows.map(({ field, value, contactId, toldBy, learnedOn, personId, version }) => ({
    fact: { field, value } as BuyingFact,
    learnedOn,
    contact: contactId === null ? null : { id: contactId, name: names.get(contactId)?.name ?? '' },
    toldBy,
    personId,
    version,
  }))
  const score = profileScore(
    facts.map(({ fact, learnedOn }) => ({ field: fact.field, filled: filledShare(fact), learnedOn })),
    today,
  )
  const valueType = decided.get(accountId) ?? null
  return { facts, ...score, question: nextQuestion(score.parts, valueType), valueType }
}
