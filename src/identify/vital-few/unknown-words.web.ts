import { useLingui } from '@lingui/react/macro'
import type { Overview } from './overview.web.ts'

/** Why a figure of the overview cannot be known, in the reader's language. */
export function useUnknownWords(overview: Overview | undefined) {
  const { t } = useLingui()
  const someCost = (overview?.totals.costCoverage ?? 0) > 0
  return {
    margin: someCost
      ? t`The cost of these lines is unknown`
      : t`The ledger has no costs: import lines with cost or margin`,
    short: t`no costs in the ledger`,
    costToServe: t`no cost to serve booked`,
    loss: t`The total is a loss, so a share of it has no meaning`,
  }
}
