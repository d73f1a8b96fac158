import { skipToken, useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import type { Days } from '../../web/input/window.ts'
import { daysOfMonth } from '../documents-search.ts'
import { monthsOf } from '../month-sums.ts'

export type MonthSums = Awaited<ReturnType<typeof client.ledger.months>>['items'][number]
export type Document = Awaited<ReturnType<typeof client.ledger.documents>>['items'][number]
export type DocumentWithLines = Awaited<ReturnType<typeof client.ledger.document>>
export type DocumentLine = DocumentWithLines['items'][number]

/** An account's months within exactly these days, oldest first, so that they add up; months without sales are left out. */
export function useMonthsWithin(accountId: number, days: Days | null) {
  return useQuery(
    api.ledger.months.queryOptions({
      input: days ? { accountId, ...days } : skipToken,
      placeholderData: (previous: { items: MonthSums[] } | undefined) => previous,
    }),
  )
}

/** An account's whole months that the days touch, for a chart. */
export function useMonths(accountId: number, days: Days | null) {
  const months = days ? monthsOf(days) : []
  const first = months[0]
  const last = months.at(-1)
  return useQuery(
    api.ledger.months.queryOptions({
      input: first && last ? { accountId, from: daysOfMonth(first).from, to: daysOfMonth(last).to } : skipToken,
      placeholderData: (previous: { items: MonthSums[] } | undefined) => previous,
    }),
  )
}
