import { queryOptions } from '@tanstack/react-query'
import { requestJson } from '../failure.ts'
import type { Tier } from '../figures/TierBadge.tsx'

export type Found = {
  accounts: { id: number; name: string; note: string | null; tier: Tier | null }[]
  products: { id: number; name: string; code: string }[]
}

/** Accounts and products whose name or code fits the words. */
export function searchQuery(words: string) {
  return queryOptions({
    queryKey: ['search', words],
    queryFn: () => requestJson<Found>(`/api/search?words=${encodeURIComponent(words)}`),
    staleTime: 60_000,
  })
}
