import type { DirectoryEntry } from '../accounts/directory.server.ts'
import { accountValue } from './account-value.ts'
import type { LedgerFacts } from './ledger-facts.use.ts'
import { type AccountFacts, contributionOf } from './measure-table.ts'
import type { JudgedMeasureKey } from './measures.ts'
import type { ValueModel } from './value-model.store.ts'

/** What the ledger, the account itself, people and the value model say of one account, as scoring takes it. `saidBy`: the last day whose words count. */
export function accountFacts(
  entry: DirectoryEntry,
  own: LedgerFacts,
  judged: Partial<Record<JudgedMeasureKey, number>>,
  model: ValueModel | undefined,
  saidBy: string,
): AccountFacts {
  const { purchases, firstOrderDay, lastOrderDay, ...sums } = own
  const contribution = contributionOf(own)
  const revenue = Number(own.revenue)
  const value = purchases
    ? accountValue(model?.bgNbd ?? null, model?.gammaGamma ?? null, {
        repeats: purchases.repeats,
        lastAt: purchases.lastAt,
        observed: purchases.observed,
        meanRepeatRevenue: purchases.meanRepeatRevenue,
        contributionRate:
          contribution !== null && revenue > 0 ? Number(contribution) / revenue : marginRateOf(purchases),
      })
    : { probabilityAlive: null, expectedContribution: null }
  const { legalStandingConfirmedOn, cooperationSince } = entry
  return {
    account: entry.id,
    ...sums,
    firstDay: earlier(cooperationSince, firstOrderDay),
    lastDay: lastOrderDay,
    legalStandingConfirmed: legalStandingConfirmedOn !== null && legalStandingConfirmedOn <= saidBy,
    ...value,
    judged,
  }
}

const earlier = (one: string | null, other: string | null): string | null =>
  one !== null && (other === null || one < other) ? one : other

/** Of the whole history, for an account that bought nothing in the window. */
const marginRateOf = ({ meanMargin, meanRevenue }: NonNullable<LedgerFacts['purchases']>): number | null =>
  meanMargin === null || !(meanRevenue > 0) ? null : meanMargin / meanRevenue
