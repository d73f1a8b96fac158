import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

/** After a change of visits: everything that shows them is read again. */
export function useVisitsChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  const keys = [api.engage.visits.key(), api.engage.calendar.key(), api.engage.time.key(), api.accounts.changes.key()]
  return () => Promise.all(keys.map(queryKey => queries.invalidateQueries({ queryKey })))
}
