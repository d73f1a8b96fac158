import { multiplyAmount } from '../../identify/exact-amount.ts'
import type { Gap, GapKind } from './gaps.ts'

/**
 * The share of an account's yearly contribution that a gap puts at risk. Our judgement, in the order in which buying
 * centres are lost; not measured probabilities. Documented in docs/guide/relationships.md.
 */
export const shareAtStake: Readonly<Record<GapKind, string>> = {
  'champion left': '0.3',
  'no decision maker': '0.25',
  'opponent unattended': '0.25',
  'gone cold': '0.2',
  'single thread': '0.15',
  'nobody on the floor': '0.05',
}

/** Where the contribution is not known or not positive, a tenth of the revenue stands for it. */
const contributionOfRevenue = '0.1'

/** Money at stake, an exact decimal in base currency; null where nothing was sold. */
export function stakeOf(
  kind: GapKind,
  { contribution, revenue }: { contribution: string | null; revenue: string | null },
): string | null {
  if (contribution !== null && Number(contribution) > 0) return multiplyAmount(contribution, shareAtStake[kind])
  if (revenue === null || Number(revenue) <= 0) return null
  return multiplyAmount(multiplyAmount(revenue, contributionOfRevenue), shareAtStake[kind])
}

/**
 * How sure we are that the money is lost within the year, 0 to 1. What somebody recorded is sure (a champion left, an
 * opponent is silent); what nobody recorded may be known all the same, the more so the fewer people of the account are on
 * record. Of contacts that went cold most are taken up again without a loss: one in four costs the share, less where only
 * the tier says that it is cold.
 */
export function confidenceOf({ kind, values }: Pick<Gap, 'kind' | 'values'>): number {
  const few = Number(values.people ?? 0) < 3
  switch (kind) {
    case 'champion left':
      return 0.9
    case 'opponent unattended':
      return 0.8
    case 'gone cold':
      return values.usual === null ? 0.15 : 0.25
    case 'single thread':
      return 0.7
    case 'no decision maker':
      return values.known === 0 ? (few ? 0.5 : 0.7) : 0.8
    case 'nobody on the floor':
      return few ? 0.3 : 0.5
  }
}
