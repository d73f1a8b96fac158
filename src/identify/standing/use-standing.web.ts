import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type Standing = Awaited<ReturnType<typeof client.identify.standing.get>>

/** Tier, points and explanation of an account; panels of one page share the one answer. */
export function useStanding(accountId: number) {
  return useQuery(api.identify.standing.get.queryOptions({ input: { id: accountId } }))
}

/** After a decision about an account: everything that shows its tier is asked for again. */
export function useStandingChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.identify.key() }),
      queries.invalidateQueries({ queryKey: api.accountsList.key() }),
      queries.invalidateQueries({ queryKey: api.accounts.changes.key() }),
    ])
}
