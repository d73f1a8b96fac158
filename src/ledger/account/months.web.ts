import { skipToken, useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import type { Days } from '../../web/input/window.ts'

export type MonthSums = Awaited<ReturnType<typeof client.ledger.months>>['items'][number]
export type Document = Awaited<ReturnType<typeof client.ledger.documents>>['items'][number]
export type DocumentWithLines = Awaited<ReturnType<typeof client.ledger.document>>
export type DocumentLine = DocumentWithLines['items'][number]

/** An account's months within the days; the first and last only as far as the days reach. */
export function useMonths(accountId: number, days: Days | null) {
  return useQuery(
    api.ledger.months.queryOptions({
      input: days ? { accountId, ...days } : skipToken,
      placeholderData: (previous: { items: MonthSums[] } | undefined) => previous,
    }),
  )
}
