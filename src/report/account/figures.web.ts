import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import type { Days } from '../../web/input/window.ts'

/** An account's figures over exactly these days, as the list shows them. */
export function useFigures(accountId: number, days: Days | null) {
  const query = useQuery(
    api.ledger.sums.queryOptions({
      input: days ? { accountId, ...days } : skipToken,
      placeholderData: keepPreviousData,
    }),
  )
  return { data: query.data, error: query.isError ? query.error : null, retry: query.refetch }
}
