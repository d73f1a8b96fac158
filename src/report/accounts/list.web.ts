import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { type Days, resolveWindow, type WindowBounds, type WindowChoice } from '../../web/input/window.ts'
import { useCompany } from '../../web/session.ts'
import { type AccountsSearch, filtersOf, orderOf } from '../accounts-search.ts'

export type ListAnswer = Awaited<ReturnType<typeof client.accountsList.list>>
export type ListedAccount = ListAnswer['items'][number]

/** First and last day of the ledger, and when the company's year begins; null until known or while it is empty. */
export function useLedgerBounds() {
  const { fiscalYearStart } = useCompany()
  const query = useQuery(api.ledger.totals.queryOptions({ input: {}, staleTime: 60_000 }))
  const span = query.data?.span
  const bounds: WindowBounds | null = span ? { first: span.from, last: span.to, fiscalYearStart } : null
  return { bounds, empty: span === null, error: query.isError ? query.error : null, refetch: query.refetch }
}

export function useDays(choice: WindowChoice) {
  const { bounds, ...ledger } = useLedgerBounds()
  const days: Days | null = bounds && resolveWindow(choice, bounds)
  return { bounds, days, ...ledger }
}

/** The list on screen; while one types, the URL moves at once and the question follows. */
export function useAccountsList(search: AccountsSearch, days: Days | null) {
  const [text] = useDebouncedValue(search.text, 150)
  // The usual window is the server's own default: the list need not wait for the ledger's days.
  const ready = search.window === undefined || days !== null
  const window = search.window === undefined ? {} : days
  return useInfiniteQuery(
    api.accountsList.list.infiniteOptions({
      input: ready
        ? (cursor: string | undefined) => ({
            ...filtersOf({ ...search, text }),
            ...window,
            ...orderOf(search),
            cursor,
            limit: 100,
          })
        : skipToken,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
}
