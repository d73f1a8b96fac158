import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

/** After a cost was entered or removed: every figure that rests on it is asked for again. */
export function useCostsChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [
        api.costEntries.key(),
        api.ledger.key(),
        api.accountsList.key(),
        api.identify.key(),
        api.accounts.changes.key(),
      ].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
}
