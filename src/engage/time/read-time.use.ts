import { accountNames } from '../../accounts/account-names.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readVisitRules } from '../visits/visit-rules.store.ts'
import { addDays } from '../visits/wall-clock.ts'
import { timeShares } from './time-shares.use.ts'
import { shareOf, type TimeSum, timeCategories } from './working-time.ts'

const longest = 400
const mostAccounts = 20

/** The page of time: shares by person and week, and where the rest went. A manager sees their own alone. */
export async function readTime(context: ActorContext, asked: { from: string; to: string; personId?: string }) {
  const { db, actor } = context
  const seesAll = actor.role === 'administrator' || actor.role === 'head'
  if (!seesAll && asked.personId !== undefined && asked.personId !== actor.id) throw new Refusal('calendar_not_yours')
  const chosen = seesAll ? asked.personId : (actor.id ?? '')
  const [{ rules }, people] = await Promise.all([readVisitRules(db), listPeople(db)])
  const managers = people.filter(person => person.role === 'manager' || person.role === 'head').map(person => person.id)
  const to = asked.to < addDays(asked.from, longest) ? asked.to : addDays(asked.from, longest)
  const personIds = chosen === undefined ? managers : [chosen]
  const { sums, isKey, whole, weeks } = await timeShares(context, { from: asked.from, to, personIds })
  const minutes = (some: readonly TimeSum[]) => some.reduce((sum, each) => sum + each.minutes, 0)
  const other = (sum: TimeSum) => sum.accountId !== null && !isKey(sum.accountId)
  const elsewhere = [...Map.groupBy(sums.filter(other), sum => sum.accountId!)]
    .map(([id, own]) => ({ id, minutes: minutes(own) }))
    .sort((one, next) => next.minutes - one.minutes)
    .slice(0, mostAccounts)
  const names = await accountNames(
    db,
    elsewhere.map(each => each.id),
  )
  return {
    target: rules.keyShareTarget,
    whole,
    people: [...Map.groupBy(sums, sum => sum.personId)].map(([personId, own]) => {
      // A week that is not over says nothing yet.
      const past = own.filter(sum => addDays(sum.week, 6) < asked.to)
      const ownWeeks = [...Map.groupBy(past, sum => sum.week).values()].map(week => shareOf(week, isKey))
      const below = ownWeeks.filter(week => week.share !== null && week.share < rules.keyShareTarget).length
      return { personId, ...shareOf(own, isKey), weeks: ownWeeks.length, below }
    }),
    weeks: [...weeks].map(([week, share]) => ({ week, ...share })).sort((one, next) => (one.week < next.week ? -1 : 1)),
    categories: timeCategories.flatMap(category => {
      const own = sums.filter(sum => sum.category === category)
      const key = minutes(own.filter(sum => sum.accountId !== null && isKey(sum.accountId)))
      const none = minutes(own.filter(sum => sum.accountId === null))
      return own.length === 0 ? [] : [{ category, key, other: minutes(own.filter(other)), none }]
    }),
    elsewhere: elsewhere.map(({ id, minutes }) => ({ account: names.get(id) ?? { id, code: '', name: '' }, minutes })),
  }
}
