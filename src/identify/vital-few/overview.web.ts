import { skipToken, useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { type Days, resolveWindow, type WindowBounds, type WindowChoice } from '../../web/input/window.ts'
import { useCompany } from '../../web/session.ts'

export type Overview = Awaited<ReturnType<typeof client.identify.vitalFew.overview>>
export type RankedAccount = Awaited<ReturnType<typeof client.identify.vitalFew.accounts>>['items'][number]

/** What the ledger holds, so that "last 12 months" can be resolved before the figures are asked for. */
function useLedgerBounds(): { bounds: WindowBounds | null; empty: boolean; error: unknown; refetch: () => unknown } {
  const { fiscalYearStart } = useCompany()
  const query = useQuery(api.ledger.totals.queryOptions({ input: {}, staleTime: 60_000 }))
  const span = query.data?.span
  return {
    bounds: span ? { first: span.from, last: span.to, fiscalYearStart } : null,
    empty: span === null,
    error: query.isError ? query.error : null,
    refetch: query.refetch,
  }
}

/** The overview of the chosen window; `days` are null until the ledger's own are known. */
export function useOverview(choice: WindowChoice) {
  const { bounds, empty, error, refetch } = useLedgerBounds()
  const days: Days | null = bounds && resolveWindow(choice, bounds)
  const query = useQuery(
    api.identify.vitalFew.overview.queryOptions({
      input: days ?? skipToken,
      placeholderData: (previous: Overview | undefined) => previous,
    }),
  )
  return {
    bounds,
    empty,
    days,
    overview: query.data,
    settling: query.isPlaceholderData,
    error: error ?? (query.isError ? query.error : null),
    retry: () => void (error ? refetch() : query.refetch()),
  }
}
