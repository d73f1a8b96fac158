import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../web/api.ts'
import { isBusy } from '../busy.ts'
import type { Import } from '../ImportState.tsx'

/** Imports that were booked from the rows this one had set aside; asked again while one of them is under way. */
export function useBookings(shown: Import): { bookings: Import[]; busy: boolean } {
  const queries = useQueryClient()
  const isBooking = (item: Import) => item.parentId === shown.id
  const query = useQuery(
    api.imports.list.queryOptions({
      input: { source: shown.source, kind: shown.kind ?? undefined, limit: 100 },
      enabled: shown.setAside > 0 && shown.parentId === null,
      staleTime: 0,
      refetchInterval: found =>
        found.state.data?.items.some(item => isBooking(item) && isBusy(item.state)) ? 1_000 : false,
    }),
  )
  const bookings = (query.data?.items ?? []).filter(isBooking)
  const busy = bookings.some(item => isBusy(item.state))
  useEffect(() => {
    if (busy) return
    void queries.invalidateQueries({ queryKey: api.imports.setAside.key() })
  }, [busy, queries])
  return { bookings, busy }
}
