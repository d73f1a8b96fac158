import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useAccount } from '../../accounts/details/account.web.ts'
import { api } from '../../web/api.ts'
import type { Days } from '../../web/input/window.ts'

/** An account's figures over exactly these days, as the list shows them. */
export function useFigures(accountId: number, days: Days | null) {
  const code = useAccount(accountId).data?.code
  const query = useQuery(
    api.accountsList.list.queryOptions({
      input: code && days ? { text: code.slice(0, 100), ...days, limit: 100 } : skipToken,
      placeholderData: keepPreviousData,
    }),
  )
  return {
    data: query.data?.items.find(item => item.id === accountId),
    error: query.isError ? query.error : null,
    retry: query.refetch,
  }
}
