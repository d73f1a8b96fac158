import { keepPreviousData } from '@tanstack/react-query'
import { api } from '../api.ts'

/** How many of each the palette shows. */
const limit = 8

/** Accounts whose name or code fits the words; the last answer stays while the next is under way. */
export function accountsFound(text: string) {
  return api.accounts.search.queryOptions({
    input: { text, limit },
    enabled: text.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** The same for products. */
export function productsFound(text: string) {
  return api.products.search.queryOptions({
    input: { text, limit },
    enabled: text.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** People of all accounts by a part of the name, as one types. */
export const peopleFound = (text: string) =>
  api.know.people.search.queryOptions({
    input: { text: text.slice(0, 100), limit: 6 },
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
