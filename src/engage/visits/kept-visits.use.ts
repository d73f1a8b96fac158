import { accountNames } from '../../accounts/account-names.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { keepingOf, keptFigures } from './kept-rate.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { promisedBetween } from './visits.store.ts'

export type KeptAsked = { from: string; to: string; personId?: string; accountId?: number }

/** How the visits promised in a window of instants answered to their promise: in all, by person, by account. */
export async function readKeptVisits({ db, clock }: { db: Db; clock: Clock }, asked: KeptAsked) {
  const [visits, { rules }] = await Promise.all([promisedBetween(db, asked), readVisitRules(db)])
  const now = clock.now().toISOString()
  const judged = visits.map(visit => ({ ...visit, keeping: keepingOf(visit, now, rules.toleranceMinutes) }))
  const figures = (some: typeof judged) => keptFigures(some.map(visit => visit.keeping))
  const accounts = Map.groupBy(judged, visit => visit.accountId)
  const names = await accountNames(db, [...accounts.keys()])
  return {
    toleranceMinutes: rules.toleranceMinutes,
    whole: figures(judged),
    people: [...Map.groupBy(judged, visit => visit.personId)].map(([personId, own]) => ({ personId, ...figures(own) })),
    accounts: [...accounts].map(([id, own]) => ({
      account: names.get(id) ?? { id, code: '', name: '' },
      ...figures(own),
    })),
  }
}
