import { type AccountNow, accountsNow } from '../../identify/accounts-now.use.ts'
import { multiplyAmount } from '../../identify/exact-amount.ts'
import { isKey, tierName } from '../../identify/tier.ts'
import type { Signal, SignalKind } from '../../platform/signal.ts'
import type { SignalReading, SignalSource } from '../../platform/signal-source.server.ts'
import { type DueRow, lastAndNextVisits, unreportedVisits } from './due.store.ts'
import { daysBetweenVisits } from './recurrence.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { addDays } from './wall-clock.ts'

/**
 * What one visit is worth against a year of the account's contribution: our judgement, so that visits rank by account.
 * A cadence that broke weighs more than a single visit.
 */
const shareOfVisit = '0.02'
const shareOfCadence = '0.1'
/** A cadence is broken when a quarter more than its days have passed. */
const grace = 1.25

const visitDue: SignalKind = {
  title: language => (language === 'en' ? 'Visit due' : '拜访到期'),
  reason: ({ values }, { language, day }) => {
    const on = day(String(values.day))
    if (values.state === 'today')
      return language === 'en' ? `Visit today at ${values.time}` : `今天 ${values.time} 拜访`
    return language === 'en'
      ? `The visit of ${on} at ${values.time} is not reported: what became of it?`
      : `${on} ${values.time} 的拜访尚未报告：结果如何？`
  },
  actions: ({ values, accountId }, language) => {
    const report = {
      label: language === 'en' ? 'Write the report' : '填写报告',
      path: `/visits/${values.visitId}/report`,
    }
    const brief = { label: language === 'en' ? 'Read the brief' : '查看简报', path: `/visits/${values.visitId}/brief` }
    const move = {
      label: language === 'en' ? 'Move it or call it off' : '改期或取消',
      path: `/accounts/${accountId}/visits?visit=${values.visitId}`,
    }
    return values.state === 'today' ? [brief, move] : [report, move]
  },
  // An appointment of today comes before what can as well be done tomorrow.
  weighing: { onTheDay: 15 },
}

const cadenceBroken: SignalKind = {
  title: language => (language === 'en' ? 'Cadence broken' : '拜访节奏中断'),
  reason: ({ values }, { language }) => {
    const { tier, pace, since } = values
    const name = tierName(tier as 'gold', language)
    if (language === 'en')
      return since === null
        ? `${name}: due a visit every ${pace} days; none was ever held and none is planned`
        : `${name}: due a visit every ${pace} days; the last was ${since} days ago and none is planned`
    return since === null
      ? `${name}客户应每 ${pace} 天拜访一次；从未拜访，也未安排`
      : `${name}客户应每 ${pace} 天拜访一次；上次在 ${since} 天前，且未安排`
  },
  actions: ({ accountId }, language) => [
    { label: language === 'en' ? 'Plan a visit' : '安排拜访', path: `/accounts/${accountId}/visits?plan=1` },
    {
      label: language === 'en' ? 'Agree on a cadence' : '约定拜访节奏',
      path: `/accounts/${accountId}/visits?cadence=new`,
    },
  ],
}

const stake = (account: AccountNow | undefined, share: string): string | null =>
  account?.contribution && Number(account.contribution) > 0 ? multiplyAmount(account.contribution, share) : null

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

function due(visits: readonly DueRow[], today: string, accounts: ReadonlyMap<number, AccountNow>): Signal[] {
  return visits.map(({ id, accountId, personId, day, time }) => ({
    ...{ kind: 'engage.visit_due', key: String(id), accountId, personId, role: null, due: day },
    value: stake(accounts.get(accountId), shareOfVisit),
    confidence: 1,
    values: { visitId: id, day, time, state: day === today ? 'today' : 'unreported' },
  }))
}

async function broken(reading: SignalReading, accounts: readonly AccountNow[]): Promise<Signal[]> {
  const { db, today } = reading
  const key = accounts.filter(account => isKey(account.tier))
  if (key.length === 0) return []
  const [{ rules }, seen] = await Promise.all([
    readVisitRules(db),
    lastAndNextVisits(
      db,
      key.map(account => account.id),
      today,
    ),
  ])
  return key.flatMap((account): Signal[] => {
    const byTier = rules.byTier[account.tier]
    if (!byTier) return []
    const pace = Math.round(daysBetweenVisits(byTier))
    const { last = null, next = null } = seen.get(account.id) ?? {}
    const since = last === null ? null : daysBetween(last, today)
    const plannedSoon = next !== null && daysBetween(today, next) <= pace
    if (plannedSoon || (since !== null && since <= pace * grace)) return []
    return [
      {
        ...{ kind: 'engage.cadence_broken', key: '', accountId: account.id, personId: null, role: null },
        due: last === null ? null : addDays(last, pace),
        value: stake(account, shareOfCadence),
        confidence: last === null ? 0.5 : 0.7,
        values: { tier: account.tier, pace, since },
      },
    ]
  })
}

export default {
  kinds: { 'engage.visit_due': visitDue, 'engage.cadence_broken': cadenceBroken },
  read: async reading => {
    const { db, today, accountIds } = reading
    const visits = await unreportedVisits(db, addDays(today, 1), accountIds)
    const visited = new Set(visits.map(visit => visit.accountId))
    const accounts = await accountsNow(reading, accountIds, ({ id, tier }) => isKey(tier) || visited.has(id))
    const byId = new Map(accounts.map(account => [account.id, account]))
    return [...due(visits, today, byId), ...(await broken(reading, accounts))]
  },
} satisfies SignalSource
